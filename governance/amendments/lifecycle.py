"""A proposed change of a rule: open until the enacting body adopts it or it is withdrawn."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class AmendmentStatus(models.TextChoices):
    PROPOSED = "proposed", _("Proposed")
    ADOPTED = "adopted", _("Adopted")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    REJECTED = "rejected", _("Not adopted")


AMENDMENT = Lifecycle(
    "governance.amendment",
    AmendmentStatus,
    propose=({START}, AmendmentStatus.PROPOSED, "participants, committee, secretariat"),
    adopt=({AmendmentStatus.PROPOSED}, AmendmentStatus.ADOPTED, "enacting body"),
    reject=({AmendmentStatus.PROPOSED}, AmendmentStatus.REJECTED, "enacting body"),
    withdraw=({AmendmentStatus.PROPOSED}, AmendmentStatus.WITHDRAWN, "proposer"),
)

TONES = {
    AmendmentStatus.PROPOSED: "info",
    AmendmentStatus.ADOPTED: "success",
    AmendmentStatus.WITHDRAWN: "neutral",
    AmendmentStatus.REJECTED: "neutral",
}
