"""Proposed amendments: the changed text, written against one version of the rule."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from governance.rules import amending_sentence, change_set, comparison_table, references
from governance.rules.lifecycle import VersionKind
from governance.rules.models import Rule, RuleVersion
from governance.rules.texts import Text
from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import Open, PersonalData

from .lifecycle import AMENDMENT, TONES, AmendmentStatus
from .querysets import AmendmentQuerySet


class Amendment(Stepped):
    """改正案: somebody's wording for a changed rule, public from the first day, in force only once adopted."""

    lifecycle = AMENDMENT
    personal_data = PersonalData(
        controller="city",
        purpose="To tell the proposer what became of it.",
        fields=("proposed_by", "reason"),
        open={"reason": Open.PUBLIC},
        retention="As long as the rule.",
        on_erasure="The name is neutralised, the wording stays.",
    )

    status = models.CharField(_("status"), max_length=20, choices=AmendmentStatus, editable=False)
    rule = models.ForeignKey(Rule, on_delete=models.PROTECT, related_name="amendments")
    base = models.ForeignKey(RuleVersion, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(
        _("kind"),
        max_length=24,
        choices=[
            (VersionKind.PARTIAL_AMENDMENT, VersionKind.PARTIAL_AMENDMENT.label),
            (VersionKind.COMPLETE_AMENDMENT, VersionKind.COMPLETE_AMENDMENT.label),
        ],
        default=VersionKind.PARTIAL_AMENDMENT,
    )
    text = models.JSONField()
    reason = models.TextField(_("why"))
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    proposed_for = models.ForeignKey(
        "residents.Body", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    proposed_on = models.DateField(_("proposed on"))
    version = models.OneToOneField(
        RuleVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="amendment"
    )

    objects = AmendmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposed amendment")
        verbose_name_plural = _("proposed amendments")
        ordering = ["-proposed_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status=AmendmentStatus.ADOPTED, version__isnull=False)
                | (~Q(status=AmendmentStatus.ADOPTED) & Q(version__isnull=True)),
                name="adopted_amendment_has_its_version",
            )
        ]

    def __str__(self) -> str:
        return f"{self.rule} – {self.proposed_on}"

    def get_absolute_url(self) -> str:
        return reverse("governance:amendment", args=[self.rule.slug, self.pk])

    @property
    def tone(self) -> str:
        return TONES[AmendmentStatus(self.status)]

    @property
    def new_text(self) -> Text:
        return Text.from_json(self.text)

    def preview(self) -> Preview:
        return Preview(self.base.main_provision, self.new_text, self.kind)


class AmendmentStep(Step):
    """One act in the life of a proposed amendment."""

    subject = models.ForeignKey(Amendment, on_delete=models.CASCADE, related_name="steps")


class Preview:
    """What a change would look like: comparison table, amending sentences, citations to look at again."""

    def __init__(self, old: Text, new: Text, kind: str = VersionKind.PARTIAL_AMENDMENT) -> None:
        changes = change_set.derive(old, new)
        self.consolidated = new
        self.rows = comparison_table.compare(old, new)
        self.sentences = amending_sentence.sentences(old, new, changes)
        if kind == VersionKind.COMPLETE_AMENDMENT:
            self.sentences = amending_sentence.whole(new)
        self.stale = references.stale_citations(old, new)
        self.is_empty = not changes
