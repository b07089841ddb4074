"""Who enters which number."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.roles.holdings import holds

from .holders import HELD


def can_enter_number(by: Acting, name: str) -> Decision:
    """The office a number rests on; what a rule fixes is changed by changing the rule."""
    held = HELD.get(name)
    if held is None:
        return Denied(_("This number is fixed by a rule."), _("It changes when the rule is amended."))
    return holds(by, held.function)


def begins_in_time(valid_from: date) -> Decision:
    """What held on a past day stays what it was."""
    if valid_from < clock.today():
        return Denied(_("Numbers of past days are not changed."), _("Please choose today or a later day."))
    return True
