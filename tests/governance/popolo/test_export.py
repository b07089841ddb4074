"""Committees as Popolo: valid, complete, and nothing in it that the public pages do not show."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from jsonschema import Draft3Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT3

from governance.meetings import actions as meetings
from governance.models import ExternalIdentifier, ImportedMembership, ImportedOrganisation, ImportedPerson
from governance.resolutions import actions as resolutions
from governance.resolutions.lifecycle import Choice, Competence
from governance.sittings import Motion, Sitting, acting_chair, acting_secretariat, sit
from portal.foundation import clock
from portal.foundation.acting import Acting
from residents.models import User
from tests.factories import governance as a
from tests.realdata import realdata

SCHEMAS = {
    "organizations": "organization",
    "posts": "post",
    "persons": "person",
    "memberships": "membership",
    "events": "event",
    "motions": "motion",
    "vote_events": "vote_event",
}


@pytest.fixture
def term(town, frozen):
    frozen("2026-06-01 10:00")
    term = a.a_committee_in_office()
    sit(
        term.body,
        Sitting(
            title="第1回",
            on=clock.today() + timedelta(days=10),
            motions=[
                Motion("会議室のルール", "ルールを改める。", Competence.RULES, against=1),
                Motion("別の案", "否決された案。", Competence.RULES, against=2),
            ],
        ),
    )
    frozen("2026-07-01 10:00")
    return term


def data(path: str = "/committees/popolo.json") -> dict:
    answer = Client().get(path)
    assert answer.status_code == 200 and answer["Content-Type"] == "application/json"
    return json.loads(answer.content)


def validators() -> dict[str, Draft3Validator]:
    """The published schemas, found by their addresses without the network."""
    folder = realdata("popolo", "spec-schemas")
    schemas = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")}
    registry = Registry().with_resources(
        (schema["id"].rstrip("#"), Resource.from_contents(schema, default_specification=DRAFT3))
        for schema in schemas.values()
    )
    return {
        name: Draft3Validator(schema, registry=registry, format_checker=FormatChecker())
        for name, schema in schemas.items()
    }


def test_every_record_is_valid_against_the_published_schema(term):
    found, valid = data(), validators()
    for collection, schema in SCHEMAS.items():
        assert found[collection], collection
        for row in found[collection]:
            assert [error.message for error in valid[schema].iter_errors(row)] == [], (collection, row)


def test_the_schemas_would_notice(term):
    valid = validators()["membership"]
    assert list(valid.iter_errors({"start_date": "gestern"}))
    assert list(valid.iter_errors({"links": [{"note": "no address"}]}))


def test_every_reference_leads_to_a_record(term):
    found = data()
    ids = {name: {row["id"] for row in found[name]} for name in SCHEMAS}
    assert all(len(ids[name]) == len(found[name]) for name in SCHEMAS)
    for row in found["memberships"]:
        assert row["person_id"] in ids["persons"] and row["post_id"] in ids["posts"]
        assert row["organization_id"] in ids["organizations"]
        assert row["legislative_period_id"] in ids["events"]
    for row in found["vote_events"]:
        assert row["motion_id"] in ids["motions"] and row["legislative_session_id"] in ids["events"]
        assert all(vote["voter_id"] in ids["persons"] for vote in row["votes"])


def test_seats_offices_and_their_days(term):
    found = data()
    names = {row["id"]: row["name"] for row in found["persons"]}
    chair = next(row for row in found["memberships"] if row["role"] == "運営委員長")
    assert names[chair["person_id"]] == str(a.person("chair"))
    assert (chair["start_date"], chair["end_date"]) == ("2026-06-01", None)
    assert sorted(row["role"] for row in found["memberships"]) == [
        "副委員長",
        "委員",
        "委員",
        "委員",
        "運営委員長",
    ]


def test_after_the_term_every_membership_has_its_last_day(term, frozen):
    from governance.seats import tasks

    frozen("2028-06-01 00:10")
    tasks.begin_and_expire()
    assert {row["end_date"] for row in data()["memberships"]} == {"2028-05-31"}
    reasons = [row.get("end_reason") for row in data()["memberships"]]
    assert sorted(filter(None, reasons)) == [
        "任期満了",
        "任期満了",
        "任期満了",
    ]  # seats; offices end with them


def test_motions_results_and_counts(term):
    found = data()
    assert [(row["title"], row["result"]) for row in found["motions"]] == [
        ("会議室のルール", "pass"),
        ("別の案", "fail"),
    ]
    assert found["motions"][0]["identifier"] == "第5期第1号"
    counts = {count["option"]: count["value"] for count in found["vote_events"][0]["counts"]}
    assert counts == {"yes": 2, "no": 1, "abstain": 0}
    votes = [vote["option"] for vote in found["vote_events"][0]["votes"]]
    assert sorted(votes) == ["no", "yes", "yes"]


def test_licence_and_freshness(term):
    answer = Client().get("/committees/popolo.json")
    meta = json.loads(answer.content)["meta"]
    assert meta["license"]["name"] == "CC BY 4.0" and meta["publisher"]
    assert meta["last_changed_at"].startswith("2026-06-18T10:00") and meta["as_of"] == "2026-07-01"
    assert answer["Last-Modified"] == "Thu, 18 Jun 2026 01:00:00 GMT"
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_no_account_can_be_found_from_the_file(term):
    text = Client().get("/committees/popolo.json").content.decode()
    for person in User.objects.all():
        assert str(person.pk) not in text and person.email not in text


def test_of_a_closed_meeting_only_that_it_was_and_what_it_adopted(term, frozen):
    meeting = announced_closed(term)
    frozen("2026-08-01 19:00")
    chair = acting_chair(term.body)
    meetings.convene(meeting, by=chair)
    members = [chair, *[Acting(a.person(key), term.body) for key in ("vice_chair_1", "member_1")]]
    for member in members:
        meetings.attend(meeting, by=member)
    for title, declare, choice in (
        ("秘密の採択", resolutions.adopt, Choice.FOR),
        ("秘密の否決", resolutions.reject, Choice.AGAINST),
    ):
        motion = resolutions.propose(
            meeting, by=members[1], title=title, text=f"{title}の中身", competence=Competence.OTHER
        )
        for member in members:
            resolutions.vote(motion, by=member, choice=choice)
        declare(motion, by=chair)
    text = Client().get("/committees/popolo.json").content.decode()
    assert "秘密の採択" in text  # adopted, so it is on the public list
    for secret in ("秘密の採択の中身", "秘密の否決", "内緒の議題", "内緒の題"):
        assert secret not in text
    found = json.loads(text)
    motion = next(row for row in found["motions"] if row["title"] == "秘密の採択")
    vote = next(row for row in found["vote_events"] if row["motion_id"] == motion["id"])
    assert vote["votes"] == [] and vote["result"] == "pass"


def announced_closed(term):
    begins = clock.now() + timedelta(days=31)
    meeting = meetings.plan(
        term,
        by=acting_secretariat(),
        title="内緒の題",
        starts_at=begins,
        ends_at=begins + timedelta(hours=2),
        place="会議室",
        agenda="内緒の議題",
        is_open=False,
        closing_ground="個人の情報を扱うため",
    )
    return meetings.announce(meeting, by=acting_secretariat())


def test_one_committee_alone_and_one_that_is_none(term):
    found = data("/committees/steering-committee/popolo.json")
    assert [row["name"] for row in found["organizations"]] == [term.body.name]
    assert Client().get("/committees/nobody/popolo.json").status_code == 404
    assert Client().get("/committees/civic-autonomy/popolo.json").status_code == 404
    page = Client().get("/committees/steering-committee/").content.decode()
    assert "/committees/steering-committee/popolo.json" in page


def test_our_own_export_brings_nothing_new(term, tmp_path):
    path = tmp_path / "popolo.json"
    path.write_bytes(Client().get("/committees/popolo.json").content)
    call_command("import_popolo", str(path), verbosity=0)
    for model in (ExternalIdentifier, ImportedMembership, ImportedOrganisation, ImportedPerson):
        assert model.objects.count() == 0


def test_the_file_costs_the_same_with_more_resolutions(term, frozen, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as few:
        data()
    sit(
        term.body,
        Sitting(
            title="第2回",
            on=clock.today() + timedelta(days=12),
            motions=[Motion(f"案{n}", "本文", Competence.OTHER) for n in range(3)],
        ),
    )
    with django_assert_num_queries(len(few)):
        data()


def test_a_dismissal_is_told_to_the_person_alone(term, acting):
    from governance.seats import actions as seats
    from governance.seats.models import Seat

    seat = Seat.objects.get(person=a.person("member_1"))
    seats.dismiss(seat, by=acting("mayor"), reason="連絡が取れないため")
    row = next(r for r in data()["memberships"] if r["role"] == "委員" and r["end_date"])
    assert "end_reason" not in row
