"""Which body follows which: a reorganisation moves what was open, it does not lose it (checklist 87)."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from .models import Body, BodySuccession


class Successors:
    """All successions of the town, read once: few rows, asked often."""

    def __init__(self) -> None:
        self._after: dict[int, list[tuple[date, Body]]] = defaultdict(list)
        rows = BodySuccession.objects.select_related("successor").order_by("on", "pk")
        for row in rows:
            self._after[row.predecessor_id].append((row.on, row.successor))

    def of(self, body: Body, day: date) -> list[Body]:
        """The bodies that stand in its place on a day; itself while it exists; none if nobody followed."""
        return self._walk(body, day, frozenset())

    def first_of(self, body: Body, day: date) -> Body | None:
        """Who takes its open matters: after a division, the successor that was named first."""
        return next(iter(self.of(body, day)), None)

    def _walk(self, body: Body, day: date, seen: frozenset[int]) -> list[Body]:
        if body.exists_on(day):
            return [body]
        found: list[Body] = []
        for on, successor in self._after.get(body.pk, ()):
            if on <= day and successor.pk not in seen:
                more = self._walk(successor, day, seen | {body.pk})
                found += [one for one in more if one not in found]
        return found


def given_way(day: date) -> dict[int, Body]:
    """body that ended before a day → the body that now stands in its place."""
    successors = Successors()
    ended = Body.objects.filter(valid_until__lt=day, followed_by__on__lte=day).distinct()
    found = {body.pk: successors.first_of(body, day) for body in ended}
    return {pk: body for pk, body in found.items() if body is not None}
