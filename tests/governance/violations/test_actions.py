"""From the report to the decision: what is kept, who hears, and what the clock does."""

from datetime import date

import pytest

from communities.posts import actions as posts
from governance.violations import actions, case_file, tasks
from governance.violations.models import Evidence, ViolationCase
from portal.foundation.decisions import Denied
from portal.foundation.looks import looks_at
from portal.foundation.models import AuditEntry, OutboxMessage
from portal.foundation.parameters import NotSet
from tests.factories.violations import WORDS, Cases


@pytest.fixture
def cases(town, frozen, acting) -> Cases:
    frozen("2026-06-01 09:00")
    return Cases(acting)


def told(person) -> list[str]:
    rows = OutboxMessage.objects.filter(recipient_id=str(person.pk), kind__startswith="governance.")
    return [row.kind.removeprefix("governance.") for row in rows.order_by("pk")]


def test_a_report_cites_the_rule_in_force_and_freezes_the_post(cases, acting, people):
    case = cases.reported()
    report = case.reports.get()
    assert (case.provision_label, report.ground) == ("第4条第3号", "会議室利用ルール第4条第3号")
    assert case.rule_version.number == 1
    assert case.due_on == date(2026, 6, 4)  # three business days after Monday
    assert (case.evidence.author_name.carried(), case.evidence.place) == (
        cases.room.memberships.get(person=people["resident_2"]).shown_name
        or people["resident_2"].display_name,
        cases.room.title,
    )
    assert told(people["caretaker_1"]) == ["violation_reported"]
    assert told(people["resident_3"]) == ["violation_received"]
    assert told(people["resident_2"]) == []


def test_evidence_stays_when_the_post_is_edited_and_cannot_be_changed(cases, acting):
    post = cases.post()
    case = cases.reported(post=post)
    posts.edit(post, by=acting("resident_2"), body="消しました。")
    found = case_file.read_file(case, by=acting("caretaker_1"), may=True)
    assert found["content"] == WORDS and found["is_whole"]
    assert case.evidence.is_whole(WORDS, found["author"])
    assert not case.evidence.is_whole("別の文", found["author"])
    assert not case.evidence.is_whole(WORDS, "別の人")
    with pytest.raises(TypeError):
        Evidence.objects.get().save()


def test_what_rests_sealed_is_not_in_the_table_and_every_look_is_in_the_ledger(cases, acting):
    case = cases.in_status("heard")
    stored = ViolationCase.objects.values_list("statement", flat=True).get(pk=case.pk)
    assert "うっかり".encode() not in bytes(stored)
    before = AuditEntry.objects.filter(verb="residents.personal_data.viewed").count()
    case_file.read_file(case, by=acting("secretary"), may=True)
    looks = AuditEntry.objects.filter(verb="residents.personal_data.viewed").order_by("pk")[before:]
    opened = {"fields": ["author_name", "content", "note", "statement"], "envelopes": 4}
    assert [(look.details, look.person_id) for look in looks] == [
        (opened, str(acting("secretary").person.pk))
    ]
    told = {user.pk: looks_at(str(user.pk)).count() for user in (case.subject, case.reports.get().reporter)}
    assert set(told.values()) == {1}


def test_a_post_looked_into_gets_another_report_not_another_case(cases, acting):
    post = cases.post()
    first = cases.reported(post=post)
    again = cases.reported(by="resident_4", post=post)
    same = cases.reported(by="resident_4", post=post)
    assert first == again == same
    assert first.reports.count() == 2


def test_a_guest_reports_without_an_account(cases, acting):
    case = cases.reported(by="guest")
    assert case.reports.get().reporter is None


def test_without_a_rule_nobody_can_report(cases, acting):
    with pytest.raises(Denied):
        actions.report(cases.post(), by=acting("resident_3"), ban=None)


def test_a_caretaker_opens_a_case_without_a_report(cases, acting, people):
    case = actions.find(cases.post(), by=acting("caretaker_1"), ban=cases.ban("第4条第2号"))
    assert (case.status, case.reports.count()) == ("investigating", 0)
    assert told(people["caretaker_2"]) == ["violation_reported"]


def test_urgent_hiding_takes_effect_at_once_and_the_author_is_told_at_once(cases, people):
    case = cases.in_status("urgent_hidden")
    case.post.refresh_from_db()
    assert case.post.status == "hidden"
    assert "第4条第3号" in case.post.status_reason
    assert told(people["resident_2"]) == ["violation_hidden_urgently"]


