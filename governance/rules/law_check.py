"""A tree of the law XML held against the table of what may stand where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .law_grammar import ANY, ATTRIBUTES, ELEMENTS, MIXED, MODELS
from .law_nodes import Node, Problem


def problems(root: Node) -> Iterator[Problem]:
    """Every departure from the standard, in reading order."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.tag not in ELEMENTS:
            yield Problem(node.line, "unknown_element", (node.tag,))
            continue
        yield from _attributes(node)
        yield from _content(node)
        waiting += reversed(node.elements())


def _attributes(node: Node) -> Iterator[Problem]:
    rules = ATTRIBUTES.get(node.tag, {})
    allowed = {name.rstrip("!"): pattern for name, pattern in rules.items()}
    for name in (name[:-1] for name in rules if name.endswith("!")):
        if name not in node.attrs:
            yield Problem(node.line, "missing_attribute", (node.tag, name))
    for name, value in node.attrs.items():
        if name not in allowed:
            yield Problem(node.line, "unknown_attribute", (node.tag, name))
        elif not re.fullmatch(allowed[name], " ".join(value.split()), re.DOTALL):
            yield Problem(node.line, "bad_value", (node.tag, name, value[:40]))


def _content(node: Node) -> Iterator[Problem]:
    if node.tag in ANY:
        return
    if node.tag in MIXED:
        for child in node.elements():
            if child.tag in ELEMENTS and child.tag not in MIXED[node.tag]:
                yield Problem(child.line, "misplaced", (node.tag, child.tag))
        return
    if any(isinstance(child, str) and child.strip() for child in node.children):
        yield Problem(node.line, "stray_text", (node.tag,))
    known = [child for child in node.elements() if child.tag in ELEMENTS]
    misplaced = [child for child in known if child.tag not in _names(node.tag)]
    for child in misplaced:
        yield Problem(child.line, "misplaced", (node.tag, child.tag))
    if not misplaced and len(known) == len(node.elements()):
        if not _pattern(node.tag).fullmatch("".join(f"{child.tag} " for child in known)):
            there = "、".join(dict.fromkeys(child.tag for child in known))
            yield Problem(node.line, "wrong_order" if known else "empty", (node.tag, there))


def _names(tag: str) -> set[str]:
    return set(re.findall(r"\w+", MODELS[tag]))


@cache
def _pattern(tag: str) -> re.Pattern[str]:
    """Chapter+ becomes (?:Chapter )+ so that a run of names, each with a blank, can be matched."""
    spaced = re.findall(r"\w+|[^\w\s]", MODELS[tag])
    return re.compile("".join(f"(?:{part} )" if part[0].isalpha() else part for part in spaced))
