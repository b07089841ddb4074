"""From being named to chairing to the end ([2.23]); no term and no maximum (checklist 77)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class FacilitatorStatus(models.TextChoices):
    NOMINATED = "nominated", _("Named, has not answered yet")
    ACCEPTED = "accepted", _("Has accepted")
    ACTIVE = "active", _("In office")
    DECLINED = "declined", _("Declined")
    ENDED = "ended", _("Ended")


ACCEPTING = frozenset({FacilitatorStatus.ACCEPTED, FacilitatorStatus.ACTIVE})

FACILITATOR = Lifecycle(
    "communities.facilitator",
    FacilitatorStatus,
    designate=({START}, FacilitatorStatus.NOMINATED, "committee by resolution | opener"),
    accept=({FacilitatorStatus.NOMINATED}, FacilitatorStatus.ACCEPTED, "nominee"),
    decline=({FacilitatorStatus.NOMINATED}, FacilitatorStatus.DECLINED, "nominee"),
    begin=({FacilitatorStatus.ACCEPTED}, FacilitatorStatus.ACTIVE, "the room opens | already open"),
    end=(
        {FacilitatorStatus.NOMINATED, *ACCEPTING},
        FacilitatorStatus.ENDED,
        "nominee | committee | opener | the room closes",
    ),
)
