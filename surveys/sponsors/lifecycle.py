"""An outside body asks to run surveys; the city's system management body decides [26]."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class SponsorStatus(models.TextChoices):
    APPLIED = "applied", _("applied for")
    APPROVED = "approved", _("approved")
    REFUSED = "refused", _("not approved")
    SUSPENDED = "suspended", _("suspended")


SPONSOR = Lifecycle(
    "surveys.sponsor",
    SponsorStatus,
    apply=({START}, SponsorStatus.APPLIED, "outside body"),
    approve=({SponsorStatus.APPLIED}, SponsorStatus.APPROVED, "system management body"),
    refuse=({SponsorStatus.APPLIED}, SponsorStatus.REFUSED, "system management body"),
    suspend=({SponsorStatus.APPROVED}, SponsorStatus.SUSPENDED, "system management body"),
    resume=({SponsorStatus.SUSPENDED}, SponsorStatus.APPROVED, "system management body"),
)

TONES = {
    SponsorStatus.APPLIED: "info",
    SponsorStatus.APPROVED: "success",
    SponsorStatus.REFUSED: "danger",
    SponsorStatus.SUSPENDED: "warning",
}
