"""A contractor asks to let somebody else do part of the work (再委託, [2.18])."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class SubOutsourcingStatus(models.TextChoices):
    REQUESTED = "requested", _("Waits for consent")
    CONSENTED = "consented", _("Consent given")
    REFUSED = "refused", _("Consent refused")
    WITHDRAWN = "withdrawn", _("Request withdrawn")
    REVOKED = "revoked", _("Consent revoked")


S = SubOutsourcingStatus

SUB_OUTSOURCING = Lifecycle(
    "residents.sub_outsourcing",
    SubOutsourcingStatus,
    request=({START}, S.REQUESTED, "contractor"),
    withdraw=({S.REQUESTED}, S.WITHDRAWN, "contractor"),
    consent=({S.REQUESTED}, S.CONSENTED, "mayor"),
    refuse=({S.REQUESTED}, S.REFUSED, "mayor"),
    revoke_consent=({S.CONSENTED}, S.REVOKED, "mayor"),
)

TONES = {
    S.REQUESTED: "info",
    S.CONSENTED: "success",
    S.REFUSED: "neutral",
    S.WITHDRAWN: "neutral",
    S.REVOKED: "warning",
}
