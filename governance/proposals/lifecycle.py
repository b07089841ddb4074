"""A proposal to the mayor from its draft to the day everything promised is done (提言 第6条, [2.10])."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.foundation.lifecycles import START, Lifecycle


class ProposalStatus(models.TextChoices):
    DRAFTING = "drafting", _("Being drafted")
    READING = "reading", _("Laid open for reading")
    ADOPTED = "adopted", _("Adopted by the committee")
    HANDED_OVER = "handed_over", _("Handed over")
    RETURNED = "returned", _("Returned for correction")
    RECEIVED = "received", _("Received by the city")
    ROUTED = "routed", _("With the responsible sections")
    PRESENTED = "presented", _("Before the mayor")
    ANSWERED = "answered", _("Answer decided")
    PUBLISHED = "published", _("Answered")
    TRACKED = "tracked", _("Being carried out")
    CLOSED = "closed", pgettext_lazy("proposal", "Concluded")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class ProposalKind(models.TextChoices):
    """What is said to the mayor; each kind may have its own times ([2.10])."""

    COMMITTEE = "committee", _("Proposal of the committee")
    OPINION = "opinion", _("Opinion on a theme raised by the city")


S = ProposalStatus
UNNUMBERED = frozenset({S.DRAFTING, S.READING})
"""Words that bind nobody yet: no number, no resolution."""
WAITING = frozenset({S.RECEIVED, S.ROUTED, S.PRESENTED, S.ANSWERED})
"""The city has it and the committee waits: the clock of the answer runs."""
OPENLY_ANSWERED = frozenset({S.PUBLISHED, S.TRACKED, S.CLOSED})
"""Everybody can read the answer."""
FOLLOWED_UP = frozenset({S.PUBLISHED, S.TRACKED})
"""What was promised is being carried out, and the sections report."""

PROPOSAL = Lifecycle(
    "governance.proposal",
    ProposalStatus,
    draft=({START}, S.DRAFTING, "committee or facilitator"),
    revise=({S.DRAFTING, S.READING}, S.DRAFTING, "committee or facilitator"),
    lay_open=({S.DRAFTING}, S.READING, "committee"),
    adopt=({S.DRAFTING, S.READING, S.RETURNED}, S.ADOPTED, "committee by resolution"),
    hand_over=({S.ADOPTED}, S.HANDED_OVER, "chair or secretariat"),
    return_for_correction=({S.HANDED_OVER}, S.RETURNED, "secretariat"),
    correct=({S.RETURNED}, S.RETURNED, "committee"),
    receive=({S.HANDED_OVER}, S.RECEIVED, "secretariat"),
    route=({S.RECEIVED, S.ROUTED}, S.ROUTED, "secretariat"),
    present=({S.ROUTED}, S.PRESENTED, "the last section approves its draft"),
    send_back=({S.PRESENTED}, S.ROUTED, "mayor"),
    answer=({S.PRESENTED}, S.ANSWERED, "mayor"),
    publish=({S.ANSWERED}, S.PUBLISHED, "secretariat or public relations"),
    report=(FOLLOWED_UP, S.TRACKED, "responsible section"),
    conclude=(FOLLOWED_UP, S.CLOSED, "secretariat or responsible section"),
    withdraw=(
        {S.ADOPTED, S.HANDED_OVER, S.RETURNED, S.RECEIVED, S.ROUTED},
        S.WITHDRAWN,
        "committee by resolution",
    ),
)

TONES = {
    S.DRAFTING: "neutral",
    S.RETURNED: "warning",
    S.PUBLISHED: "success",
    S.TRACKED: "success",
    S.CLOSED: "success",
    S.WITHDRAWN: "neutral",
}


class Progress(models.TextChoices):
    """How far the city has got with one item; 'answered' is not 'done' (総論 5-3)."""

    PLANNED = "planned", _("Planned")
    IN_PROGRESS = "in_progress", _("In progress")
    UNDER_STUDY = "under_study", _("Under study")
    DONE = "done", _("Done")
    PARTLY = "partly", _("Done in part")
    REFERRED = "referred", _("Passed on to another body")
    NOT_POSSIBLE = "not_possible", _("Not possible")


FINAL = frozenset({Progress.DONE, Progress.PARTLY, Progress.REFERRED, Progress.NOT_POSSIBLE})
"""Nothing more is owed for the item."""

PROGRESS_TONES = {
    Progress.PLANNED: "info",
    Progress.IN_PROGRESS: "info",
    Progress.UNDER_STUDY: "info",
    Progress.DONE: "success",
    Progress.PARTLY: "success",
    Progress.REFERRED: "neutral",
    Progress.NOT_POSSIBLE: "warning",
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

FIRST_PROGRESS = {
    Result.DONE: Progress.DONE,
    Result.PLANNED: Progress.PLANNED,
    Result.PARTLY: Progress.PLANNED,
    Result.UNDER_STUDY: Progress.UNDER_STUDY,
    Result.REFERRED: Progress.REFERRED,
    Result.NOT_POSSIBLE: Progress.NOT_POSSIBLE,
}
"""Where carrying out stands on the day the answer is published."""
