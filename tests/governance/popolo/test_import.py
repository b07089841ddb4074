"""Records of others are taken in once, brought up to date, and never doubled."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from governance.popolo import actions
from governance.popolo.models import (
    ExternalIdentifier,
    ImportedMembership,
    ImportedOrganisation,
    ImportedPerson,
)
from governance.popolo.reading import Reading
from governance.popolo.rows import membership_cells
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry
from tests.governance.popolo.samples import an_assembly, as_file
from tests.realdata import realdata

MODELS = (ExternalIdentifier, ImportedMembership, ImportedOrganisation, ImportedPerson)


def rows() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in MODELS)


def take_in(*files: str, **options: str) -> str:
    out = StringIO()
    call_command("import_popolo", *files, stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def assembly(db, tmp_path):
    def write(data=None):
        return as_file(data or an_assembly(), tmp_path / "ep-popolo-v1.0.json")

    return write


def test_227_memberships_come_in_once(assembly):
    said = take_in(assembly())
    assert "memberships: 227 new, 0 changed, 0 unchanged" in said
    assert "http://www.assemblee.example/" in said
    assert (ImportedMembership.objects.count(), ImportedPerson.objects.count()) == (227, 110)
    before = rows()
    said = take_in(assembly())
    assert rows() == before
    assert "memberships: 0 new, 0 changed, 227 unchanged" in said
    assert "persons: 0 new, 0 changed, 110 unchanged" in said


def test_of_a_person_only_the_name_is_kept(assembly):
    take_in(assembly())
    kept = json.dumps(list(ImportedPerson.objects.values()), default=str)
    assert "Member 7" in kept and "example.org" not in kept and "1960" not in kept


def test_what_was_corrected_at_the_source_is_corrected_here(assembly):
    take_in(assembly())
    before = rows()
    data = an_assembly()
    data["persons"][3]["name"] = "Renamed"
    data["organizations"][1]["dissolution_date"] = "2015-06"
    data["areas"][0]["name"] = "Gitega"
    data["events"][0]["name"] = "Third"
    data["memberships"][1]["role"] = "speaker"
    data["memberships"][0]["end_date"] = "2009-12-31"
    data["memberships"][-1]["start_date"] = "2012-04-01"
    said = take_in(assembly(data))
    assert rows() == before
    assert "persons: 0 new, 1 changed" in said and "organisations: 0 new, 1 changed" in said
    assert ImportedPerson.objects.filter(name="Renamed").count() == 1
    assert ImportedOrganisation.objects.get(name="Party 0").dissolved == "2015-06"
    assert set(ImportedMembership.objects.values_list("area", flat=True)) == {"Gitega"}
    assert set(ImportedMembership.objects.values_list("period", flat=True)) == {"Third", "4e législature"}
    assert ImportedMembership.objects.get(role="speaker").person.name == "Member 1"
    assert ImportedMembership.objects.get(ended="2009-12-31").person.name == "Member 0"
    assert ImportedMembership.objects.get(begun="2012-04-01").person.name == "Member 6"
    assert take_in(assembly(data)) and rows() == before


def test_a_second_time_in_the_same_office_is_another_membership(db, tmp_path):
    data = {
        "persons": [{"id": "a", "name": "A"}],
        "organizations": [{"id": "o", "name": "O"}],
        "memberships": [
            {
                "person_id": "a",
                "organization_id": "o",
                "start_date": "2001",
                "end_date": "2003-12-31",
                "end_reason": "resigned",
            }
        ],
    }
    take_in(as_file(data, tmp_path / "one.json"), source="o")
    assert "2003-12-31 (resigned)" in membership_cells(ImportedMembership.objects.get())
    data["memberships"][0] |= {"start_date": "2010-05", "end_date": None, "end_reason": None}
    take_in(as_file(data, tmp_path / "two.json"), source="o")
    assert list(ImportedMembership.objects.values_list("begun", "ended")) == [
        ("2001", "2003-12-31"),
        ("2010-05", ""),
    ]


def test_two_sources_may_use_the_same_ids(db, tmp_path):
    one = {"persons": [{"id": "1", "name": "A"}], "organizations": [{"id": "1", "name": "X"}]}
    other = {"persons": [{"id": "1", "name": "B"}], "organizations": [{"id": "1", "name": "Y"}]}
    take_in(as_file(one, tmp_path / "one.json"))
    take_in(as_file(other, tmp_path / "other.json"))
    assert set(ImportedPerson.objects.values_list("name", flat=True)) == {"A", "B"}


def test_an_identifier_of_a_third_party_tells_that_two_sources_mean_the_same(db, tmp_path):
    wikidata = [{"scheme": "wikidata", "identifier": "Q1"}]
    for name, identifier in (("one", "1"), ("other", "x-1")):
        data = {"persons": [{"id": identifier, "name": "A", "identifiers": wikidata}]}
        take_in(as_file(data, tmp_path / f"{name}.json"))
    assert ImportedPerson.objects.count() == 1
    assert set(ExternalIdentifier.objects.values_list("scheme", "identifier")) == {
        ("one", "1"),
        ("other", "x-1"),
        ("wikidata", "Q1"),
    }


def test_one_list_for_each_collection(db, tmp_path):
    data = an_assembly()
    files = [
        as_file(data[name], tmp_path / f"{name}.json")
        for name in ("memberships", "persons", "organizations", "areas", "events")
    ]
    assert "memberships: 227 new" in take_in(*files, source="assembly")
    row = ImportedMembership.objects.select_related("person", "on_behalf_of").get(
        begun="2012-03", person__name="Member 0"
    )
    assert (row.period, row.area, row.on_behalf_of.name) == ("4e législature", "Bubanza", "Party 1")


def test_records_that_stand_inside_each_other(db, tmp_path):
    folder = realdata("popolo", "spec-examples")
    files = [folder / f"embedding-{name}.json" for name in ("organization", "person", "post", "membership")]
    said = take_in(*map(str, files), source="diner")
    assert "memberships: 2 new" in said
    found = ImportedMembership.objects.select_related("person", "organisation").order_by("begun")
    assert [(str(row.person), row.organisation.name, row.post, row.begun, row.ended) for row in found] == [
        (
            "Mr. John Q. Public, Esq.",
            "ABC, Inc.",
            "Kitchen Assistant at Joe's Diner",
            "1970-01",
            "1971-12-31",
        ),
        ("Mr. John Q. Public, Esq.", "ABC, Inc.", "Chef at Joe's Diner", "1972-01-01", "1980-03-15"),
    ]


def test_an_organization_may_be_the_member(db, tmp_path):
    data = {
        "organizations": [{"id": "a", "name": "A"}, {"id": "b", "name": "B", "parent_id": "a"}],
        "memberships": [
            {"organization_id": "a", "member": {"@type": "Organization", "id": "b", "name": "B"}}
        ],
    }
    take_in(as_file(data, tmp_path / "one.json"))
    assert str(ImportedMembership.objects.get()) == "B – A"
    assert ImportedOrganisation.objects.get(name="B").parent.name == "A"


WRONG = [
    ("{", "records.json の 1行 2文字目"),
    ("[1]", "[0]"),
    ({"persons": {}}, "persons: "),
    ({"persons": [{"id": "a"}]}, "persons[0].name"),
    ({"persons": [{"id": "a", "name": ["x"]}]}, "persons[0].name"),
    ({"persons": [{"id": "a", "name": "x" * 301}]}, "persons[0].name"),
    ({"persons": [{"id": "a", "name": "A"}, {"id": "a", "name": "B"}]}, "persons[1].id"),
    (
        {"organizations": [{"id": "o", "name": "O", "founding_date": "1999-13"}]},
        "organizations[0].founding_date",
    ),
    ({"memberships": [{"person_id": "nobody", "organization_id": "o"}]}, "memberships[0].organization_id"),
    (
        {"organizations": [{"id": "o", "name": "O"}], "memberships": [{"organization_id": "o"}]},
        "memberships[0].person_id",
    ),
    (
        {"persons": [{"id": "a", "name": "A"}], "memberships": [{"person_id": "a"}]},
        "memberships[0].organization_id",
    ),
    (
        {"persons": [{"id": "a", "name": "A", "memberships": [{"start_date": "2001-02-30"}]}]},
        "persons[0].memberships[0].start_date",
    ),
    ({"foo": 1}, "records.json"),
    ({"persons": []}, "records.json"),
]


@pytest.mark.parametrize(
    ("content", "place"), WRONG, ids=[place + str(n) for n, (_c, place) in enumerate(WRONG)]
)
def test_bad_input_is_named_with_its_place_and_nothing_is_kept(db, tmp_path, content, place):
    path = tmp_path / "records.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    with pytest.raises(CommandError) as refused:
        take_in(str(path))
    assert place in str(refused.value)
    assert rows() == (0, 0, 0, 0)


def test_one_bad_membership_at_the_end_keeps_the_whole_file_out(assembly):
    data = an_assembly()
    data["memberships"][226]["person_id"] = "p-999"
    with pytest.raises(CommandError, match=r"memberships\[226\]\.person_id: .*p-999"):
        take_in(assembly(data))
    assert rows() == (0, 0, 0, 0)


def test_a_missing_file_is_said_to_be_missing(db, tmp_path):
    with pytest.raises(CommandError):
        take_in(str(tmp_path / "none.json"))


def test_the_questions_do_not_grow_with_the_rows(assembly, django_assert_max_num_queries):
    with django_assert_max_num_queries(60):
        take_in(assembly())


@pytest.mark.parametrize(
    ("who", "may"), [("secretary", True), ("chair", False), ("resident_1", False), ("mayor", False)]
)
def test_who_may_take_in_history(acting, who, may):
    reading = Reading([("x.json", json.dumps({"persons": [{"id": "a", "name": "A"}]}).encode())])
    if may:
        actions.take_in(reading, source="x", by=acting(who))
        assert AuditEntry.objects.filter(verb="governance.history.taken_in").count() == 1
    else:
        with pytest.raises(Denied):
            actions.take_in(reading, source="x", by=acting(who))
        assert rows() == (0, 0, 0, 0)
