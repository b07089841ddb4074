"""The statuses of a resolution, the items of 第9条 it can rest on, and the verbs."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class ResolutionStatus(models.TextChoices):
    PROPOSED = "proposed", _("Before the meeting")
    ADOPTED = "adopted", _("Adopted by vote")
    REJECTED = "rejected", _("Rejected by vote")
    WITHDRAWN = "withdrawn", _("Motion withdrawn")


RESOLUTION = Lifecycle(
    "governance.resolution",
    ResolutionStatus,
    propose=({START}, ResolutionStatus.PROPOSED, "committee member"),
    adopt=({ResolutionStatus.PROPOSED}, ResolutionStatus.ADOPTED, "presiding chair"),
    reject=({ResolutionStatus.PROPOSED}, ResolutionStatus.REJECTED, "presiding chair"),
    withdraw=({ResolutionStatus.PROPOSED}, ResolutionStatus.WITHDRAWN, "proposer"),
)


TONES = {
    ResolutionStatus.PROPOSED: "info",
    ResolutionStatus.ADOPTED: "success",
    ResolutionStatus.REJECTED: "warning",
}


class Competence(models.IntegerChoices):
    """第9条各号: the item of the guideline a resolution rests on."""

    PLANNING = 1, _("Article 9 item 1: planning and running the rooms")
    THEMES = 2, _("Article 9 item 2: choosing themes")
    PROPOSALS = 3, _("Article 9 item 3: proposals to the mayor")
    RULES = 4, _("Article 9 item 4: making and changing rules")
    VIOLATIONS = 5, _("Article 9 item 5: dealing with rule violations")
    OTHER = 6, _("Article 9 item 6: other matters the committee finds necessary")


class Choice(models.TextChoices):
    """One member's vote."""

    FOR = "for", _("For")
    AGAINST = "against", _("Against")
    ABSTAIN = "abstain", _("Abstain")
