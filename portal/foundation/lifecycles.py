"""A lifecycle is a table: verb → from which statuses, to which status, by whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from .decisions import Decision, Denied

START = ""
REGISTRY: dict[str, Lifecycle] = {}


class Transition(NamedTuple):
    sources: frozenset[str]
    target: str
    by: str


class Lifecycle:
    """The verbs of one noun. Keyed by verb, because different acts may reach the same status.

    ``Lifecycle("governance.rule", RuleStatus, abolish=({IN_FORCE}, ENDING, "enacting body"))``
    """

    def __init__(
        self,
        name: str,
        statuses: type[models.TextChoices],
        **verbs: tuple[Iterable[str], str, str],
    ) -> None:
        self.name = name
        self.statuses = statuses
        self.verbs = {
            verb: Transition(frozenset(str(s) for s in sources), str(target), by)
            for verb, (sources, target, by) in verbs.items()
        }
        known = {START, *(str(value) for value in statuses.values)}
        for verb, transition in self.verbs.items():
            unknown = (transition.sources | {transition.target}) - known
            if unknown:
                raise ValueError(f"{name}.{verb} names statuses that do not exist: {sorted(unknown)}")
        REGISTRY[name] = self

    def allows(self, verb: str, status: str) -> Decision:
        """May this verb happen now? The answer names the present status if not."""
        if str(status) in self.verbs[verb].sources:
            return True
        if status == START:
            return Denied(_("This has not begun yet."))
        return Denied(
            _("This cannot be done while the status is “%(status)s”.") % {"status": self.label(status)}
        )

    def target(self, verb: str) -> str:
        return self.verbs[verb].target

    def label(self, status: str) -> str:
        return str(self.statuses(status).label) if status else "–"

    def rows(self) -> Iterator[tuple[str, str, str, str]]:
        """(verb, from, to, by), in the order written."""
        for verb, transition in self.verbs.items():
            for source in sorted(transition.sources):
                yield verb, source, transition.target, transition.by

    def mermaid(self) -> str:
        """The table drawn as a state diagram for the reference."""
        lines = ["stateDiagram-v2"]
        for verb, source, target, by in self.rows():
            lines.append(f"    {source or '[*]'} --> {target}: {verb} ({by})")
        return "\n".join(lines)
