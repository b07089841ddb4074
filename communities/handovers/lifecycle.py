"""Handing a community over: offered, then taken up or not ([2.2], [2.3] 管理者の交代). Nobody becomes manager unasked."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class HandoverStatus(models.TextChoices):
    OFFERED = "offered", _("Waiting for the successor's answer")
    ACCEPTED = "accepted", _("Taken over by the successor")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Taken back")


TONES = {HandoverStatus.OFFERED: "warning", HandoverStatus.ACCEPTED: "success"}

HANDOVER = Lifecycle(
    "communities.handover",
    HandoverStatus,
    offer=({START}, HandoverStatus.OFFERED, "manager | unit that runs it | SNS operator"),
    accept=({HandoverStatus.OFFERED}, HandoverStatus.ACCEPTED, "successor"),
    decline=({HandoverStatus.OFFERED}, HandoverStatus.DECLINED, "successor"),
    withdraw=({HandoverStatus.OFFERED}, HandoverStatus.WITHDRAWN, "whoever may offer it"),
)
