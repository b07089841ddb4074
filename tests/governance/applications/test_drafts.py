"""A draft kept by the applicant, the items of 第12条, the receipt, and what is asked for afterwards."""

import json

import pytest

from governance.applications import actions, permissions, tasks
from governance.applications.models import SeatApplication, Supplement
from governance.recruitments import actions as recruitments
from governance.recruitments import asked_items
from governance.recruitments import tasks as windows
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from tests.factories import governance as a

ITEMS = "取り組みたいこと(400字以内)\n配慮してほしいこと(任意)\n\n取り組みたいこと"
WORDS = {"connection": "residence", "uses_internet": True, "motives": "会議室を広げたい。"}
ANSWERS = {"取り組みたいこと": "進行役を増やしたい。"}


@pytest.fixture
def recruitment(town, frozen):
    frozen("2026-06-01 09:00")
    a.set_numbers()
    found = a.a_recruitment(a.a_term())
    found.asked_items = asked_items.read(ITEMS)
    found.save()
    return found


def told(kind: str) -> int:
    return OutboxMessage.objects.filter(kind=f"governance.{kind}").count()


def test_items_are_typed_one_a_line_with_their_limit(recruitment):
    assert recruitment.asked_items == [
        {"label": "取り組みたいこと", "limit": 400, "required": True},
        {"label": "配慮してほしいこと", "limit": 1200, "required": False},
    ]
    assert (
        asked_items.write(recruitment.asked_items) == "取り組みたいこと(400字以内)\n配慮してほしいこと(任意)"
    )


def test_a_required_item_left_out_is_refused_by_its_name(recruitment, people):
    with pytest.raises(Denied, match="取り組みたいこと"):
        actions.submit(recruitment, by=Acting(people["resident_1"]), answers={}, **WORDS)
    assert not SeatApplication.objects.exists()


def test_answers_rest_sealed_and_the_applicant_holds_a_receipt(recruitment, people):
    actions.submit(recruitment, by=Acting(people["resident_1"]), answers=ANSWERS, **WORDS)
    found = SeatApplication.objects.get()
    assert "進行役" not in str(found.answers)
    opened = json.loads(found.answers.reveal(by=a.acting_secretariat(), reason="選考"))
    assert opened == ANSWERS
    receipt = OutboxMessage.objects.get(kind="governance.application_received")
    assert receipt.recipient_id == str(people["resident_1"].pk)


def test_a_draft_is_seen_by_nobody_else_and_becomes_the_application(recruitment, people, client_as):
    mine = Acting(people["resident_1"])
    actions.draft(recruitment, by=mine, motives="書きかけ", uses_internet=False)
    draft = actions.draft(recruitment, by=mine, motives="もう少し", uses_internet=False)
    assert SeatApplication.objects.get().status == "draft"
    assert told("application_received") == told("application_submitted") == 0
    secretary = client_as("secretary")
    listed = secretary.get(f"/committees/recruitments/{recruitment.pk}/applications/").content.decode()
    assert str(people["resident_1"]) not in listed
    assert secretary.get(f"/committees/applications/{draft.pk}/").status_code == 404
    actions.submit(recruitment, by=mine, answers=ANSWERS, **WORDS)
    found = SeatApplication.objects.get()
    assert (found.pk, found.status) == (draft.pk, "submitted")
    with pytest.raises(Denied):
        actions.draft(recruitment, by=mine, motives="遅い")


def test_the_page_keeps_a_draft_and_fills_it_in_again(recruitment, client_as):
    resident = client_as("resident_1")
    address = f"/committees/steering-committee/recruitments/{recruitment.pk}/apply/"
    page = resident.get(address).content.decode()
    assert "取り組みたいこと" in page and 'maxlength="400"' in page
    assert resident.post(address, {"motives": "書きかけの動機", "draft": "1"}).status_code == 302
    assert "書きかけの動機" in resident.get(address).content.decode()
    posted = {"connection": "residence", "uses_internet": "on", "motives": "書き終えた", "item_1": ""}
    refused = resident.post(address, posted)
    assert refused.status_code == 200 and SeatApplication.objects.get().status == "draft"
    assert resident.post(address, {**posted, "item_0": "進行役を増やしたい。"}).status_code == 302
    assert SeatApplication.objects.get().status == "submitted"


