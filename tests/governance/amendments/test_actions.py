"""Proposing, adopting and withdrawing another wording."""

from datetime import date

import pytest

from governance.amendments import actions
from governance.amendments.permissions import can_adopt_amendment, can_withdraw_amendment
from governance.models import Amendment
from governance.rules.notation import parse
from governance.sittings import acting_chair
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from tests.factories import governance, rules

NEW = parse(rules.TEXT.replace("6か月", "12か月"))


@pytest.fixture(autouse=True)
def committee_in_office(town, frozen):
    frozen("2026-11-22 09:00")
    return governance.a_committee_in_office()


@pytest.fixture
def resident(people):
    return Acting(people["resident_1"])


@pytest.fixture
def amendment(resident):
    return actions.propose(rules.an_enacted_rule(), by=resident, text=NEW, reason="冬に休眠になるためです。")


def adopt(amendment, **more):
    decision = {
        "by": acting_chair(rules.committee()),
        "resolution": rules.a_resolution(f"{rules.TITLE}を改める"),
        "effective_from": date(2027, 1, 1),
    }
    return actions.adopt(amendment, **{**decision, **more})


def test_propose_tells_the_committee_and_changes_no_rule(amendment):
    assert (amendment.status, amendment.base.number) == ("proposed", 1)
    assert AuditEntry.objects.get(verb="governance.amendment.proposed").is_public
    assert OutboxMessage.objects.filter(kind="governance.amendment_proposed").exists()
    assert rules.reloaded(amendment.rule).latest.main_provision == rules.room_rule_text()


def test_adopt_makes_the_wording_a_version_of_the_rule_and_tells_the_proposer(amendment, resident):
    version = adopt(amendment)
    amendment.refresh_from_db()
    assert (amendment.status, amendment.version) == ("adopted", version)
    assert (version.number, version.kind, version.main_provision) == (2, "partial_amendment", NEW)
    news = OutboxMessage.objects.get(kind="governance.amendment_adopted")
    assert news.recipient_id == str(resident.person.pk)
    assert AuditEntry.objects.filter(verb="governance.amendment.adopted").count() == 1


def test_withdraw_is_for_those_who_proposed_it(amendment, resident, people):
    assert not can_withdraw_amendment(Acting(people["resident_2"]), amendment)
    assert not can_withdraw_amendment(acting_chair(rules.committee()), amendment)
    actions.withdraw(amendment, by=resident, reason="言い回しを考え直します。")
    amendment.refresh_from_db()
    assert (amendment.status, amendment.steps.last().verb) == ("withdrawn", "withdraw")
    with pytest.raises(Denied):
        adopt(amendment)


def test_a_wording_against_an_older_text_cannot_undo_what_was_decided_since(amendment, resident):
    other = actions.propose(
        amendment.rule,
        by=resident,
        text=parse(rules.TEXT.replace("人を傷つける", "人をおとしめる")),
        reason="言葉を選び直すためです。",
    )
    adopt(amendment)
    rules.a_resolution(f"{rules.TITLE}を改める")
    assert not can_adopt_amendment(acting_chair(rules.committee()), other)
    with pytest.raises(Denied):
        adopt(other, effective_from=date(2027, 2, 1))
    assert other.rule.versions.count() == 2


def test_an_unchanged_text_is_no_amendment(resident):
    with pytest.raises(Denied):
        actions.propose(
            rules.an_enacted_rule(), by=resident, text=rules.room_rule_text(), reason="変わりません。"
        )
    assert not Amendment.objects.exists()


def test_a_rule_whose_text_is_not_preserved_cannot_be_amended_word_by_word(acting):
    rule = rules.the_experiment()
    with pytest.raises(Denied):
        actions.propose(rule, by=acting("secretary"), text=NEW, reason="本文がありません。")


def test_adopting_twice_is_refused(amendment):
    adopt(amendment)
    with clock.at(date(2027, 1, 2)), pytest.raises(Denied):
        adopt(amendment, effective_from=date(2027, 2, 1))
    assert amendment.rule.versions.count() == 2
