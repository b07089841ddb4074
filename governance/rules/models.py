"""Rules of the town's conversation: the mayor's guideline and the committee's room rules."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from portal.foundation import clock
from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import NoPersonalData

from . import change_set, querysets
from .lifecycle import ENDS, RULE, TONES, InstrumentType, RuleStatus, VersionKind
from .standing import Standing, not_repealed, standing_on
from .supplements import Supplement
from .texts import Text


class Rule(Stepped):
    """例規: an instrument made by a body; its words are in its versions, one for each day it has changed."""

    lifecycle = RULE
    personal_data = NoPersonalData

    status = models.CharField(_("status"), max_length=20, choices=RuleStatus, editable=False)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    title = models.CharField(_("title"), max_length=300)
    instrument_type = models.CharField(_("kind"), max_length=20, choices=InstrumentType)
    enacted_by = models.ForeignKey("residents.Body", on_delete=models.PROTECT, related_name="rules")
    delegated_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="subordinate_rules"
    )
    delegating_provision = models.CharField(max_length=60, blank=True)
    draft = models.JSONField(null=True, blank=True)
    ends_on = models.DateField(_("abolished as of"), null=True, blank=True)
    lapses_on = models.DateField(_("lapses as of"), null=True, blank=True)
    abolished_by = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="abolishes"
    )

    objects = querysets.RuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("rule")
        verbose_name_plural = _("rules")
        ordering = ["instrument_type", "title"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=[RuleStatus.ENDING, RuleStatus.ABOLISHED], ends_on__isnull=False)
                | (~Q(status__in=[RuleStatus.ENDING, RuleStatus.ABOLISHED]) & Q(ends_on__isnull=True)),
                name="rule_has_an_end_only_once_abolished",
            ),
            models.CheckConstraint(
                condition=~Q(status=RuleStatus.PROPOSED) | Q(draft__isnull=False),
                name="proposed_rule_has_a_draft",
            ),
            models.CheckConstraint(
                condition=~Q(status=RuleStatus.LAPSED) | Q(lapses_on__isnull=False),
                name="lapsed_rule_named_its_day",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("governance:rule", args=[self.slug])

    @property
    def tone(self) -> str:
        return TONES[RuleStatus(self.status)]

    @property
    def is_room_rule(self) -> bool:
        return self.instrument_type == InstrumentType.ROOM_RULE

    @property
    def draft_text(self) -> Text | None:
        return Text.from_json(self.draft) if self.draft else None

    def on(self, day: date | None = None) -> Standing:
        """Where the rule stands on a day; reads the versions already fetched."""
        return standing_on([*self.versions.all(), *self._lapse()], day or clock.today())

    def _lapse(self) -> list[RuleVersion]:
        """The end a rule has set itself, before the clock has written it down."""
        if self.lapses_on is None or self.status not in {RuleStatus.ENACTED, RuleStatus.IN_FORCE}:
            return []
        return [RuleVersion(rule=self, kind=VersionKind.LAPSE, effective_from=self.lapses_on)]

    @property
    def latest(self) -> RuleVersion | None:
        """The version decided last, even if its day has not come; what was repealed does not count."""
        return max(not_repealed(self.versions.all()), key=lambda version: version.number, default=None)

    @property
    def ended_on(self) -> date | None:
        """The first day on which it binds no longer, as far as decided or come."""
        return self.lapses_on if self.status == RuleStatus.LAPSED else self.ends_on

    @property
    def is_bound_to_lapse(self) -> bool:
        return self.lapses_on is not None and self.status in {RuleStatus.ENACTED, RuleStatus.IN_FORCE}


class RuleStep(Step):
    """One act in the life of a rule."""

    subject = models.ForeignKey(Rule, on_delete=models.CASCADE, related_name="steps")


class RuleVersion(models.Model):
    """The rule as one decision left it, from its first day until the next version's; never changed.

    A version may stand without text: the source prints only the supplementary provisions of 2001 and 2003.
    """

    personal_data = NoPersonalData

    rule = models.ForeignKey(Rule, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(_("version"))
    kind = models.CharField(_("kind"), max_length=24, choices=VersionKind)
    effective_from = models.DateField(_("in force from"))
    applies_from = models.DateField(_("applies from"), null=True, blank=True)
    promulgated_on = models.DateField(_("promulgated on"), null=True, blank=True)
    text = models.JSONField(null=True, blank=True)
    supplement = models.JSONField(null=True, blank=True)
    changes = models.JSONField(null=True, blank=True)
    numbers = models.JSONField(_("numbers this text fixes"), default=dict, blank=True)
    digest = models.CharField(max_length=64)
    resolution = models.ForeignKey(
        "governance.Resolution", null=True, blank=True, on_delete=models.PROTECT, related_name="rule_versions"
    )
    reference = models.CharField(_("number of the decision"), max_length=120, blank=True)
    note = models.CharField(max_length=300, blank=True)
    repeals = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="repealed_by"
    )
    source = models.TextField(_("law XML this was read from"), null=True, blank=True)

    objects = querysets.RuleVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of a rule")
        verbose_name_plural = _("versions of rules")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["rule", "number"], name="rule_version_numbered_once"),
            models.UniqueConstraint(
                fields=["rule", "effective_from"],
                condition=~Q(kind=VersionKind.REPEAL),
                name="rule_versions_never_overlap",
            ),
            models.CheckConstraint(
                condition=Q(kind=VersionKind.REPEAL, repeals__isnull=False)
                | (~Q(kind=VersionKind.REPEAL) & Q(repeals__isnull=True)),
                name="repeal_names_what_it_repeals",
            ),
            models.UniqueConstraint(fields=["rule", "resolution"], name="resolution_decides_a_rule_once"),
            models.CheckConstraint(
                condition=Q(applies_from__isnull=True) | Q(applies_from__lte=F("effective_from")),
                name="rule_applies_no_later_than_in_force",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=[VersionKind.ABOLITION, VersionKind.LAPSE, VersionKind.REPEAL])
                | Q(text__isnull=True),
                name="abolition_has_no_text",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} ({self.effective_from})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("A version of a rule is never changed.")
        self.digest = fingerprint(self.text, self.supplement)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return f"{self.rule.get_absolute_url()}?asof={self.effective_from.isoformat()}"

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("A version of a rule is never deleted.")

    @property
    def is_end(self) -> bool:
        return self.kind in ENDS

    @cached_property
    def main_provision(self) -> Text | None:
        return Text.from_json(self.text) if self.text else None

    @cached_property
    def supplementary_provision(self) -> Supplement | None:
        return Supplement.from_json(self.supplement) if self.supplement else None

    @property
    def change_set(self) -> change_set.ChangeSet:
        return change_set.from_json(self.changes or [])


def fingerprint(text: dict | None, supplement: dict | None) -> str:
    """A hash by which anybody can tell that a version's words were not altered."""
    words = json.dumps([text, supplement], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(words.encode()).hexdigest()
