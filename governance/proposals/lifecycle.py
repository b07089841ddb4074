"""A proposal to the mayor from its draft to the published answer (提言 第6条, [2.10])."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class ProposalStatus(models.TextChoices):
    DRAFTING = "drafting", _("Being drafted")
    ADOPTED = "adopted", _("Adopted by the committee")
    HANDED_OVER = "handed_over", _("Handed over")
    RECEIVED = "received", _("Received by the city")
    ROUTED = "routed", _("With the responsible sections")
    ANSWERED = "answered", _("Answer decided")
    PUBLISHED = "published", _("Answered")


PROPOSAL = Lifecycle(
    "governance.proposal",
    ProposalStatus,
    draft=({START}, ProposalStatus.DRAFTING, "committee"),
    revise=({ProposalStatus.DRAFTING}, ProposalStatus.DRAFTING, "committee"),
    adopt=({ProposalStatus.DRAFTING}, ProposalStatus.ADOPTED, "committee"),
    hand_over=({ProposalStatus.ADOPTED}, ProposalStatus.HANDED_OVER, "chair or secretariat"),
    receive=({ProposalStatus.HANDED_OVER}, ProposalStatus.RECEIVED, "secretariat"),
    route=({ProposalStatus.RECEIVED, ProposalStatus.ROUTED}, ProposalStatus.ROUTED, "secretariat"),
    draft_answer=({ProposalStatus.ROUTED}, ProposalStatus.ROUTED, "responsible section"),
    answer=({ProposalStatus.ROUTED}, ProposalStatus.ANSWERED, "mayor"),
    publish=({ProposalStatus.ANSWERED}, ProposalStatus.PUBLISHED, "secretariat or public relations"),
)

WAITING = frozenset({ProposalStatus.RECEIVED, ProposalStatus.ROUTED, ProposalStatus.ANSWERED})
"""The city has it and the committee waits: the clock of the answer runs."""

TONES = {
    ProposalStatus.DRAFTING: "neutral",
    ProposalStatus.ADOPTED: "info",
    ProposalStatus.HANDED_OVER: "info",
    ProposalStatus.RECEIVED: "info",
    ProposalStatus.ROUTED: "info",
    ProposalStatus.ANSWERED: "info",
    ProposalStatus.PUBLISHED: "success",
}


class Result(models.TextChoices):
    """What the city will do about one item."""

    DONE = "done", _("Already done")
    PLANNED = "planned", _("Will be done")
    PARTLY = "partly", _("Will be done in part")
    UNDER_STUDY = "under_study", _("Under study")
    REFERRED = "referred", _("Passed on to another body")
    NOT_POSSIBLE = "not_possible", _("Not possible")


RESULT_TONES = {
    Result.DONE: "success",
    Result.PLANNED: "success",
    Result.PARTLY: "info",
    Result.UNDER_STUDY: "info",
    Result.REFERRED: "neutral",
    Result.NOT_POSSIBLE: "warning",
}
