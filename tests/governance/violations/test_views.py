"""Who finds which page, what stands on it, and that a desk costs the same with more cases."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from governance.violations import actions
from governance.violations.models import ViolationReport
from tests.factories.violations import Cases


@pytest.fixture
def cases(town, frozen, acting) -> Cases:
    translation.activate("ja")
    frozen("2026-06-01 09:00")
    return Cases(acting)


def page(name: str, *args) -> str:
    return reverse(f"governance:{name}", args=args)


def test_everybody_finds_only_what_is_theirs(cases, client_as):
    case = cases.in_status("investigating")
    pages = [page("violation-detail", case.pk), page("violation-file", case.pk)]
    for who, status in (
        ("caretaker_1", 200),
        ("chair", 200),
        ("secretary", 200),
        ("resident_2", 404),
        ("mayor", 404),
    ):
        for address in pages:
            assert client_as(who).get(address).status_code == status, (who, address)
    for address in pages:
        assert "/login/" in Client().get(address)["Location"]


def test_the_desk_is_for_those_who_work_on_cases(cases, client_as):
    cases.in_status("investigating")
    for who, status in (
        ("caretaker_1", 200),
        ("member_1", 200),
        ("secretary", 200),
        ("resident_1", 403),
        ("it_staff", 403),
    ):
        assert client_as(who).get(page("violation-list")).status_code == status, who


def test_the_desk_says_what_is_overdue_and_who_is_waited_for(cases, client_as, frozen):
    case = cases.in_status("hearing")
    frozen("2026-06-20 09:00")
    shown = client_as("caretaker_1").get(page("violation-list"), {"show": "overdue"}).content.decode()
    assert case.number in shown and "本人の意見待ち" in shown and "過ぎています" in shown
    nothing = client_as("caretaker_1").get(page("violation-list"), {"show": "committee"}).content.decode()
    assert case.number not in nothing


def test_the_desk_pages_by_key_and_costs_the_same_with_more_cases(cases, client_as):
    def more(count):
        for _n in range(count):
            cases.reported(post=cases.forums.post(cases.room, by="resident_2", title=f"話題{_n}"))

    def asked():
        client = client_as("caretaker_1")
        client.get(page("violation-list"))
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(page("violation-list"))
        return len(queries), answer.content.decode()

    more(2)
    few, _shown = asked()
    more(22)
    many, shown = asked()
    assert many == few and few <= 15
    assert "after=" in shown and shown.count("/violations/cases/") == 20


def test_a_guests_receipt_opens_by_its_address(cases):
    cases.reported(by="guest")
    answer = Client().get(ViolationReport.objects.get().get_absolute_url())
    assert answer.status_code == 200 and "090-0000-0000" not in answer.content.decode()


def test_a_flood_by_a_guest_is_stopped_and_keeps_the_words(cases):
    words = {"provision": cases.ban().key, "note": "同じ人です。"}
    address = page("violation-report", cases.post().pk)
    for _time in range(20):
        assert Client().post(address, words).status_code == 302
    answer = Client().post(address, words)
    assert answer.status_code == 200 and "同じ人です。" in answer.content.decode()


def test_the_reporter_reads_why_nothing_was_done(cases, client_as):
    case = cases.in_status("dismissed")
    shown = client_as("resident_3").get(case.reports.get().get_absolute_url()).content.decode()
    assert "当てはまりません。" in shown


def test_a_caretaker_gets_the_short_form_and_a_case(cases, client_as):
    post = cases.post()
    caretaker = client_as("caretaker_1")
    assert 'name="note"' not in caretaker.get(page("violation-report", post.pk)).content.decode()
    answer = caretaker.post(page("violation-report", post.pk), {"provision": cases.ban().key})
    assert "/violations/cases/" in answer["Location"]


def test_a_post_nobody_may_see_cannot_be_reported(cases, client_as, acting):
    case = actions.hide_urgently(cases.in_status("received"), by=acting("caretaker_1"), reason="電話番号")
    assert Client().get(page("violation-report", case.post_id)).status_code == 404


def test_the_report_button_of_a_room_leads_to_the_form(cases, client_as):
    post = cases.post()
    shown = client_as("resident_3").get(post.thread.get_absolute_url()).content.decode()
    assert page("violation-report", post.pk) in shown


def test_the_pages_stand_in_english_too(cases, client_as):
    address = cases.in_status("hearing").get_absolute_url()
    assert "Dealing with violations" in Client().get("/en/violations/").content.decode()
    shown = client_as("resident_2").get("/en" + address).content.decode()
    assert "You are heard" in shown
    assert Client().get("/violations/2026-13/").status_code == 404
    assert Client().get("/violations/2026-7/").status_code == 404  # has not begun
