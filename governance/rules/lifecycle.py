"""What a rule can be, and the verbs that make it so (制定・改正・廃止, [2.9])."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class RuleStatus(models.TextChoices):
    PROPOSED = "proposed", _("Draft before the enacting body")
    ENACTED = "enacted", _("Enacted, not yet in force")
    IN_FORCE = "in_force", _("In force now")
    ENDING = "ending", _("In force, abolition decided")
    ABOLISHED = "abolished", _("Abolished")
    LAPSED = "lapsed", _("Lapsed")
    REPEALED = "repealed", _("Repealed before its day")
    REJECTED = "rejected", _("Not adopted")
    WITHDRAWN = "withdrawn", _("Draft withdrawn")


RULE = Lifecycle(
    "governance.rule",
    RuleStatus,
    propose=({START}, RuleStatus.PROPOSED, "participants, committee, secretariat"),
    transcribe=({START}, RuleStatus.IN_FORCE, "secretariat"),
    transcribe_version=({RuleStatus.IN_FORCE}, RuleStatus.IN_FORCE, "secretariat"),
    withdraw=({RuleStatus.PROPOSED}, RuleStatus.WITHDRAWN, "proposer"),
    reject=({RuleStatus.PROPOSED}, RuleStatus.REJECTED, "enacting body"),
    enact=({RuleStatus.PROPOSED}, RuleStatus.ENACTED, "enacting body"),
    repeal=({RuleStatus.ENACTED}, RuleStatus.REPEALED, "enacting body"),
    take_effect=({RuleStatus.ENACTED}, RuleStatus.IN_FORCE, "clock"),
    amend=({RuleStatus.IN_FORCE}, RuleStatus.IN_FORCE, "enacting body"),
    repeal_version=({RuleStatus.IN_FORCE}, RuleStatus.IN_FORCE, "enacting body"),
    lapse=({RuleStatus.IN_FORCE}, RuleStatus.LAPSED, "clock"),
    abolish=({RuleStatus.IN_FORCE}, RuleStatus.ENDING, "enacting body"),
    end=({RuleStatus.ENDING}, RuleStatus.ABOLISHED, "clock"),
)

BINDING = frozenset({RuleStatus.IN_FORCE, RuleStatus.ENDING})
"""People must follow it today: a decided abolition changes nothing before its day."""

NEVER_IN_FORCE = frozenset({RuleStatus.REPEALED, RuleStatus.REJECTED, RuleStatus.WITHDRAWN})
"""Readable as what was once proposed; it never bound anybody."""

PAST = frozenset({RuleStatus.ABOLISHED, RuleStatus.LAPSED})

TONES = {
    RuleStatus.PROPOSED: "neutral",
    RuleStatus.ENACTED: "info",
    RuleStatus.IN_FORCE: "success",
    RuleStatus.ENDING: "warning",
    RuleStatus.ABOLISHED: "neutral",
    RuleStatus.LAPSED: "neutral",
    RuleStatus.REPEALED: "neutral",
    RuleStatus.REJECTED: "neutral",
    RuleStatus.WITHDRAWN: "neutral",
}


class InstrumentType(models.TextChoices):
    """Who makes it: the mayor's guideline (要領) and what rests on it (第16条), or the committee's room rule."""

    GUIDELINE = "guideline", _("Guideline of the mayor")
    ROOM_RULE = "room_rule", _("Room rule of the committee")
    DELEGATED = "delegated", _("Rule of the mayor under a guideline")


class VersionKind(models.TextChoices):
    ENACTMENT = "enactment", _("Enactment")
    COMPLETE_AMENDMENT = "complete_amendment", _("Complete amendment")
    PARTIAL_AMENDMENT = "partial_amendment", _("Partial amendment")
    ABOLITION = "abolition", _("Abolition")
    LAPSE = "lapse", _("Lapse")
    REPEAL = "repeal", _("Repeal before taking effect")


ENDS = frozenset({VersionKind.ABOLITION, VersionKind.LAPSE})
"""From the first day of such a version there is no text any more."""
