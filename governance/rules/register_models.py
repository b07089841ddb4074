"""What stands beside a rule's texts: amendments to come, instruments it cites, and who follows it."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.privacy import NoPersonalData, PersonalData

from .models import Rule, RuleVersion


class PlannedAmendment(models.Model):
    """改正予定: an amendment announced for a month before there is any text."""

    personal_data = NoPersonalData

    rule = models.ForeignKey(Rule, on_delete=models.CASCADE, related_name="planned_amendments")
    expected_month = models.DateField(_("expected in"))
    announced_on = models.DateField(_("announced on"))
    remark = models.CharField(_("remark"), max_length=200, blank=True)
    came_with = models.ForeignKey(
        RuleVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="plans_kept"
    )

    class Meta:
        ordering = ["expected_month"]
        constraints = [
            models.UniqueConstraint(fields=["rule", "expected_month"], name="amendment_announced_once")
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.expected_month:%Y-%m}"


class CitedInstrument(models.Model):
    """An ordinance, law or older rule that our rules cite; it may be abolished while they still name it."""

    personal_data = NoPersonalData

    title = models.CharField(_("title"), max_length=160)
    number = models.CharField(_("number"), max_length=120, blank=True)
    dated_on = models.DateField(_("dated"), null=True, blank=True)
    rule = models.ForeignKey(Rule, null=True, blank=True, on_delete=models.PROTECT, related_name="cited_as")
    abolished_on = models.DateField(_("abolished on"), null=True, blank=True)
    remark = models.CharField(_("remark"), max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["title", "number"], name="cited_instrument_once")]

    def __str__(self) -> str:
        return self.title

    def is_abolished(self, on: date) -> bool:
        """No longer law on that day, so that whoever cites it should look again."""
        return self.abolished_on is not None and self.abolished_on <= on


class Citation(models.Model):
    """A provision of a rule names another instrument."""

    personal_data = NoPersonalData

    version = models.ForeignKey(RuleVersion, on_delete=models.CASCADE, related_name="citations")
    provision = models.CharField(max_length=60)
    label = models.CharField(max_length=60)
    instrument = models.ForeignKey(CitedInstrument, on_delete=models.PROTECT, related_name="citations")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version", "provision", "instrument"], name="cited_once_in_a_place"
            )
        ]

    def __str__(self) -> str:
        return f"{self.label} → {self.instrument}"


class RuleFollower(models.Model):
    """Somebody who wants to hear early what is planned for a rule (checklist 117)."""

    personal_data = PersonalData(
        controller="city",
        purpose="To tell followers of a rule what is planned for it.",
        fields=("person",),
        retention="Until the person stops following.",
        on_erasure="Deleted.",
    )

    rule = models.ForeignKey(Rule, on_delete=models.CASCADE, related_name="followers")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="rules_followed"
    )
    since = models.DateField(_("since"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["rule", "person"], name="rule_followed_once")]

    def __str__(self) -> str:
        return f"{self.person} → {self.rule}"
