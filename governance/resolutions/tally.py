"""When enough members are present, and when a motion is carried. Pure arithmetic; the rules are parameters."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class QuorumRule(TextChoices):
    """How many members must be present. The guideline does not say (1.K 139)."""

    HALF = "half", _("at least half of the members")
    MORE_THAN_HALF = "more_than_half", _("more than half of the members")
    TWO_THIRDS = "two_thirds", _("at least two thirds of the members")


class VotingRule(TextChoices):
    """What carries a motion. The guideline does not say (1.K 139)."""

    MAJORITY_OF_PRESENT = "majority_of_present", _("more than half of the members present")


class CastingVote(TextChoices):
    """Who decides a tie. The guideline does not say (1.K 139)."""

    CHAIR = "chair", _("the person presiding")
    NOBODY = "nobody", _("nobody: a tie does not carry")


class RecusedRule(TextChoices):
    """Whether a member who takes no part in a motion counts for its quorum. The guideline does not say (1.K 139)."""

    NOT_COUNTED = "not_counted", _("not counted among the members present")
    COUNTED = "counted", _("counted among the members present")


class Outcome(TextChoices):
    CARRIED = "carried", _("Carried")
    LOST = "lost", _("Not carried")
    TIED = "tied", _("Tied")


@dataclass(frozen=True)
class Count:
    """The votes on one motion."""

    in_favour: int
    against: int
    abstaining: int

    @property
    def total(self) -> int:
        return self.in_favour + self.against + self.abstaining


def quorum(rule: QuorumRule, seats: int) -> int:
    """The smallest number of members present that makes a committee of that size able to decide."""
    if rule == QuorumRule.HALF:
        return -(-seats // 2)
    if rule == QuorumRule.MORE_THAN_HALF:
        return seats // 2 + 1
    return -(-seats * 2 // 3)


def outcome(count: Count, present: int) -> Outcome:
    """Carried by more than half of those present; equal votes for and against are a tie."""
    if count.in_favour * 2 > present:
        return Outcome.CARRIED
    if count.in_favour and count.in_favour == count.against:
        return Outcome.TIED
    return Outcome.LOST
