"""Who hears of which act on a rule."""

from __future__ import annotations

from django.db.models import Q

from communities.facilitators.models import FacilitatorAssignment
from communities.rooms.lifecycle import WRITABLE
from communities.rooms.models import Room
from portal.foundation import clock, outbox
from portal.foundation.acting import Acting
from residents.models import User

from .models import Rule, RuleVersion
from .register_models import PlannedAmendment


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


def rule_lapsed(version: RuleVersion, by: Acting) -> None:
    _tell(version.rule, "lapsed", _everybody(), by, version)


def rule_repealed(version: RuleVersion, by: Acting) -> None:
    """Everybody was told that it would come, so everybody is told that it will not."""
    _tell(version.rule, "repealed", _everybody(), by, version)


def rule_rejected(rule: Rule, by: Acting) -> None:
    """Whoever put the draft forward."""
    _tell(rule, "rejected", _proposers(rule), by)


def rule_withdrawn(rule: Rule, by: Acting) -> None:
    _tell(rule, "withdrawn", rule.enacted_by.members_on(), by)


def rule_would_rest_room(version: RuleVersion, room: Room) -> None:
    """A new period would make this room dormant, or close it sooner: its people can still write there."""
    day = version.effective_from
    people = [m.person for m in room.memberships.joined().select_related("person")]
    outbox.post(
        "governance.rule_would_rest_room",
        people,
        url=version.get_absolute_url(),
        context={
            "rule": version.rule.title,
            "room": room.title,
            "year": day.year,
            "month": day.month,
            "day": day.day,
        },
        once=f"rule-would-rest:{version.pk}:{room.pk}",
    )


def rule_ended(version: RuleVersion, by: Acting) -> None:
    _tell(version.rule, "ended", _everybody(), by, version)


def amendment_announced(plan: PlannedAmendment, by: Acting) -> None:
    """The body that makes the rule, whoever follows it, and whoever leads a room that goes by it (checklist 117)."""
    month, rule = plan.expected_month, plan.rule
    people = rule.enacted_by.members_on() | User.objects.filter(rules_followed__rule=rule, is_active=True)
    if rule.is_room_rule:
        people |= _leading_rooms()
    outbox.post(
        "governance.amendment_announced",
        _others(User.objects.filter(pk__in=people.values("pk")), by),
        url=rule.get_absolute_url(),
        context={"rule": rule.title, "year": month.year, "month": month.month},
        once=f"amendment-announced:{plan.rule_id}:{month:%Y-%m}",
    )


def _leading_rooms():
    """Openers and facilitators of the rooms in which people write."""
    rooms = Room.objects.filter(status__in=WRITABLE)
    chairs = FacilitatorAssignment.objects.active().filter(forum__in=rooms)
    leading = Q(pk__in=rooms.values("manager")) | Q(pk__in=chairs.values("person"))
    return User.objects.filter(leading, is_active=True)


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


def _proposers(rule: Rule):
    ids = rule.steps.filter(verb="propose").exclude(person_id="").values_list("person_id", flat=True)
    return User.objects.filter(pk__in=list(ids))


def _everybody():
    """Rules bind every participant, so every participant hears of a change."""
    return User.objects.filter(is_active=True)


def _others(people, by: Acting):
    return people.exclude(pk=by.person.pk) if by.person is not None else people
