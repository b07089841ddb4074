"""Numbers of the portal rest on a text: they come with it, they are shown with it, they end with it."""

from datetime import date, timedelta

import pytest
from django.test import Client

from communities.rooms import actions as rooms
from governance.amendments import actions as amendments
from governance.rules import actions, numbers
from governance.rules.notation import parse
from governance.sittings import acting_chair
from portal.foundation import clock, parameters
from portal.foundation.acting import CLOCK, Acting
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage, Parameter
from tests.factories import governance, rules

INACTIVITY = "room.inactivity_days"
TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def committee_in_office(town, frozen):
    frozen("2026-11-22 09:00")
    return governance.a_committee_in_office()


def set_before(value, name=INACTIVITY):
    parameters.set_value(name, value, valid_from=date(2020, 1, 1), basis="要領", by=CLOCK)


def abolished(rule, ends_on):
    return actions.abolish(
        rule,
        by=acting_chair(rules.committee()),
        resolution=rules.a_resolution(f"{rule.title}を廃止する"),
        reason="新しいルールにまとめるためです。",
        ends_on=ends_on,
    )


def test_the_number_of_an_abolished_rule_gives_way_to_what_was_set_before():
    set_before(400)
    rule = rules.an_enacted_rule(numbers={INACTIVITY: 180})
    assert parameters.value(INACTIVITY) == 180
    abolished(rule, TODAY + timedelta(days=10))
    assert parameters.value(INACTIVITY, on=TODAY + timedelta(days=9)) == 180
    assert parameters.value(INACTIVITY, on=TODAY + timedelta(days=10)) == 400
    assert AuditEntry.objects.filter(verb="foundation.parameter.ended").count() == 1


def test_without_anything_before_it_the_number_is_undecided_again():
    rule = rules.an_enacted_rule(numbers={INACTIVITY: 180})
    abolished(rule, TODAY + timedelta(days=1))
    with pytest.raises(parameters.NotSet):
        parameters.value(INACTIVITY, on=TODAY + timedelta(days=1))


def test_every_version_of_the_abolished_rule_gives_way():
    set_before(400)
    rule = rules.an_enacted_rule(numbers={INACTIVITY: 180})
    rules.an_amended_rule(TODAY + timedelta(days=5), rule, numbers={INACTIVITY: 365})
    assert parameters.value(INACTIVITY, on=TODAY + timedelta(days=5)) == 365
    abolished(rules.reloaded(rule), TODAY + timedelta(days=10))
    assert parameters.value(INACTIVITY, on=TODAY + timedelta(days=10)) == 400


def test_a_number_of_another_rule_stays_when_one_ends():
    rule = rules.an_enacted_rule(numbers={INACTIVITY: 180})
    rules.an_enacted_rule(slug="later", title="別のルール", numbers={"room.closure_grace_days": 30})
    abolished(rule, TODAY + timedelta(days=1))
    assert parameters.value("room.closure_grace_days", on=TODAY + timedelta(days=1)) == 30


def test_a_number_says_which_version_it_rests_on():
    rule = rules.an_enacted_rule(numbers={INACTIVITY: 180})
    row = Parameter.objects.get(name=INACTIVITY)
    assert row.rests_on == f"governance.ruleversion:{rule.latest.pk}"
    assert (row.url, row.basis) == ("/rules/room-rule/?asof=2026-11-22", rules.TITLE)


def test_the_pages_show_the_numbers_with_the_text_they_rest_on():
    rules.an_enacted_rule(numbers={INACTIVITY: 180})
    page = Client().get("/rules/numbers/").content.decode()
    assert '<a href="/rules/room-rule/?asof=2026-11-22">会議室利用ルール</a>' in page
    assert "180" in page and "未定" in page
    earlier = Client().get("/rules/numbers/?asof=2026-11-21").content.decode()
    assert "room-rule" not in earlier
    rule_page = Client().get("/rules/room-rule/")
    assert [(str(row["label"]), row["value"]) for row in rule_page.context["numbers"]] == [
        ("会議室が休眠になるまでの、発言のない日数", "180")
    ]


