"""Consent is one's own."""

import pytest

from portal.foundation.decisions import Denied
from residents.consents import actions as consents


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
