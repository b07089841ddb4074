"""An objection is filed, examined by somebody else, and decided: upheld, varied or annulled."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class AppealStatus(models.TextChoices):
    FILED = "filed", _("Objection received")
    EXAMINING = "examining", _("Objection being examined")
    UPHELD = "upheld", _("The decision stands")
    VARIED = "varied", _("The decision was made milder")
    ANNULLED = "annulled", _("The decision was lifted")
    WITHDRAWN = "withdrawn", _("Objection withdrawn")


WAITING = frozenset({AppealStatus.FILED, AppealStatus.EXAMINING})
TONES = {
    AppealStatus.FILED: "warning",
    AppealStatus.EXAMINING: "info",
    AppealStatus.VARIED: "success",
    AppealStatus.ANNULLED: "success",
}
BY = "committee, secretariat or adviser, not involved before"

APPEAL = Lifecycle(
    "governance.appeal",
    AppealStatus,
    file=({START}, AppealStatus.FILED, "sanctioned person"),
    examine=({AppealStatus.FILED}, AppealStatus.EXAMINING, BY),
    uphold=({AppealStatus.EXAMINING}, AppealStatus.UPHELD, BY),
    vary=({AppealStatus.EXAMINING}, AppealStatus.VARIED, BY),
    annul=({AppealStatus.EXAMINING}, AppealStatus.ANNULLED, BY),
    withdraw=(WAITING, AppealStatus.WITHDRAWN, "sanctioned person"),
)
