"""Following a rule: whoever wants to hear early what is planned for it."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require

from .models import Rule
from .permissions import can_follow_rule
from .register_models import RuleFollower


@transaction.atomic
def follow(rule: Rule, *, by: Acting) -> None:
    """From now on the person hears what is planned for the rule; twice is once."""
    require(can_follow_rule(by))
    _row, is_new = RuleFollower.objects.get_or_create(
        rule=rule, person=by.person, defaults={"since": clock.today()}
    )
    if is_new:
        audit.record("governance.rule.followed", by=by, target=rule)


@transaction.atomic
def unfollow(rule: Rule, *, by: Acting) -> None:
    """The person no longer wants to hear of it."""
    require(can_follow_rule(by))
    gone, _kinds = RuleFollower.objects.filter(rule=rule, person=by.person).delete()
    if gone:
        audit.record("governance.rule.unfollowed", by=by, target=rule)


def follows(person: Any, rule: Rule) -> bool:
    return person is not None and RuleFollower.objects.filter(rule=rule, person=person).exists()
