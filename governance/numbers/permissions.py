"""Who enters which number."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from governance.rules.models import RuleVersion
from governance.rules.numbers import article_saying
from portal.foundation import clock, parameters
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from portal.foundation.models import Parameter
from residents.roles.holdings import holds

from .holders import HELD

AMENDED = _("It changes when the rule is amended.")


def can_enter_number(
    by: Acting, name: str, on: date | None = None, known: dict[str, Parameter] | None = None
) -> Decision:
    """The office a number rests on; what a rule fixes on that day is changed by changing the rule.

    ``known`` are the numbers in force, where a page has them already.
    """
    held = HELD.get(name)
    if held is None:
        return Denied(_("This number is fixed by a rule."), AMENDED)
    return holds(by, held.function) and _no_rule_fixes_it(name, on, known)


def _no_rule_fixes_it(name: str, on: date | None, known: dict[str, Parameter] | None) -> Decision:
    """A decision does not override the text of a rule in force (例規が優先する)."""
    row = (parameters.in_force(on) if known is None else known).get(name)
    label, _separator, pk = row.rests_on.partition(":") if row is not None else ("", "", "")
    if row is None or label != RuleVersion._meta.label_lower:
        return True
    version = RuleVersion.objects.select_related("rule").get(pk=pk)
    place = f"「{version.rule.title}」{article_saying(version, row.value)}"
    return Denied(_("%(rule)s fixes this number.") % {"rule": place}, AMENDED)


def begins_in_time(valid_from: date) -> Decision:
    """What held on a past day stays what it was."""
    if valid_from < clock.today():
        return Denied(_("Numbers of past days are not changed."), _("Please choose today or a later day."))
    return True
