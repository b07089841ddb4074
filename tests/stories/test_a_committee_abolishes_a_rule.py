"""A resolution, a decision with a day, a rule that binds until then and stays readable after."""

from datetime import date

import pytest
from django.test import Client

from governance.rules.tasks import follow_the_calendar
from portal.foundation import clock
from tests.factories import governance, rules


@pytest.fixture
def rule(town, frozen):
    frozen("2026-11-22 09:00")
    governance.a_committee_in_office()
    return rules.an_enacted_rule()


URL = "/rules/room-rule/abolish/"


def see(url):
    answer = Client().get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_committee_abolishes_a_rule(rule, client_as):
    member = client_as("member_1")

    # before the resolution even the committee is refused, with the next step
    refusal = member.get(URL).context["may"]
    assert not refusal and refusal.next_step

    resolution = rules.a_resolution(f"「{rule.title}」の廃止")
    decision = {
        "resolution": resolution.pk,
        "reason": "新しい利用ルールにまとめたためです。",
        "ends_on": "2027-01-01",
    }

    # others are told whose rule it is
    for key in ("secretary", "caretaker_1", "planner_author", "resident_1", "mayor", "system_admin"):
        client = client_as(key)
        assert "運営委員会" in str(client.get(URL).context["may"].next_step), key
        answer = client.post(URL, decision)
        assert answer.status_code == 403 and "運営委員会" in answer.content.decode(), key
    assert "/accounts/login/" in Client().post(URL, decision)["Location"]

    # what was typed survives an error; a day in the past is refused with a sentence
    answer = member.post(URL, {**decision, "reason": "不要"})
    assert answer.status_code == 200 and "不要" in answer.content.decode()
    assert member.post(URL, {**decision, "ends_on": "2026-11-01"}).status_code == 403

    answer = member.post(URL, decision)
    assert answer["Location"] == "/rules/room-rule/"
    assert member.post(URL, decision).status_code in (200, 403)

    # still binding, with its last day announced
    html = see("/rules/room-rule/")
    assert "2027年1月1日" in html and "人を傷つけるもの" in html
    assert rule.title in [row["title"] for row in Client().get("/rules/").context["in_force"]]

    with clock.at(date(2027, 1, 1)):
        follow_the_calendar()
        context = Client().get("/rules/").context
        assert rule.title in [row["title"] for row in context["abolished"]]
        assert "人を傷つけるもの" not in see("/rules/room-rule/")
        assert "人を傷つけるもの" in see("/rules/room-rule/?asof=2026-12-31")
