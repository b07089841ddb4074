"""What a decision about a rule must rest on: days that follow one another, a resolution, a text without gaps."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from governance.resolutions.lifecycle import Competence, ResolutionStatus
from governance.resolutions.models import Resolution
from portal.foundation import clock
from portal.foundation.decisions import Decision, Denied

from .models import Rule
from .texts import Text, blanks

ADOPTED = frozenset({ResolutionStatus.ADOPTED})


DECIDED = frozenset({ResolutionStatus.ADOPTED, ResolutionStatus.REJECTED})


def can_apply_from(applies_from: date | None, day: date) -> Decision:
    if applies_from is not None and applies_from > day:
        return Denied(_("A text cannot apply later than it is in force."))
    return True


def can_lapse_on(lapses_on: date | None, day: date) -> Decision:
    if lapses_on is not None and lapses_on <= day:
        return Denied(
            _("The rule lapses on %(day)s; the decision has to take effect before.") % {"day": lapses_on}
        )
    return True


def can_begin_on(rule: Rule, day: date) -> Decision:
    """A decision binds nobody before it is made, and comes after the version decided last."""
    if day < clock.today():
        return Denied(_("A rule cannot take effect before the day on which it is decided."))
    return can_follow(rule, day)


def can_follow(rule: Rule, day: date) -> Decision:
    """Versions follow one another in time, so that two never hold on the same day."""
    latest = rule.latest
    if latest is not None and day <= latest.effective_from:
        return Denied(
            _("The version decided last takes effect on %(day)s; this one must begin later.")
            % {"day": latest.effective_from}
        )
    if any(version.effective_from == day and version.repeals_id is None for version in rule.versions.all()):
        return Denied(
            _("On this day a version would have begun that was repealed."), _("Please choose another day.")
        )
    return True


def resolutions_for(rule: Rule, statuses: frozenset[str] = ADOPTED) -> QuerySet[Resolution]:
    """Resolutions of the enacting body that name this rule and have not been carried out yet."""
    about = Resolution.objects.filter(status__in=statuses).of_body(rule.enacted_by).about(Competence.RULES)
    named = about.filter(title__contains=rule.title) | about.filter(text__contains=rule.title)
    return named.exclude(rule_versions__rule=rule)


def rests_on_a_resolution(
    rule: Rule, resolution: Resolution | None, statuses: frozenset[str] = ADOPTED
) -> Decision:
    """第9条第4号: the committee decides about its rules by resolution; the mayor decides alone."""
    if not rule.is_room_rule:
        return True
    if resolution is None:
        return resolutions_for(rule, statuses).exists() or Denied(
            _("The committee has not adopted a resolution that names this rule."),
            _("Move it in a meeting of the committee, resting on Article 9 item 4."),
        )
    if resolution.status not in statuses or resolution.body_id != rule.enacted_by_id:
        return Denied(_("This is not an adopted resolution of the committee."))
    if resolution.competence != Competence.RULES:
        return Denied(_("This resolution does not rest on Article 9 item 4 (making and changing rules)."))
    if rule.title not in f"{resolution.title} {resolution.text}":
        return Denied(_("This resolution does not name this rule."))
    if resolution.rule_versions.filter(rule=rule).exists():
        return Denied(_("This resolution has already been carried out."))
    return True


def is_complete(text: Text | None) -> Decision:
    """No number comes from the vendor: a draft with ○ in it waits for the committee to fill it in."""
    places = blanks(text) if text else []
    if not places:
        return True
    return Denied(
        _("The draft still has open places (○): %(places)s") % {"places": "、".join(places)},
        _("The committee has to decide these numbers first."),
    )
