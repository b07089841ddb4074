"""Who may propose, adopt or withdraw an amendment (M6)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from governance.resolutions.models import Resolution
from governance.rules.grounds import is_complete
from governance.rules.lifecycle import RULE
from governance.rules.models import Rule
from governance.rules.permissions import (
    can_amend_rule,
    can_propose_rule,
    can_refuse_amendment,
    comments_are_considered,
)
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.roles.holdings import belongs

from .lifecycle import AMENDMENT
from .models import Amendment


def can_propose_amendment(by: Acting, rule: Rule) -> Decision:
    return (
        can_propose_rule(by, rule.instrument_type) and RULE.allows("amend", rule.status) and _has_text(rule)
    )


def can_adopt_amendment(by: Acting, amendment: Amendment, resolution: Resolution | None = None) -> Decision:
    return (
        can_amend_rule(by, amendment.rule, resolution)
        and AMENDMENT.allows("adopt", amendment.status)
        and _is_current(amendment)
        and is_complete(amendment.new_text)
        and comments_are_considered(amendment.comment_periods.all())
    )


def can_reject_amendment(by: Acting, amendment: Amendment, resolution: Resolution | None = None) -> Decision:
    """The body that could adopt it may also decide not to, by a resolution that was carried or not."""
    return can_refuse_amendment(by, amendment.rule, resolution) and AMENDMENT.allows(
        "reject", amendment.status
    )


def can_withdraw_amendment(by: Acting, amendment: Amendment) -> Decision:
    return _proposed_it(by, amendment) and AMENDMENT.allows("withdraw", amendment.status)


def _has_text(rule: Rule) -> Decision:
    latest = rule.latest
    return bool(latest and latest.text) or Denied(
        _("The text of this rule is not preserved, so it cannot be amended word by word.")
    )


def _is_current(amendment: Amendment) -> Decision:
    """A proposal written against an older text could undo what was decided since."""
    latest = amendment.rule.latest
    return bool(latest and latest.pk == amendment.base_id) or Denied(
        _("The rule has been changed since this was proposed."),
        _("Propose the amendment again on the present text."),
    )


def _proposed_it(by: Acting, amendment: Amendment) -> Decision:
    """The person who proposed it, or a colleague of the body it was proposed for."""
    if by.person is not None and by.person.pk == amendment.proposed_by_id:
        return True
    if by.body is not None and by.body.pk == amendment.proposed_for_id and belongs(by):
        return True
    return Denied(_("Only those who proposed this may withdraw it."))