def test_a_draft_thrown_away_or_left_behind_is_not_kept(recruitment, people, client_as, frozen):
    mine = Acting(people["resident_1"])
    draft = actions.draft(recruitment, by=mine, motives="書きかけ")
    with pytest.raises(Denied):
        actions.discard(draft, by=Acting(people["resident_2"]))
    assert client_as("resident_2").post(f"/committees/applications/{draft.pk}/discard/").status_code == 404
    assert client_as("resident_1").post(f"/committees/applications/{draft.pk}/discard/").status_code == 302
    assert not SeatApplication.objects.exists()
    actions.draft(recruitment, by=mine, motives="また書きかけ")
    recruitments.cancel(recruitment, by=a.acting_secretariat(), reason="取りやめ")
    tasks.erase_due()
    assert not SeatApplication.objects.exists()
    recruitment.refresh_from_db()
    assert recruitment.erased == 0


MAY_ASK = {"secretary", "secretary_chief"}


@pytest.mark.parametrize(
    "who", ["resident_1", "resident_2", "chair", "mayor", "secretary", "secretary_chief"]
)
def test_who_may_ask_for_a_supplement_and_who_replies(recruitment, people, acting, who):
    application = actions.submit(recruitment, by=Acting(people["resident_1"]), answers=ANSWERS, **WORDS)
    assert bool(permissions.can_ask_supplement(acting(who), application)) == (who in MAY_ASK)
    assert not permissions.can_supplement(acting(who), application)
    actions.ask_supplement(application, by=a.acting_secretariat(), request="在学先を教えてください。")
    assert not permissions.can_ask_supplement(acting(who), application)
    assert bool(permissions.can_supplement(acting(who), application)) == (who == "resident_1")


def test_a_supplement_is_asked_and_replied_over_the_pages(recruitment, people, client_as):
    application = actions.submit(recruitment, by=Acting(people["resident_1"]), answers=ANSWERS, **WORDS)
    secretary, resident = client_as("secretary"), client_as("resident_1")
    ask = f"/committees/applications/{application.pk}/ask-supplement/"
    assert client_as("resident_2").get(ask).status_code == 403
    assert secretary.post(ask, {"request": "通勤先の所在地を教えてください。"}).status_code == 302
    assert told("application_supplement_asked") == 1
    reply = f"/committees/applications/{application.pk}/supplement/"
    assert client_as("resident_2").get(reply).status_code == 404
    assert "通勤先の所在地" in resident.get(reply).content.decode()
    assert resident.post(reply, {"reply": "駅前の会社です。"}).status_code == 302
    shown = secretary.get(f"/committees/applications/{application.pk}/").content.decode()
    assert "駅前の会社です。" in shown and "進行役を増やしたい。" in shown
    assert "駅前" not in str(Supplement.objects.get().reply)
    assert told("application_supplemented") == 2
    verbs = [step.verb for step in SeatApplication.objects.get().steps.all()]
    assert verbs == ["submit", "ask_supplement", "supplement"]
    assert AuditEntry.objects.filter(verb="governance.seat_application.supplemented").exists()


def test_somebody_is_nominated_only_where_a_rule_says_so_and_nobody_applied(recruitment, frozen):
    nominee = {
        "email": "suisen@example.jp",
        "display_name": "推薦 太郎",
        "connection": "work",
        "reason": "地域活動の経験がある。",
    }
    frozen("2026-06-23 09:00")
    windows.open_and_close()
    recruitment.refresh_from_db()
    with pytest.raises(Denied):
        actions.nominate(recruitment, by=a.acting_secretariat(), **nominee)
    a.set_numbers(committee__fallback="nomination")
    with pytest.raises(Denied):
        actions.nominate(recruitment, by=a.acting_mayor(), **nominee)
    found = actions.nominate(recruitment, by=a.acting_secretariat(), **nominee)
    assert (found.status, found.channel) == ("submitted", "nominated")
    assert told("application_nominated") == 1


def test_nobody_is_nominated_past_those_who_applied(recruitment, people, frozen):
    a.set_numbers(committee__fallback="nomination")
    actions.submit(recruitment, by=Acting(people["resident_1"]), answers=ANSWERS, **WORDS)
    frozen("2026-06-23 09:00")
    windows.open_and_close()
    recruitment.refresh_from_db()
    refused = permissions.can_nominate_applicant(a.acting_secretariat(), recruitment)
    assert not refused and "応募者" in str(refused.reason)
