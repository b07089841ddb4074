"""Who hears of which act on a rule."""

from __future__ import annotations

from portal.foundation import clock, outbox
from portal.foundation.acting import Acting
from residents.models import User

from .models import PlannedAmendment, Rule, RuleVersion


def rule_proposed(rule: Rule, by: Acting) -> None:
    _tell(rule, "proposed", rule.enacted_by.members_on(), by)


def rule_enacted(version: RuleVersion, by: Acting) -> None:
    _tell(version.rule, "enacted", _everybody(), by, version)


def rule_amended(version: RuleVersion, by: Acting) -> None:
    _tell(version.rule, "amended", _everybody(), by, version)


def rule_took_effect(version: RuleVersion, by: Acting) -> None:
    """On the day itself, whether the version is the first or a later one."""
    _tell(version.rule, "took_effect", _everybody(), by, version)


def rule_abolished(version: RuleVersion, by: Acting) -> None:
    _tell(version.rule, "abolished", _everybody(), by, version)


def rule_ended(version: RuleVersion, by: Acting) -> None:
    _tell(version.rule, "ended", _everybody(), by, version)


def amendment_announced(plan: PlannedAmendment, by: Acting) -> None:
    month = plan.expected_month
    outbox.post(
        "governance.amendment_announced",
        _others(plan.rule.enacted_by.members_on(), by),
        url=plan.rule.get_absolute_url(),
        context={"rule": plan.rule.title, "year": month.year, "month": month.month},
        once=f"amendment-announced:{plan.rule_id}:{month:%Y-%m}",
    )


def _tell(rule: Rule, past_tense: str, people, by: Acting, version: RuleVersion | None = None) -> None:
    day = version.effective_from if version else clock.today()
    outbox.post(
        f"governance.rule_{past_tense}",
        _others(people, by),
        url=rule.get_absolute_url(),
        context={
            "rule": rule.title,
            "body": rule.enacted_by.name,
            "year": day.year,
            "month": day.month,
            "day": day.day,
        },
        once=f"rule-{past_tense}:{rule.pk}:{version.number if version else 0}",
    )


def _everybody():
    """Rules bind every participant, so every participant hears of a change."""
    return User.objects.filter(is_active=True)


def _others(people, by: Acting):
    return people.exclude(pk=by.person.pk) if by.person is not None else people
