"""A committee is set up on a provision, renamed with its history kept, and dissolved with a day."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry
from residents.bodies import actions
from residents.models import Body, BodyName

WORDS = {"name": "緑化委員会", "code": "greening", "legal_basis": "緑化条例 第3条"}


@pytest.fixture
def greening(town, frozen, acting):
    frozen("2026-06-01 09:00")
    return actions.set_up(by=acting("mayor"), valid_from=date(2026, 6, 1), **WORDS)


MAY_FOUND = {"mayor", "system_admin"}


@pytest.mark.parametrize("who", ["guest", "resident_1", "chair", "secretary", "mayor", "system_admin"])
def test_who_sets_up_renames_and_dissolves(greening, acting, frozen, who):
    frozen("2026-07-01 09:00")
    by = acting(who)
    acts = [
        lambda: actions.set_up(by=by, valid_from=date(2026, 7, 1), **{**WORDS, "code": f"g-{who}"}),
        lambda: actions.rename(greening, name="みどりの委員会", by=by, basis="条例改正"),
        lambda: actions.dissolve(greening, by=by, last_day=date(2026, 9, 30), basis="条例廃止"),
    ]
    for act in acts:
        if who in MAY_FOUND:
            act()
        else:
            with pytest.raises(Denied):
                act()


def test_a_committee_without_a_legal_basis_is_refused_by_page_and_by_database(town, acting):
    with pytest.raises(Denied):
        actions.set_up(by=acting("mayor"), valid_from=date(2026, 6, 1), **{**WORDS, "legal_basis": " "})
    with pytest.raises(IntegrityError), transaction.atomic():
        Body.objects.create(code="x", name="x", kind="committee", valid_from=date(2026, 6, 1))


def test_a_renamed_body_is_called_by_the_name_of_the_day(greening, acting, frozen):
    frozen("2027-04-01 09:00")
    actions.rename(greening, name="みどりの委員会", by=acting("mayor"), basis="改正条例")
    frozen("2028-04-01 09:00")
    body = actions.rename(greening, name="緑化委員会", by=acting("mayor"), basis="再改正")
    days = {
        date(2027, 3, 31): "緑化委員会",
        date(2027, 4, 1): "みどりの委員会",
        date(2028, 4, 1): "緑化委員会",
    }
    assert {day: body.name_on(day) for day in days} == days
    assert list(BodyName.objects.filter(body=body).values_list("name", "until_on")) == [
        ("緑化委員会", date(2027, 3, 31)),
        ("みどりの委員会", date(2028, 3, 31)),
    ]
    with pytest.raises(Denied):
        actions.rename(body, name="三つめ", by=acting("mayor"), basis="同じ日")
    assert AuditEntry.objects.filter(verb="residents.body.renamed", is_public=True).count() == 2


def test_a_dissolved_committee_ends_at_midnight_and_stays_readable(greening, people, acting, frozen):
    actions.join(greening, person=people["resident_1"], by=acting("mayor"))
    with pytest.raises(Denied):
        actions.dissolve(greening, by=acting("mayor"), last_day=date(2026, 5, 31), basis="廃止")
    actions.dissolve(greening, by=acting("mayor"), last_day=date(2026, 9, 30), basis="廃止条例")
    frozen("2026-09-30 23:59")
    assert people["resident_1"].memberships.in_force().exists()
    frozen("2026-10-01 00:00")
    assert not people["resident_1"].memberships.in_force().exists()


def test_the_pages_of_setting_up_renaming_and_dissolving(town, frozen, client_as):
    frozen("2026-06-01 09:00")
    mayor = client_as("mayor")
    assert client_as("secretary").get("/bodies/set-up/").status_code == 403
    assert "/bodies/set-up/" in mayor.get("/bodies/").content.decode()
    assert mayor.post("/bodies/set-up/", {**WORDS, "valid_from": "2026-06-01"}).status_code == 302
    frozen("2026-06-02 09:00")
    renamed = mayor.post("/bodies/greening/rename/", {"name": "みどりの委員会", "basis": "改正"})
    assert renamed.status_code == 302
    shown = mayor.get("/committees/greening/").content.decode()
    assert "緑化条例 第3条" in shown and "緑化委員会（2026年6月1日(月)まで）" in shown
    ended = mayor.post("/bodies/greening/dissolve/", {"last_day": "2026-06-30", "basis": "廃止条例"})
    assert ended.status_code == 302
    assert Body.objects.get(code="greening").valid_until == date(2026, 6, 30)


def test_a_membership_that_has_begun_is_not_called_off(greening, people, acting):
    begun = actions.join(greening, person=people["resident_1"], by=acting("mayor"))
    with pytest.raises(Denied):
        actions.call_off(begun, by=acting("mayor"))
