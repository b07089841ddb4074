"""The ladder of sanctions: how grave one may be, given what came before. Arithmetic; the numbers come from the rule."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Ladder:
    """The numbers of the rule in force (1.K 141: the guideline leaves them open)."""

    first_suspension_max_days: int
    suspension_max_days: int
    suspensions_before_cancellation: int

    def longest_suspension(self, earlier: int) -> int:
        """The first suspension is shorter than those that follow."""
        return self.suspension_max_days if earlier else self.first_suspension_max_days

    def may_cancel(self, earlier: int) -> bool:
        """The registration is cancelled only after so many suspensions."""
        return earlier >= self.suspensions_before_cancellation
