"""Rules on the secretariat's desk: texts that take effect and rules that end."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.agenda import AT_ONCE, Matter

from .lifecycle import ENDS, RuleStatus
from .models import Rule, RuleVersion


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """First days of texts and last days of rules."""
    texts = RuleVersion.objects.that_stand().exclude(kind__in=ENDS)
    begins = texts.filter(effective_from__gte=today, effective_from__lte=until)
    lapses = Rule.objects.filter(status=RuleStatus.IN_FORCE, lapses_on__gte=today, lapses_on__lte=until)
    ends = Rule.objects.filter(status=RuleStatus.ENDING, ends_on__gte=today, ends_on__lte=until)
    found = [
        Matter(
            v.rule.title, _("The text takes effect"), v.rule.get_absolute_url(), v.effective_from, _("Clock")
        )
        for v in begins.select_related("rule").order_by("effective_from")[:AT_ONCE]
    ]
    found += [
        Matter(rule.title, _("The rule lapses"), rule.get_absolute_url(), rule.lapses_on, _("Clock"))
        for rule in lapses.order_by("lapses_on")[:AT_ONCE]
    ]
    return found + [
        Matter(rule.title, _("The rule ends"), rule.get_absolute_url(), rule.ends_on, _("Clock"))
        for rule in ends.order_by("ends_on")[:AT_ONCE]
    ]
