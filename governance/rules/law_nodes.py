"""The law XML as the portal holds it: elements with the line they began on, and what is wrong with one."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Node:
    """An element with the line it began on; its children are elements and runs of text."""

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)
    line: int = field(default=0, compare=False)

    def elements(self, *tags: str) -> list[Node]:
        return [c for c in self.children if isinstance(c, Node) and (not tags or c.tag in tags)]

    def first(self, *tags: str) -> Node | None:
        return next(iter(self.elements(*tags)), None)

    def text(self) -> str:
        """Every character in it, furigana included."""
        return "".join(c if isinstance(c, str) else c.text() for c in self.children)


@dataclass(frozen=True, slots=True)
class Problem:
    """Where a file departs from the standard: `kind` names the sentence, `names` fill it in."""

    line: int
    kind: str
    names: tuple[str, ...] = ()
