"""Contracts carry rights for a year; consent is one's own."""

from datetime import date

import pytest

from portal.foundation.decisions import Denied
from residents.consents import actions as consents
from residents.contracts import actions as contracts
from residents.contracts.lifecycle import CONTRACT


@pytest.fixture
def proposed(town, acting):
    return contracts.propose(
        title="試験の委託",
        contractor=town.body("vcom"),
        scope_items=["助言"],
        grants=[("助言", "rooms.adviser", None)],
        from_on=date(2030, 4, 1),
        until_on=date(2031, 3, 31),
        by=acting("secretary"),
    )


def test_the_verbs_are_these():
    assert list(CONTRACT.rows()) == [
        ("propose", "", "planned", "unit that needs it"),
        ("conclude", "planned", "concluded", "mayor"),
        ("terminate", "concluded", "terminated", "mayor"),
    ]


def test_a_planned_contract_grants_nothing(proposed, acting):
    from residents.roles.holdings import holds

    assert not holds(acting("caretaker_2"), "rooms.adviser", on=date(2030, 5, 1))
    contracts.conclude(proposed, by=acting("mayor"))
    assert holds(acting("caretaker_2"), "rooms.adviser", on=date(2030, 5, 1))
    assert not holds(acting("caretaker_2"), "rooms.adviser", on=date(2031, 4, 1))


@pytest.mark.parametrize("who", ["secretary", "caretaker_1", "member_1", "resident_1", "guest"])
def test_only_the_mayor_concludes_and_terminates(proposed, acting, who):
    with pytest.raises(Denied):
        contracts.conclude(proposed, by=acting(who))
    contracts.conclude(proposed, by=acting("mayor"))
    with pytest.raises(Denied):
        contracts.terminate(proposed, by=acting(who), reason="なし")


def test_nobody_consents_for_another(people, acting):
    with pytest.raises(Denied, match="本人"):
        consents.give(people["resident_2"], "registration_article_2", by=acting("resident_1"))


def test_a_withdrawn_consent_no_longer_stands_and_can_be_given_again(people, acting):
    me, by = people["resident_1"], acting("resident_1")
    assert consents.has_given(me, "registration_article_2")
    consents.withdraw(me.consents.get(), by=by)
    assert not consents.has_given(me, "registration_article_2")
    consents.give(me, "registration_article_2", by=by)
    consents.give(me, "registration_article_2", by=by)
    assert me.consents.standing().count() == 1


def test_nobody_can_consent_to_words_that_do_not_exist(people, acting):
    with pytest.raises(Denied):
        consents.give(people["resident_1"], "no_such_purpose", by=acting("resident_1"))
