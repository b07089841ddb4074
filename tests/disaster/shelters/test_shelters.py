"""Shelters: who says that one is open, and that being listed is not being open."""

import pytest

from disaster.shelters import actions
from disaster.shelters.lifecycle import SHELTER
from disaster.shelters.models import Shelter
from disaster.shelters.permissions import can_designate_shelter
from portal.foundation.decisions import Denied

ROWS = {
    ("designate", "", "closed"),
    ("open", "closed", "open"),
    ("open", "full", "open"),
    ("fill", "open", "full"),
    ("close", "open", "closed"),
    ("close", "full", "closed"),
}
COLUMNS = {"code": "S-1", "name": "中央小学校", "kana": "ちゅうおうしょうがっこう", "address": "中央1丁目"}


def test_the_table_is_this_one():
    assert {(verb, source, target) for verb, source, target, _by in SHELTER.rows()} == ROWS


@pytest.mark.parametrize("who", ["disaster_officer", "it_chief", "pr_author", "resident_1", "guest"])
def test_who_may_designate_open_fill_and_close(acting, who):
    assert bool(can_designate_shelter(acting(who))) == (who == "disaster_officer")


def test_a_designated_shelter_is_not_open_until_somebody_says_so(acting):
    by = acting("disaster_officer")
    shelter = actions.designate(by=by, **COLUMNS)
    assert shelter.status == "closed"
    with pytest.raises(Denied):
        actions.fill(shelter, by=by)
    assert actions.open(shelter, by=by).status == "open"
    with pytest.raises(Denied):
        actions.open(shelter, by=acting("it_chief"))
    assert actions.fill(shelter, by=by).status == "full"
    assert actions.close(shelter, by=by).status == "closed"


def test_open_ones_come_first(acting):
    by = acting("disaster_officer")
    first = actions.designate(by=by, **COLUMNS)
    second = actions.designate(by=by, **{**COLUMNS, "code": "S-2", "kana": "んん"})
    actions.open(second, by=by)
    assert list(Shelter.objects.open_first()) == [second, first]


def test_the_officer_opens_fills_and_closes_over_http(client_as, acting):
    shelter = actions.designate(by=acting("disaster_officer"), **COLUMNS)
    client = client_as("disaster_officer")
    assert "中央小学校" in client.get("/emergency/shelters/").content.decode()
    for verb, status in (("open", "open"), ("fill", "full"), ("close", "closed")):
        client.post(f"/emergency/shelters/{shelter.pk}/{verb}/")
        shelter.refresh_from_db()
        assert shelter.status == status
    assert client_as("resident_1").post(f"/emergency/shelters/{shelter.pk}/open/").status_code == 403