def test_what_a_rule_fixes_is_kept_by_an_amendment_that_says_nothing_of_it():
    rule = rules.an_enacted_rule(numbers={INACTIVITY: 180, "room.closure_grace_days": 30})
    rule = rules.an_amended_rule(TODAY + timedelta(days=5), rule, numbers={INACTIVITY: 365})
    fixed = {INACTIVITY: 365, "room.closure_grace_days": 30}
    assert numbers.fixed_until(rule, TODAY + timedelta(days=5)) == fixed
    assert numbers.fixed_until(rule, TODAY - timedelta(days=1)) == {}


def test_the_mayor_sets_the_guidelines_numbers_on_the_screen(client_as):
    rules.the_guideline()
    mayor = client_as("mayor")
    form = mayor.get("/rules/guideline/amend/").context["form"]
    data = {field.html_name: field.value() or "" for field in form}
    data["body_art-8"] = data["body_art-8"].replace("15人", "20人")
    data["reason"] = "委員の数を増やすためです(架空の例)。"
    proposal = mayor.post("/rules/guideline/amend/", {**data, "propose": "1"})["Location"]
    decision = {
        "effective_from": "2027-04-01",
        "reference": "市長決裁第7号",
        "committee.max_members": "20",
        "committee.quorum": "two_thirds",
        "honorarium.chair": "0",
    }
    wrong = mayor.post(f"{proposal}adopt/", {**decision, "committee.quorum": "everybody"})
    assert wrong.context["form"].errors["committee.quorum"]
    mayor.post(f"{proposal}adopt/", decision)
    day = date(2027, 4, 1)
    assert parameters.value("committee.max_members", on=day) == 20
    assert parameters.value("committee.quorum", on=day) == "two_thirds"
    assert parameters.value("honorarium.chair", on=day) == 0
    assert (
        Parameter.objects.get(name="committee.quorum", valid_from=day).url
        == "/rules/guideline/?asof=2027-04-01"
    )


def test_a_room_rule_fixes_what_is_the_committees_and_nothing_else(client_as):
    rules.a_draft()
    rules.a_resolution()
    fields = set(client_as("chair").get("/rules/room-rule/enact/").context["form"].fields)
    assert {"committee.quorum", INACTIVITY, "meeting.notice_days"} <= fields
    assert not {"committee.max_members", "honorarium.chair", "proposal.answer_days"} & fields
    assert not any(name.startswith("sanction.") for name in fields)


def test_people_of_a_room_that_would_rest_under_a_new_period_are_told_before(acting):
    set_before(400)
    founder = acting("resident_1")
    quiet, busy = a_room(founder, "静かな会議室", 200), a_room(founder, "にぎやかな会議室", 3)
    rules.an_enacted_rule(numbers={INACTIVITY: 180}, effective_from=TODAY + timedelta(days=20))
    told = OutboxMessage.objects.filter(kind="governance.rule_would_rest_room")
    assert {message.context["room"] for message in told} == {quiet.title}
    assert {message.recipient_id for message in told} == {str(quiet.manager_id)}
    assert busy.title not in str(list(told.values_list("context", flat=True)))


def test_a_longer_period_frightens_nobody(acting):
    set_before(180)
    a_room(acting("resident_1"), "静かな会議室", 200)
    rules.an_enacted_rule(numbers={INACTIVITY: 365})
    assert not OutboxMessage.objects.filter(kind="governance.rule_would_rest_room").exists()


def a_room(founder, title, days_ago):
    with clock.at(TODAY - timedelta(days=days_ago)):
        return rooms.found(by=founder, title=title, purpose="町のことを話し合います。", visibility="public")


def test_an_amendment_with_open_places_waits_like_a_draft(people):
    amendment = amendments.propose(
        rules.an_enacted_rule(),
        by=Acting(people["resident_1"]),
        text=parse(rules.TEXT.replace("6か月", "○か月")),
        reason="期間は委員会で決めてください。",
    )
    with pytest.raises(Denied, match="第3条第1項"):
        amendments.adopt(
            amendment,
            by=acting_chair(rules.committee()),
            resolution=rules.a_resolution(f"{rules.TITLE}を改める"),
            effective_from=TODAY,
        )
    amendment.refresh_from_db()
    assert (amendment.status, amendment.rule.versions.count()) == ("proposed", 1)
