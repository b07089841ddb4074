"""The life of a contract, 1年毎の契約 ([2.18])."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class ContractStatus(models.TextChoices):
    PLANNED = "planned", _("Planned")
    DROPPED = "dropped", _("Not concluded")
    CONCLUDED = "concluded", _("Concluded")
    INCIDENT = "incident", _("Incident being handled")
    TERMINATED = "terminated", _("Terminated early")
    ENDED = "ended", _("Ended")
    SETTLED = "settled", _("Settled")


S = ContractStatus

CONTRACT = Lifecycle(
    "residents.contract",
    ContractStatus,
    propose=({START}, S.PLANNED, "unit that needs it"),
    revise=({S.PLANNED}, S.PLANNED, "unit that needs it"),
    drop=({S.PLANNED}, S.DROPPED, "unit that needs it"),
    conclude=({S.PLANNED}, S.CONCLUDED, "mayor"),
    inspect=({S.CONCLUDED}, S.CONCLUDED, "unit that needs it"),
    report_incident=({S.CONCLUDED}, S.INCIDENT, "unit that needs it"),
    resolve_incident=({S.INCIDENT}, S.CONCLUDED, "unit that needs it"),
    renew=({S.CONCLUDED}, S.CONCLUDED, "unit that needs it"),
    decline_renewal=({S.CONCLUDED}, S.CONCLUDED, "unit that needs it"),
    terminate=({S.CONCLUDED, S.INCIDENT}, S.TERMINATED, "mayor"),
    end=({S.CONCLUDED, S.INCIDENT}, S.ENDED, "clock"),
    settle=({S.ENDED, S.TERMINATED}, S.SETTLED, "unit that needs it"),
)

RUNNING = frozenset({S.CONCLUDED, S.INCIDENT})
BINDING = frozenset({S.CONCLUDED, S.INCIDENT, S.TERMINATED, S.ENDED, S.SETTLED})
"""Once concluded: what it carried on a day is judged by its days, whatever became of it later."""

TONES = {
    S.CONCLUDED: "success",
    S.INCIDENT: "danger",
    S.TERMINATED: "warning",
    S.ENDED: "warning",
    S.DROPPED: "warning",
}


class Clause(models.TextChoices):
    """Standard clauses of a contract that touches personal data ([2.18]: 杉並区, 四日市市, 栗東市 …)."""

    CONFIDENTIALITY = "confidentiality", _("Confidentiality")
    SUB_OUTSOURCING = "sub_outsourcing", _("Limits on sub-outsourcing")
    NO_OTHER_USE = "no_other_use", _("No use for another purpose")
    NO_THIRD_PARTY = "no_third_party", _("No supply to third parties")
    NO_COPYING = "no_copying", _("No copying")
    RETURN = "return", _("Return or destruction at the end")
    INSPECTION = "inspection", _("On-site inspection")
    INCIDENT_REPORT = "incident_report", _("Report of incidents")
    LEDGER = "ledger", _("Ledger of what was handed out")


class Renewal(models.TextChoices):
    """What was decided about the next year."""

    OPEN = "", _("Not decided yet")
    RENEWED = "renewed", _("Renewed")
    DECLINED = "declined", _("Not renewed")


REMINDERS = (90, 60, 30)
"""Days before the end on which an undecided renewal is brought to mind ([2.18] T-90, checklist 46)."""
