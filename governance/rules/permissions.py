"""Who may do what with a rule (M6), each answer with its reason."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from governance.resolutions.models import Resolution
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.models import Body
from residents.roles.holdings import belongs, holders, holds, is_active_resident

from .grounds import DECIDED, is_complete, rests_on_a_resolution
from .lifecycle import RULE, InstrumentType, VersionKind
from .models import Rule, RuleVersion
from .register_models import CitedInstrument

ENACTING = {
    InstrumentType.GUIDELINE: "rules.enact_guideline",
    InstrumentType.ROOM_RULE: "rules.enact_room_rules",
    InstrumentType.DELEGATED: "rules.enact_guideline",
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


def can_keep_citation(by: Acting, version: RuleVersion) -> Decision:
    """The secretariat keeps the register; a text that has been replaced keeps the citations it had."""
    if version != version.rule.latest:
        return Denied(_("This text has been replaced; please look at the citations of the present one."))
    return can_transcribe_rule(by)


def can_mark_abolished(by: Acting, instrument: CitedInstrument) -> Decision:
    """Rules of the portal end by their own abolition; only what stands outside is marked by hand."""
    if instrument.rule_id is not None:
        return Denied(_("This rule is kept in the portal and ends by its abolition."))
    return can_transcribe_rule(by)


def can_follow_rule(by: Acting) -> Decision:
    """Everybody with an account, for themselves."""
    return is_active_resident(by.person) or Denied(
        _("Only somebody with an account can follow a rule."), _("Please log in or sign up first.")
    )


def can_announce_amendment(by: Acting, rule: Rule) -> Decision:
    return can_transcribe_rule(by) or holds(by, ENACTING[InstrumentType(rule.instrument_type)])


def can_enact_rule(by: Acting, rule: Rule, resolution: Resolution | None = None) -> Decision:
    return (
        _decides(by, rule, "enact", resolution)
        and is_complete(rule.draft_text)
        and comments_are_considered(rule.comment_periods.about(rule))
    )


def can_amend_rule(by: Acting, rule: Rule, resolution: Resolution | None = None) -> Decision:
    return _decides(by, rule, "amend", resolution)


def comments_are_considered(periods: Any) -> Decision:
    """行政手続法第42条: where a draft lay open, nothing is decided before every comment has its answer."""
    left = periods.in_the_way().first()
    return left is None or Denied(
        _("Comments on this draft still come in or have no answer yet."),
        _("See: %(address)s") % {"address": left.get_absolute_url()},
    )


def can_abolish_rule(by: Acting, rule: Rule, resolution: Resolution | None = None) -> Decision:
    return _decides(by, rule, "abolish", resolution)


def can_repeal_rule(by: Acting, rule: Rule, resolution: Resolution | None = None) -> Decision:
    """Before its day the body may take back what it enacted."""
    return _decides(by, rule, "repeal", resolution)


def can_repeal_version(by: Acting, rule: Rule, resolution: Resolution | None = None) -> Decision:
    """Before its day the body may take back an amendment; what already binds is amended or abolished."""
    return _decides(by, rule, "repeal_version", resolution) and _has_a_version_to_come(rule)


def can_reject_rule(by: Acting, rule: Rule, resolution: Resolution | None = None) -> Decision:
    """A motion that was not carried is ground enough not to make a draft a rule."""
    return (
        _acts_for_its_body(by, rule)
        and RULE.allows("reject", rule.status)
        and rests_on_a_resolution(rule, resolution, DECIDED)
    )


def can_refuse_amendment(by: Acting, rule: Rule, resolution: Resolution | None = None) -> Decision:
    """The body that made the rule answers who would change it; it needs no rule in force for saying no."""
    return _acts_for_its_body(by, rule) and rests_on_a_resolution(rule, resolution, DECIDED)


def can_withdraw_rule(by: Acting, rule: Rule) -> Decision:
    """Asked in this order because the page of every rule asks it, and only drafts need to look further."""
    return RULE.allows("withdraw", rule.status) and _proposed_it(by, rule)


def what_one_may(by: Acting, rule: Rule) -> dict[str, Decision]:
    """Every decision about a rule at once, for its page."""
    return {
        "enact": can_enact_rule(by, rule),
        "abolish": can_abolish_rule(by, rule),
        "reject": can_reject_rule(by, rule),
        "withdraw": can_withdraw_rule(by, rule),
        "repeal": can_repeal_rule(by, rule),
        "repeal_version": can_repeal_version(by, rule),
        "announce": can_announce_amendment(by, rule),
        "delegate": can_propose_rule(by, InstrumentType.DELEGATED) and _is_a_guideline_in_force(rule),
    }


def _is_a_guideline_in_force(rule: Rule) -> Decision:
    if rule.instrument_type == InstrumentType.GUIDELINE:
        return RULE.allows("amend", rule.status)
    return Denied(_("Only a guideline leaves something to the mayor."))


def can_delegate(parent: Rule | None, provision: str) -> Decision:
    """第16条: what the mayor lays down in detail names the guideline and the article that leaves it to the mayor."""
    if parent is None or parent.instrument_type != InstrumentType.GUIDELINE:
        return Denied(_("A rule of the mayor under a guideline names the guideline it rests on."))
    version = parent.on().version
    text = version.main_provision if version else None
    return bool(text and text.article_of(provision)) or Denied(
        _("The article it rests on is not in force today.")
    )


def _proposing(instrument_type: str) -> tuple[str, ...]:
    if instrument_type == InstrumentType.ROOM_RULE:
        return ("committee.steering", "committee.secretariat", "rooms.caretaker")
    return ("committee.steering", "committee.secretariat", "rules.enact_guideline")


def _decides(by: Acting, rule: Rule, verb: str, resolution: Resolution | None) -> Decision:
    return (
        _acts_for_its_body(by, rule)
        and RULE.allows(verb, rule.status)
        and rests_on_a_resolution(rule, resolution)
    )


def _acts_for_its_body(by: Acting, rule: Rule) -> Decision:
    if by.body is not None and by.body == rule.enacted_by:
        return holds(by, ENACTING[InstrumentType(rule.instrument_type)])
    return Denied(
        _("Only the body that made this rule may do this."),
        _("This rule is made by: %(body)s") % {"body": rule.enacted_by},
    )


def _proposed_it(by: Acting, rule: Rule) -> Decision:
    """The person who put it forward, or a colleague of the body it was put forward for."""
    first = rule.steps.filter(verb="propose").first() if by.person is not None else None
    if first is not None:
        if first.person_id == by.person_id:
            return True
        if first.body_id and first.body_id == by.body_id and belongs(by):
            return True
    return Denied(_("Only those who proposed this may withdraw it."))


def _has_a_version_to_come(rule: Rule) -> Decision:
    latest = rule.latest
    if latest is None or latest.effective_from <= clock.today() or latest.kind == VersionKind.ENACTMENT:
        return Denied(_("No amendment of this rule waits for its day."))
    return True
