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
    recuse=({ResolutionStatus.PROPOSED}, ResolutionStatus.PROPOSED, "member concerned | presiding chair"),
    close_voting=({ResolutionStatus.PROPOSED}, ResolutionStatus.PROPOSED, "presiding chair"),
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


class VoteMethod(models.TextChoices):
    """How the members vote: openly in the meeting, secretly in the meeting, or in writing until a day (書面)."""

    SHOW_OF_HANDS = "show_of_hands", _("Show of hands")
    SECRET = "secret", _("Secret ballot")
    WRITTEN = "written", _("In writing")


class RecusalGround(models.TextChoices):
    """Why a member takes no part in a motion (除斥; compare 地方自治法第117条). No details are kept."""

    OWN_AFFAIR = "own_affair", _("The matter concerns the member personally")
    FAMILY = "family", _("The matter concerns the member's family")
    OCCUPATION = "occupation", _("The matter concerns a business or organisation the member works for")
    OTHER = "other", _("Another direct interest in the matter")


class Choice(models.TextChoices):
    """One member's vote."""

    FOR = "for", _("For")
    AGAINST = "against", _("Against")
    ABSTAIN = "abstain", _("Abstain")
