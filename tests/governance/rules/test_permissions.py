"""M6 by hand: who may do what with the room rules and with the guideline, in each status."""

from datetime import timedelta

import pytest

from governance.amendments.permissions import can_propose_amendment
from governance.rules import permissions
from governance.rules.lifecycle import InstrumentType, RuleStatus
from governance.rules.register_models import CitedInstrument
from portal.foundation import clock
from portal.foundation.acting import Acting
from tests.factories import governance, rules

PEOPLE = [
    "chair",
    "vice_chair",
    "member",
    "member_as_resident",
    "secretary",
    "mayor",
    "caretaker",
    "department",
    "operator",
    "resident",
    "guest",
    "admin",
]
COMMITTEE = {"chair", "vice_chair", "member"}

MAY_DECIDE = {
    "enact": {(who, "proposed") for who in COMMITTEE},
    "amend": {(who, "in_force") for who in COMMITTEE},
    "abolish": {(who, "in_force") for who in COMMITTEE},
    "reject": {(who, "proposed") for who in COMMITTEE},
    "repeal": {(who, "enacted") for who in COMMITTEE},
}
MAY_WITHDRAW = {("secretary", "proposed")}
MAY_PROPOSE = {
    "room_rule": {*COMMITTEE, "member_as_resident", "secretary", "caretaker", "resident"},
    "guideline": {*COMMITTEE, "secretary", "mayor"},
    "delegated": {*COMMITTEE, "secretary", "mayor"},
}
MAY_DECIDE_GUIDELINE = {"mayor"}
MAY_TRANSCRIBE = {"secretary"}


@pytest.fixture
def who(town, frozen, acting):
    frozen("2026-11-22 09:00")
    governance.a_committee_in_office()
    return {
        "chair": acting("chair"),
        "vice_chair": acting("vice_chair_1"),
        "member": acting("member_1"),
        "member_as_resident": acting("member_1", None),
        "secretary": acting("secretary"),
        "mayor": acting("mayor"),
        "caretaker": acting("caretaker_1"),
        "department": acting("planner_author"),
        "operator": acting("npo_approver"),
        "resident": acting("resident_1"),
        "guest": Acting(),
        "admin": acting("system_admin"),
    }


def those_who(who, question):
    return {name for name in PEOPLE if question(who[name])}


@pytest.mark.parametrize("status", list(RuleStatus))
def test_who_may_decide_about_a_room_rule_in_each_status(who, status):
    rule = rules.a_rule_in(status)
    rules.a_resolution(f"{rules.TITLE}について決める")
    questions = {
        "enact": lambda by: permissions.can_enact_rule(by, rule),
        "amend": lambda by: permissions.can_amend_rule(by, rule),
        "abolish": lambda by: permissions.can_abolish_rule(by, rule),
        "reject": lambda by: permissions.can_reject_rule(by, rule),
        "repeal": lambda by: permissions.can_repeal_rule(by, rule),
    }
    those = {name for name, at in MAY_WITHDRAW if at == status}
    assert those_who(who, lambda by: permissions.can_withdraw_rule(by, rule)) == those
    for verb, question in questions.items():
        expected = {name for name, at in MAY_DECIDE[verb] if at == status}
        assert those_who(who, question) == expected, (verb, status)


def test_without_a_resolution_nobody_may_decide_about_a_room_rule(who):
    draft = rules.a_draft()
    assert those_who(who, lambda by: permissions.can_enact_rule(by, draft)) == set()
    refusal = permissions.can_enact_rule(who["chair"], draft)
    assert refusal.next_step and "resolution" in refusal.reason or "決議" in refusal.reason


def test_who_may_decide_about_the_guideline(who):
    rule = rules.the_guideline()
    for question in (permissions.can_amend_rule, permissions.can_abolish_rule):
        assert those_who(who, lambda by, ask=question: ask(by, rule)) == MAY_DECIDE_GUIDELINE


@pytest.mark.parametrize("instrument_type", list(InstrumentType))
def test_who_may_propose_a_rule_of_each_kind(who, instrument_type):
    found = those_who(who, lambda by: permissions.can_propose_rule(by, instrument_type))
    assert found == MAY_PROPOSE[instrument_type]


def test_who_may_propose_an_amendment_and_only_while_the_rule_is_in_force(who):
    rule = rules.an_enacted_rule()
    assert those_who(who, lambda by: can_propose_amendment(by, rule)) == MAY_PROPOSE["room_rule"]
    guideline = rules.the_guideline()
    assert those_who(who, lambda by: can_propose_amendment(by, guideline)) == MAY_PROPOSE["guideline"]
    draft = rules.a_draft(slug="draft", title="案")
    assert those_who(who, lambda by: can_propose_amendment(by, draft)) == set()


def test_who_may_keep_the_register(who):
    guideline, room_rule = rules.the_guideline(), rules.an_enacted_rule()
    assert those_who(who, permissions.can_transcribe_rule) == MAY_TRANSCRIBE
    assert those_who(who, lambda by: permissions.can_transcribe_version(by, guideline)) == MAY_TRANSCRIBE
    assert those_who(who, lambda by: permissions.can_transcribe_version(by, room_rule)) == set()
    cited = CitedInstrument(title="個人情報の保護に関する条例")
    for version in (guideline.latest, room_rule.latest):
        found = those_who(who, lambda by, at=version: permissions.can_keep_citation(by, at))
        assert found == MAY_TRANSCRIBE
    assert those_who(who, lambda by: permissions.can_mark_abolished(by, cited)) == MAY_TRANSCRIBE
    ours = CitedInstrument(title=rules.TITLE, rule=room_rule)
    assert those_who(who, lambda by: permissions.can_mark_abolished(by, ours)) == set()
    assert those_who(who, lambda by: permissions.can_announce_amendment(by, guideline)) == {
        "secretary",
        "mayor",
    }
    assert those_who(who, lambda by: permissions.can_announce_amendment(by, room_rule)) == {
        "secretary",
        *COMMITTEE,
    }


def test_who_may_take_back_an_amendment_before_its_day(who):
    rule = rules.an_amended_rule(effective_from=clock.today() + timedelta(days=9))
    rules.a_resolution(f"{rules.TITLE}の改正を取りやめる")
    assert those_who(who, lambda by: permissions.can_repeal_version(by, rule)) == COMMITTEE
    with clock.at(clock.today() + timedelta(days=9)):
        assert those_who(who, lambda by: permissions.can_repeal_version(by, rule)) == set()


def test_a_rule_of_the_mayor_rests_on_an_article_of_a_guideline_in_force(who):
    guideline, room_rule = rules.the_guideline(), rules.an_enacted_rule()
    assert permissions.can_delegate(guideline, "art-16")
    for parent, article in ((guideline, "art-99"), (room_rule, "art-1"), (None, "art-16")):
        assert not permissions.can_delegate(parent, article)


def test_another_committee_decides_nothing_here(who, town):
    from residents.models import Body

    rule = rules.an_enacted_rule()
    rules.a_resolution(f"{rules.TITLE}を廃止する")
    other = Body.objects.create(
        code="other",
        name="別の委員会",
        kind="committee",
        legal_basis="第7条",
        valid_from=rules.committee().valid_from,
    )
    by = Acting(who["chair"].person, other)
    refusal = permissions.can_abolish_rule(by, rule)
    assert not refusal and "運営委員会" in str(refusal.next_step)
