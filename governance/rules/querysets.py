"""The words in which rules and their versions are looked for."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from portal.foundation import clock

from .lifecycle import BINDING, ENDS, NEVER_IN_FORCE, PAST, InstrumentType, RuleStatus, VersionKind


class RuleQuerySet(models.QuerySet):
    def in_force(self, on: date | None = None) -> RuleQuerySet:
        """Rules that bind on a day, past or future, as far as it is decided today."""
        day = on or clock.today()
        begun = self.filter(versions__effective_from__lte=day).exclude(status__in=NEVER_IN_FORCE).distinct()
        begun = begun.filter(Q(lapses_on__isnull=True) | Q(lapses_on__gt=day))
        return begun.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=day))

    def binding(self) -> RuleQuerySet:
        return self.filter(status__in=BINDING)

    def guidelines(self) -> RuleQuerySet:
        return self.filter(instrument_type=InstrumentType.GUIDELINE)

    def coming(self) -> RuleQuerySet:
        """Drafts before the enacting body, and enacted rules that wait for their day."""
        return self.filter(status__in={RuleStatus.PROPOSED, RuleStatus.ENACTED})

    def abolished(self) -> RuleQuerySet:
        """What binds no longer, whether it was abolished or lapsed."""
        return self.filter(status__in=PAST)

    def never_in_force(self) -> RuleQuerySet:
        """Drafts that were not adopted or withdrawn, and rules repealed before their day."""
        return self.filter(status__in=NEVER_IN_FORCE)

    def due_to_take_effect(self, day: date) -> RuleQuerySet:
        return self.filter(status=RuleStatus.ENACTED, versions__effective_from__lte=day).distinct()

    def due_to_end(self, day: date) -> RuleQuerySet:
        return self.filter(status=RuleStatus.ENDING, ends_on__lte=day)

    def due_to_lapse(self, day: date) -> RuleQuerySet:
        return self.filter(status=RuleStatus.IN_FORCE, lapses_on__lte=day)

    def visible_to(self, by: Any) -> RuleQuerySet:
        """Everybody may read every rule, drafts and abolished ones included (M6: any version, any date)."""
        return self.all()

    def searchable_by(self, person: Any) -> RuleQuerySet:
        """An abolished rule stays findable, labelled."""
        return self.all()

    def with_versions(self) -> RuleQuerySet:
        """With everything the pages of one rule show, in a fixed number of queries."""
        versions = models.Prefetch(
            "versions",
            self.model.versions.rel.related_model.objects.select_related(
                "resolution__term", "resolution__body", "rule"
            ),
        )
        found = self.select_related("enacted_by", "delegated_from", "abolished_by")
        return found.prefetch_related(versions, "planned_amendments", "delegated_from__versions")


class RuleVersionQuerySet(models.QuerySet):
    """Versions are only ever added; what was in force on a day must stay readable."""

    def as_of(self, day: date) -> RuleVersionQuerySet:
        """The version of each rule that was, or will be, in force on a day; abolition counts as the last."""
        later = self.model.objects.filter(
            rule=models.OuterRef("rule"), effective_from__gt=models.OuterRef("effective_from")
        ).filter(effective_from__lte=day)
        begun = self.that_stand().filter(effective_from__lte=day).filter(~models.Exists(later.that_stand()))
        lapsed = Q(rule__lapses_on__lte=day, rule__status__in=[RuleStatus.ENACTED, RuleStatus.IN_FORCE])
        return begun.exclude(kind__in=ENDS).exclude(lapsed)

    def that_stand(self) -> RuleVersionQuerySet:
        """Without what was repealed before its day, and without the repeals themselves."""
        return self.filter(repealed_by__isnull=True).exclude(kind=VersionKind.REPEAL)

    def taking_effect_on(self, day: date) -> RuleVersionQuerySet:
        return self.that_stand().exclude(kind__in=ENDS).filter(effective_from=day).select_related("rule")

    def update(self, **fields: Any) -> int:
        raise TypeError("A version of a rule is never changed.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise TypeError("A version of a rule is never deleted.")
