"""From the planned call to the first sitting, over HTTP; what each refused person is told on the way."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from governance.applications import tasks as applications
from governance.applications.actions import withdraw
from governance.models import Meeting, Office, Recruitment, Resolution, Seat, SeatApplication
from governance.recruitments import tasks as windows
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.models import OutboxMessage
from residents.models import User
from tests.factories import governance as a

CODE = "steering-committee"
CALL = {
    "seats": "15",
    "opens_on": "2026-06-01",
    "closes_on": "2026-06-21",
    "duties": "企画・運営",
    "remuneration": "",
    "selection_method": "書類と面談",
    "how_to_apply": "この画面、窓口、郵送",
    "required_items": "応募の動機",
}
ANSWERS = {
    "connection": "residence",
    "uses_internet": "on",
    "motives": "会議室を身近にしたい。",
    "age_band": "30s",
}


@pytest.fixture
def term(town, frozen):
    frozen("2026-06-01 09:00")
    a.set_numbers()
    return a.a_term()


def page(name: str, *args) -> str:
    return reverse(f"governance:{name}", args=args)


def test_from_the_call_to_the_first_sitting_and_the_last_evening(term, client, client_as, people, frozen):
    recruitment = _the_secretariat_plans_and_announces(term, client, client_as)
    _a_guest_reads_the_call_and_is_sent_to_log_in(client, recruitment)
    _the_resident_applies(client_as("resident_1"), recruitment)
    _a_paper_is_entered_at_the_counter(client_as, recruitment)
    application = SeatApplication.objects.get(applicant=people["resident_1"])
    _strangers_do_not_see_who_applied(client_as, application)
    frozen("2026-06-22 09:00")
    windows.open_and_close()
    _two_selectors_judge_and_one_steps_back(client_as, recruitment, application)
    _the_balance_counts_what_was_declared(client_as, recruitment)
    _only_the_mayor_selects_and_the_resident_accepts(client_as, application)
    _only_the_mayor_commissions(client_as, application)
    _the_rest_is_told_and_the_call_completed(client_as, recruitment)
    _the_new_member_holds_the_letter_and_the_rights(client_as, people, frozen)
    _the_papers_of_the_others_are_gone(recruitment, frozen)


def _the_secretariat_plans_and_announces(term, client, client_as):
    secretary = client_as("secretary")
    planned = page("recruitment-plan", CODE, term.number)
    assert client_as("resident_1").post(planned, CALL).status_code == 403
    assert not Recruitment.objects.exists()
    backwards = secretary.post(planned, {**CALL, "closes_on": "2026-05-01"})
    assert backwards.status_code == 200 and "書類と面談" in backwards.content.decode()
    secretary.post(planned, CALL)
    recruitment = Recruitment.objects.get()
    here = page("recruitment-detail", CODE, recruitment.pk)
    assert client.get(here).status_code == 404
    assert "報酬・謝礼" in secretary.get(here).content.decode()
    refused = secretary.post(page("recruitment-announce", CODE, recruitment.pk))
    assert refused.status_code == 403 and "報酬・謝礼" in refused.content.decode()
    secretary.post(page("recruitment-revise", CODE, recruitment.pk), {**CALL, "remuneration": "年額3万円"})
    secretary.post(page("recruitment-announce", CODE, recruitment.pk))
    recruitment.refresh_from_db()
    assert recruitment.status == "accepting"
    return recruitment


def _a_guest_reads_the_call_and_is_sent_to_log_in(client, recruitment):
    call = client.get(page("recruitment-detail", CODE, recruitment.pk)).content.decode()
    for item in ("企画・運営", "年額3万円", "書類と面談", "窓口、郵送", "第11条", "365日"):
        assert item in call
    sent = client.get(page("application-submit", CODE, recruitment.pk))
    assert sent.status_code == 302 and "login" in sent["Location"]


def _the_resident_applies(resident, recruitment):
    address = page("application-submit", CODE, recruitment.pk)
    refused = resident.post(address, {**ANSWERS, "uses_internet": ""})
    assert not SeatApplication.objects.exists()
    assert "会議室を身近にしたい。" in refused.content.decode()
    assert resident.post(address, ANSWERS, follow=True).status_code == 200
    assert resident.post(address, ANSWERS).status_code == 403
    assert SeatApplication.objects.count() == 1


def _a_paper_is_entered_at_the_counter(client_as, recruitment):
    address = page("application-enter", CODE, recruitment.pk)
    paper = {
        **ANSWERS,
        "received_on": "2026-06-01",
        "email": "kami@example.jp",
        "display_name": "紙野 書男",
    }
    assert client_as("resident_2").get(address).status_code == 403
    assert client_as("resident_2").post(address, paper).status_code == 403
    secretary = client_as("secretary")
    early = secretary.post(address, {**paper, "received_on": "2026-05-31"})
    assert "紙野 書男" in early.content.decode()
    assert not User.objects.filter(email="kami@example.jp").exists()
    secretary.post(address, paper)
    assert SeatApplication.objects.get(channel="paper").applicant.display_name == "紙野 書男"


def _strangers_do_not_see_who_applied(client_as, application):
    for who in ("resident_2", "chair", "planner_author", "caretaker_1"):
        for name in ("application-detail", "application-list", "application-balance"):
            key = application.pk if name == "application-detail" else application.recruitment_id
            told = client_as(who).get(page(name, key))
            assert told.status_code == 403
            assert "会議室を身近にしたい。" not in told.content.decode()


def _judged(selector, application, score):
    words = {"score-score": str(score), "score-note": "話し合いに慣れている。"}
    return selector.post(page("application-assess", application.pk), words)


def _two_selectors_judge_and_one_steps_back(client_as, recruitment, application):
    first, second = client_as("secretary"), client_as("secretary_chief")
    here = page("application-detail", application.pk)
    assert "会議室を身近にしたい。" in first.get(here).content.decode()
    note = {"interview-interviewed_on": "2026-06-22", "interview-note": "落ち着いて話す人だった。"}
    assert _judged(first, application, 4).status_code == 403
    first.post(page("application-interview", application.pk), note)
    _judged(first, application, 4)
    alone = first.post(page("application-recommend", application.pk), {"assessment": "推薦"})
    assert alone.status_code == 403 and "2人" in alone.content.decode()
    unsaid = second.post(page("application-assess", application.pk), {"score-note": "点を忘れた"})
    assert unsaid.status_code == 200 and "点を忘れた" in unsaid.content.decode()
    _judged(second, application, 5)
    assert "落ち着いて話す人だった。" in second.get(here).content.decode()
    assert "落ち着いて話す人だった。" not in client_as("mayor").get(here).content.decode()
    first.post(page("application-recommend", application.pk), {"assessment": "2人で推薦"})
    application.refresh_from_db()
    assert application.status == "recommended"
    other = recruitment.applications.get(channel="paper")
    bound = {"conflict-conflict": "いとこです。"}
    first.post(page("application-conflict", other.pk), bound)
    refused = first.post(page("application-interview", other.pk), note)
    assert refused.status_code == 403 and "利害関係" in refused.content.decode()
    second.post(page("application-interview", other.pk), note)
    _judged(second, other, 3)
    assert _judged(first, other, 5).status_code == 403


def _the_balance_counts_what_was_declared(client_as, recruitment):
    shown = client_as("mayor").get(page("application-balance", recruitment.pk)).content.decode()
    assert "30歳代" in shown and "申告しない" in shown


def _only_the_mayor_selects_and_the_resident_accepts(client_as, application):
    secretary, mayor, resident = client_as("secretary"), client_as("mayor"), client_as("resident_1")
    before_the_mayor = mayor.get(page("application-detail", application.pk)).content.decode()
    assert "2人で推薦" in before_the_mayor and "評価 5(5段階)" in before_the_mayor
    assert "話し合いに慣れている。" not in before_the_mayor
    assert secretary.post(page("application-select", application.pk)).status_code == 403
    mayor.post(page("application-select", application.pk))
    here = page("recruitment-detail", CODE, application.recruitment_id)
    assert "就任" in resident.get(here).content.decode()
    letter = {"letter_number": "第5期委嘱第1号"}
    assert mayor.post(page("seat-commission", application.pk), letter).status_code == 403
    assert client_as("resident_2").post(page("application-accept", application.pk)).status_code == 404
    resident.post(page("application-accept", application.pk))
    assert resident.post(page("application-turn-down", application.pk)).status_code == 403
    application.refresh_from_db()
    assert application.status == "accepted"


def _only_the_mayor_commissions(client_as, application):
    secretary, mayor = client_as("secretary"), client_as("mayor")
    letter = {"letter_number": "第5期委嘱第1号"}
    assert secretary.post(page("seat-commission", application.pk), letter).status_code == 403
    assert not Seat.objects.exists()
    mayor.post(page("seat-commission", application.pk), letter)
    assert mayor.post(page("seat-commission", application.pk), letter).status_code == 403
    assert Seat.objects.get().letter_number == "第5期委嘱第1号"


def _the_rest_is_told_and_the_call_completed(client_as, recruitment):
    secretary = client_as("secretary")
    early = secretary.post(page("recruitment-complete", CODE, recruitment.pk))
    assert early.status_code == 403 and "1" in early.content.decode()
    paper = recruitment.applications.get(channel="paper")
    withdrawn = Acting(paper.applicant)
    withdraw(paper, by=withdrawn)
    secretary.post(page("recruitment-complete", CODE, recruitment.pk))
    recruitment.refresh_from_db()
    assert recruitment.status == "completed"


def _the_new_member_holds_the_letter_and_the_rights(client_as, people, frozen):
    seat = Seat.objects.get()
    member = client_as("resident_1", CODE)
    assert "第5期委嘱第1号" in member.get(page("seat-letter", seat.pk)).content.decode()
    assert client_as("resident_2").get(page("seat-letter", seat.pk)).status_code == 403
    plan = page("meeting-plan", CODE)
    begins = timezone.localtime(clock.now() + timedelta(days=10))
    meeting = {
        "title": "運営委員会",
        "starts_at": begins.strftime("%Y-%m-%dT19:00"),
        "ends_at": begins.strftime("%Y-%m-%dT21:00"),
        "place": "会議室",
        "agenda": "議題",
    }
    assert member.post(plan, meeting).status_code == 302
    assert str(people["resident_1"]) in member.get(page("committee-detail", CODE)).content.decode()
    frozen("2028-05-31 23:59")
    assert client_as("resident_1", CODE).get(plan).status_code == 200
    frozen("2028-06-01 00:00")
    late = client_as("resident_1", CODE)
    assert late.post(plan, meeting).status_code in (403, 404)
    now = client_as("guest").get(page("committee-detail", CODE)).content.decode()
    assert str(people["resident_1"]) not in now
    then = client_as("guest").get(page("term-detail", CODE, 5)).content.decode()
    assert str(people["resident_1"]) in then


def _the_papers_of_the_others_are_gone(recruitment, frozen):
    assert applications.erase_due() == 1
    assert set(recruitment.applications.values_list("status", flat=True)) == {"commissioned"}


def test_the_first_sitting_is_announced_held_and_minuted(term, client, client_as, people, frozen):
    _somebody_is_seated(term, client, client_as, frozen)
    meeting = _the_first_sitting_is_announced(client, client_as)
    _without_a_chair_the_secretariat_asks_a_member_to_preside(client_as, people, meeting)
    frozen("2026-07-06 19:00")
    resolution = _the_members_sit_and_elect(client_as, people, meeting)
    _the_vote_makes_the_chair(client, client_as, resolution)
    assert "第5期第1号" in client.get(page("resolution-detail", CODE, resolution.pk)).content.decode()
    frozen("2026-07-10 10:00")
    _the_minutes_are_checked_confirmed_and_published(client, client_as, meeting)


def _somebody_is_seated(term, client, client_as, frozen):
    recruitment = _the_secretariat_plans_and_announces(term, client, client_as)
    _the_resident_applies(client_as("resident_1"), recruitment)
    _a_paper_is_entered_at_the_counter(client_as, recruitment)
    frozen("2026-06-22 09:00")
    windows.open_and_close()
    application = SeatApplication.objects.get(channel="online")
    _two_selectors_judge_and_one_steps_back(client_as, recruitment, application)
    _only_the_mayor_selects_and_the_resident_accepts(client_as, application)
    _only_the_mayor_commissions(client_as, application)


def _the_first_sitting_is_announced(client, client_as) -> Meeting:
    secretary = client_as("secretary")
    words = {
        "title": "第1回運営委員会",
        "starts_at": "2026-07-06T19:00",
        "ends_at": "2026-07-06T21:00",
        "place": "第一会議室",
        "agenda": "委員長の選出",
    }
    secretary.post(page("meeting-plan", CODE), words)
    meeting = Meeting.objects.get()
    assert client.get(meeting.get_absolute_url()).status_code == 404
    assert client_as("resident_1", CODE).post(page("meeting-announce", CODE, meeting.pk)).status_code == 403
    secretary.post(page("meeting-announce", CODE, meeting.pk))
    assert "委員長の選出" in client.get(meeting.get_absolute_url()).content.decode()
    moved = {**words, "place": "市民センター", "reason": "会場の都合により変更します。"}
    secretary.post(page("meeting-revise", CODE, meeting.pk), moved)
    assert "市民センター" in client.get(page("meeting-calendar", CODE)).content.decode()
    told = OutboxMessage.objects.filter(kind="governance.meeting_revised")
    assert told.first().context["agenda"] == "委員長の選出"
    return meeting


def _without_a_chair_the_secretariat_asks_a_member_to_preside(client_as, people, meeting):
    member, secretary = client_as("resident_1", CODE), client_as("secretary")
    assert member.post(page("meeting-convene", CODE, meeting.pk)).status_code == 403
    entrust = page("meeting-entrust", CODE, meeting.pk)
    assert secretary.post(entrust, {"person": people["resident_2"].pk}).status_code == 404
    secretary.post(entrust, {"person": people["resident_1"].pk})


def _the_members_sit_and_elect(client_as, people, meeting) -> Resolution:
    member = client_as("resident_1", CODE)
    member.post(page("meeting-convene", CODE, meeting.pk))
    motion = {"title": "委員長の選出", "competence": "6", "method": "secret"}
    motion["text"] = f"委員の互選により、委員長に{people['resident_1']}委員を選出する。"
    unregistered = member.post(page("resolution-propose", CODE, meeting.pk), motion)
    assert unregistered.status_code == 403 and "出席" in unregistered.content.decode()
    member.post(page("meeting-attend", CODE, meeting.pk))
    member.post(page("resolution-propose", CODE, meeting.pk), motion)
    resolution = Resolution.objects.get()
    secretary = client_as("secretary")
    assert secretary.post(page("resolution-vote", CODE, resolution.pk), {"choice": "for"}).status_code == 403
    unsaid = member.post(page("resolution-vote", CODE, resolution.pk)).content.decode()
    assert "この項目は必須です。" in unsaid and 'name="choice"' in unsaid
    member.post(page("resolution-vote", CODE, resolution.pk), {"choice": "for"})
    early = member.post(page("resolution-adopt", CODE, resolution.pk))
    assert early.status_code == 403 and "締め切られていません" in early.content.decode()
    member.post(page("resolution-close-voting", CODE, resolution.pk))
    member.post(page("resolution-adopt", CODE, resolution.pk))
    secretary.post(page("meeting-record-head", CODE, meeting.pk), {"observers": "3", "materials": "次第"})
    member.post(page("meeting-adjourn", CODE, meeting.pk))
    meeting.refresh_from_db()
    assert meeting.status == "minutes_draft"
    return resolution


def _the_vote_makes_the_chair(client, client_as, resolution):
    """Not a click but the resolution that names the person."""
    member, seat = client_as("resident_1", CODE), Seat.objects.get()
    committee, choose = page("committee-detail", CODE), page("office-choose", seat.pk)
    assert "委員長が空席です。" in client.get(committee).content.decode()
    assert choose in member.get(committee).content.decode()
    assert member.post(choose, {"kind": "chair", "resolution": ""}).status_code == 200
    assert not Office.objects.exists()
    assert member.post(choose, {"kind": "chair", "resolution": resolution.pk}).status_code == 302
    assert Office.objects.get().resolution == resolution
    assert "委員長が空席です。" not in client.get(committee).content.decode()


def _the_minutes_are_checked_confirmed_and_published(client, client_as, meeting):
    member, secretary = client_as("resident_1", CODE), client_as("secretary")
    words = {"text": "委員長を選出した。委員Aは欠席の予定と述べた。", "public_text": "委員長を選出した。"}
    secretary.post(page("minutes-draft", CODE, meeting.pk), words)
    unchecked = member.post(page("minutes-confirm", CODE, meeting.pk))
    assert unchecked.status_code == 403 and "確認していません" in unchecked.content.decode()
    member.post(page("minutes-check", CODE, meeting.pk))
    assert secretary.post(page("minutes-confirm", CODE, meeting.pk)).status_code == 403
    member.post(page("minutes-confirm", CODE, meeting.pk))
    assert client.get(page("minutes-detail", CODE, meeting.pk)).status_code == 404
    secretary.post(page("minutes-publish", CODE, meeting.pk))
    shown = client.get(page("minutes-detail", CODE, meeting.pk)).content.decode()
    assert "委員長を選出した。" in shown and "委員A" not in shown
    assert "3人" in shown and "次第" in shown
