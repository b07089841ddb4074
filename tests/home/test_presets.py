"""A preset says exactly what is printed; a larger town has the shapes of the small one."""

import json
import re
from datetime import date

import pytest
from django.test import Client

from governance.demo import guideline
from governance.models import Rule
from home import bulk, presets
from residents.bodies.models import Body, BodyName
from residents.models import User
from residents.roles.models import RoleTable

pytestmark = pytest.mark.django_db
TAGS = re.compile(r"<[^>]*>")


@pytest.mark.parametrize("preset", ["nagaoka", "chiyoda"])
def test_a_trial_table_prints_every_cell_of_the_source(unfounded, preset):
    source = json.loads((presets.DEMO / "role_tables.json").read_text(encoding="utf-8"))
    city = presets.PRESETS[preset]
    printed = [
        (row["function_code"], row["assignee"], row["open_ended"], row["tasks"])
        for row in source["normalised_trial_role_assignment"]
        if row["municipality"] == city
    ]
    table = presets.load(preset)
    assert [
        (r.function, r.printed_as, r.is_open_ended, r.tasks) for r in table.rows.order_by("pk")
    ] == printed
    assert len(printed) == 18
    assert presets.load(preset) == table and RoleTable.objects.count() == 1


def test_spellings_of_the_source_stay_findable(unfounded):
    presets.load("nagaoka")
    names = set(BodyName.objects.values_list("name", flat=True))
    assert "NPO法人 ながおか生活情報交流ねっと" in names


def test_fujisawa_has_its_fifteen_duties_and_its_reorganisation(unfounded):
    presets.load("fujisawa")
    section = Body.objects.get(code="civic-autonomy")
    assert len(section.duties) == 15 and len(Body.objects.get(code="civic-affairs").duties) == 8
    assert {s.predecessor.name for s in section.follows.all()} == {"市民提案課", "市民活動課"}


def test_fujisawa_has_its_guideline_exactly_as_printed(unfounded):
    presets.load("fujisawa")
    presets.load("fujisawa")
    printed = guideline()
    rule = Rule.objects.with_versions().get(title=printed["instrument"]["title"])
    assert {(v.number, v.effective_from.isoformat(), bool(v.text)) for v in rule.versions.all()} == {
        (1, "2001-04-01", False),
        (2, "2003-04-01", False),
        (3, "2004-01-26", True),
    }
    standing = Client().get("/rules/guideline/", {"asof": "2004-01-26"}).content.decode()
    for article in printed["main_provision"]["articles"]:
        for paragraph in article["paragraphs"]:
            assert paragraph["text"] in TAGS.sub("", standing), article["id"]
    assert "平成16年1月26日から施行する" in standing
    early = Client().get("/rules/guideline/", {"asof": "2002-01-01"}).context["standing"]
    assert (early.state, early.version.number) == ("without_text", 1)
    assert rule.planned_amendments.get().remark == "2006年3月改正予定"
    experiment = rule.abolishes.get()
    assert (experiment.title, experiment.status, experiment.ends_on) == (
        "市民電子会議室実験実施要領",
        "abolished",
        date(2001, 4, 1),
    )
    history = Client().get("/rules/guideline/versions/").content.decode()
    assert "本文は資料に印刷されていません" in history and "出典のとおり" in history
    assert Client().get("/rules/experiment-guideline/").status_code == 200


def test_the_other_cities_have_no_guideline(unfounded):
    presets.load("nagaoka")
    assert not Rule.objects.exists()


def test_a_larger_town_has_the_same_shapes(town):
    bulk.multiply(2)
    assert User.objects.filter(email__endswith="@crowd.example.jp").count() == bulk.RESIDENTS
    bulk.multiply(2)
    assert User.objects.filter(email__endswith="@crowd.example.jp").count() == bulk.RESIDENTS
