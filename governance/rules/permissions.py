"""Who may do what with a rule (M6), each answer with its reason."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from governance.resolutions.lifecycle import Competence, ResolutionStatus
from governance.resolutions.models import Resolution
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.models import Body
from residents.roles.holdings import holders, holds, is_active_resident

from .lifecycle import RULE, InstrumentType
from .models import Rule
from .texts import Text, blanks

ENACTING = {
    InstrumentType.GUIDELINE: "rules.enact_guideline",
    InstrumentType.ROOM_RULE: "rules.enact_room_rules",
}


def enacting_body(instrument_type: str) -> Body:
    """The body that makes this kind of rule today; without one nobody could enact it."""
    body = holders(ENACTING[InstrumentType(instrument_type)]).first()
    if body is None:
        raise Denied(_("No body makes this kind of rule today."))
    return body


def can_propose_rule(by: Acting, instrument_type: str) -> Decision:
    """Room rules: everybody registered, the committee, caretakers, the secretariat. Guideline: not residents."""
    if is_active_resident(by.person):
        if by.body is None and instrument_type == InstrumentType.ROOM_RULE:
            return True
        if any(holds(by, function) for function in _proposing(instrument_type)):
            return True
    if by.is_guest:
        return Denied(
            _("Only registered participants may propose a rule."), _("Please log in or sign up first.")
        )
    return Denied(
        _("Your body has no part in making this kind of rule."),
        _("You may propose a room rule as a resident, acting for yourself."),
    )


def can_transcribe_rule(by: Acting) -> Decision:
    """The secretariat keeps the consolidated text, also of what was decided before the portal."""
    return holds(by, "committee.secretariat")


def can_transcribe_version(by: Acting, rule: Rule) -> Decision:
    """Only of the mayor's guidelines: room rules are decided in the portal itself."""
    if rule.is_room_rule:
        return Denied(
            _("Room rules change by a resolution of the committee."),
            _("Propose an amendment instead."),
        )
    return can_transcribe_rule(by) and RULE.allows("transcribe_version", rule.status)


def can_announce_amendment(by: Acting, rule: Rule) -> Decision:
    return can_transcribe_rule(by) or holds(by, ENACTING[InstrumentType(rule.instrument_type)])


def can_enact_rule(by: Acting, rule: Rule, resolution: Resolution | None = None) -> Decision:
    return _decides(by, rule, "enact", resolution) and _is_complete(rule.draft_text)


def can_amend_rule(by: Acting, rule: Rule, resolution: Resolution | None = None) -> Decision:
    return _decides(by, rule, "amend", resolution)


def can_abolish_rule(by: Acting, rule: Rule, resolution: Resolution | None = None) -> Decision:
    return _decides(by, rule, "abolish", resolution)


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
    return True


def resolutions_for(rule: Rule) -> QuerySet[Resolution]:
    """Adopted resolutions of the enacting body that name this rule and have not been carried out yet."""
    adopted = Resolution.objects.adopted().of_body(rule.enacted_by).about(Competence.RULES)
    named = adopted.filter(title__contains=rule.title) | adopted.filter(text__contains=rule.title)
    return named.exclude(rule_versions__rule=rule)


def _proposing(instrument_type: str) -> tuple[str, ...]:
    if instrument_type == InstrumentType.ROOM_RULE:
        return ("committee.steering", "committee.secretariat", "rooms.caretaker")
    return ("committee.steering", "committee.secretariat", "rules.enact_guideline")


def _decides(by: Acting, rule: Rule, verb: str, resolution: Resolution | None) -> Decision:
    return (
        _acts_for_its_body(by, rule)
        and RULE.allows(verb, rule.status)
        and _rests_on_a_resolution(rule, resolution)
    )


def _acts_for_its_body(by: Acting, rule: Rule) -> Decision:
    if by.body is not None and by.body == rule.enacted_by:
        return holds(by, ENACTING[InstrumentType(rule.instrument_type)])
    return Denied(
        _("Only the body that made this rule may do this."),
        _("This rule is made by: %(body)s") % {"body": rule.enacted_by},
    )


def _rests_on_a_resolution(rule: Rule, resolution: Resolution | None) -> Decision:
    """第9条第4号: the committee decides about its rules by resolution; the mayor decides alone."""
    if not rule.is_room_rule:
        return True
    if resolution is None:
        return resolutions_for(rule).exists() or Denied(
            _("The committee has not adopted a resolution that names this rule."),
            _("Move it in a meeting of the committee, resting on Article 9 item 4."),
        )
    if resolution.status != ResolutionStatus.ADOPTED or resolution.body_id != rule.enacted_by_id:
        return Denied(_("This is not an adopted resolution of the committee."))
    if resolution.competence != Competence.RULES:
        return Denied(_("This resolution does not rest on Article 9 item 4 (making and changing rules)."))
    if rule.title not in f"{resolution.title} {resolution.text}":
        return Denied(_("This resolution does not name this rule."))
    if resolution.rule_versions.filter(rule=rule).exists():
        return Denied(_("This resolution has already been carried out."))
    return True


def _is_complete(text: Text | None) -> Decision:
    """No number comes from the vendor: a draft with ○ in it waits for the committee to fill it in."""
    places = blanks(text) if text else []
    if not places:
        return True
    return Denied(
        _("The draft still has open places (○): %(places)s") % {"places": "、".join(places)},
        _("The committee has to decide these numbers first."),
    )