def test_a_post_hidden_in_a_hurry_returns_when_the_case_is_unfounded(cases, acting, people):
    case = actions.dismiss(
        cases.in_status("urgent_hidden"), by=acting("caretaker_1"), reason="本人の番号でした。"
    )
    case.post.refresh_from_db()
    assert (case.status, case.post.status) == ("dismissed", "shown")
    assert told(people["resident_3"]) == ["violation_received", "violation_dismissed"]


def test_the_person_concerned_has_days_to_answer_and_the_clock_ends_them(cases, people, frozen):
    case = cases.in_status("hearing")
    assert case.hearing_until == date(2026, 6, 8)
    assert told(people["resident_2"]) == ["violation_hearing_opened"]
    frozen("2026-06-08 23:00")
    tasks.follow_the_calendar()
    case.refresh_from_db()
    assert case.status == "hearing"
    frozen("2026-06-09 00:05")
    tasks.follow_the_calendar()
    tasks.follow_the_calendar()
    case.refresh_from_db()
    assert (case.status, bool(case.statement), case.steps.count()) == ("heard", False, 4)


def test_a_late_statement_is_refused_with_what_remains(cases, acting, frozen):
    case = cases.in_status("hearing")
    frozen("2026-06-09 09:00")
    with pytest.raises(Denied) as refusal:
        actions.make_statement(case, by=acting("resident_2"), statement="遅れました。")
    assert refusal.value.next_step


def test_a_hearing_waits_for_a_rule_that_says_how_long(town, frozen, acting):
    frozen("2026-06-01 09:00")
    cases = Cases(acting, numbers=False)
    case = cases.in_status("investigating")
    assert case.due_on is None
    with pytest.raises(NotSet):
        actions.open_hearing(case, by=acting("caretaker_1"), question="なぜですか。")


def test_people_are_reminded_once_before_a_day(cases, people, frozen):
    case = cases.reported()  # due on Thursday the 4th
    frozen("2026-06-01 23:00")
    tasks.follow_the_calendar()
    assert "violation_due" not in told(people["caretaker_1"])
    frozen("2026-06-02 00:05")
    tasks.follow_the_calendar()
    tasks.follow_the_calendar()
    assert told(people["caretaker_1"]).count("violation_due") == 1
    case.refresh_from_db()
    assert case.reminded_on == date(2026, 6, 2)


def test_when_it_is_late_reminders_repeat_and_reach_the_secretariat(cases, people, frozen):
    cases.reported()  # due on Thursday the 4th, reminders every two business days
    for moment, caretaker, secretary in [
        ("2026-06-02 00:05", 0, 0),
        ("2026-06-05 00:05", 1, 1),
        ("2026-06-08 00:05", 1, 1),
        ("2026-06-09 00:05", 2, 2),
        ("2026-06-11 00:05", 3, 3),
    ]:
        frozen(moment)
        tasks.follow_the_calendar()
        tasks.follow_the_calendar()
        found = [told(people[key]).count("violation_overdue") for key in ("caretaker_1", "secretary")]
        assert found == [caretaker, secretary], moment


def test_a_referred_case_reaches_committee_secretariat_and_the_person(cases, people):
    case = cases.in_status("referred")
    assert case.due_on == date(2026, 6, 29)
    assert "violation_referred" in told(people["chair"])
    assert "violation_referred" in told(people["secretary"])
    assert told(people["resident_2"])[-1] == "violation_referred_subject"


def test_closed_without_a_measure_everybody_concerned_learns_why(cases, people):
    cases.in_status("no_measure")
    assert told(people["resident_2"])[-1] == "violation_no_measure"
    assert told(people["resident_3"])[-1] == "violation_dismissed"


def test_no_name_and_no_word_of_the_post_is_in_the_ledger_or_a_mail(cases, people):
    cases.in_status("settled")
    lines = AuditEntry.objects.filter(verb__startswith="governance.violation")
    for line in lines:
        assert (
            WORDS not in f"{line.reason}{line.details}"
            and people["resident_2"].display_name not in line.target_label
        )
    for row in OutboxMessage.objects.filter(kind__startswith="governance.violation"):
        assert WORDS not in str(row.context) and people["resident_3"].display_name not in str(row.context)
