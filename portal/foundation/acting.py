"""Who acts, and on whose behalf."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Acting:
    """A person, and the body they act for at this moment (``None``: for themselves).

    The floor knows neither residents nor bodies; it only asks for their ``pk``.
    """

    person: Any = None
    body: Any = None
    is_clock: bool = False

    @property
    def is_guest(self) -> bool:
        """Nobody is logged in, and it is not the clock either."""
        return self.person is None and not self.is_clock

    @property
    def person_id(self) -> str:
        return str(self.person.pk) if self.person is not None else ""

    @property
    def body_id(self) -> str:
        return str(self.body.pk) if self.body is not None else ""

    @property
    def body_name(self) -> str:
        return str(self.body) if self.body is not None else ""


CLOCK = Acting(is_clock=True)
GUEST = Acting()
