"""A report becomes a case, a hearing, a sanction of the committee, and an objection that others decide."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from communities.models import Post
from governance.models import Appeal, Meeting, Resolution, Sanction, ViolationCase, ViolationReport
from governance.sanctions import tasks as sanction_tasks
from governance.sittings import Sitting, announced
from portal.foundation import clock
from portal.foundation.models import AuditEntry
from tests.factories.violations import WORDS, Cases

CODE = "steering-committee"
MEMBERS = ("chair", "vice_chair_1", "member_1")


@pytest.fixture
def cases(town, frozen, acting) -> Cases:
    frozen("2026-06-01 09:00")
    return Cases(acting, committee=True)


def page(name: str, *args) -> str:
    return reverse(f"governance:{name}", args=args)


def read(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def refused(client, address: str, words: dict | None = None) -> str:
    """The sentences on the page of a refusal."""
    answer = client.post(address, words or {})
    assert answer.status_code == 403, (address, answer.status_code)
    return re.sub(r"<[^>]+>", "", answer.content.decode())


def test_a_report_is_decided_and_the_objection_brings_everything_back(cases, client_as, frozen):
    post = cases.post()
    case = _two_people_report(cases, client_as, post)
    _a_caretaker_hides_the_post_at_once(client_as, case, post)
    _the_author_is_heard(client_as, case)
    frozen("2026-06-08 18:50")
    _the_caretaker_cannot_suspend_and_refers(client_as, case)
    resolution = _the_committee_resolves(cases, client_as, case)
    sanction = _the_committee_sanctions(client_as, case, resolution)
    _the_author_cannot_write_and_is_told_everything(cases, client_as, sanction)
    appeal = _the_author_objects(client_as, sanction)
    assert client_as("adviser").get(appeal.get_absolute_url()).status_code == 404
    cases.lend_objections()
    _nobody_who_took_part_examines(client_as, appeal)
    _somebody_else_lifts_it(client_as, appeal)
    _everything_is_as_before(cases, client_as, post, sanction)
    _the_reporter_and_the_public_read_what_is_theirs(client_as, case)


def _two_people_report(cases, client_as, post: Post) -> ViolationCase:
    resident, address = client_as("resident_3"), page("violation-report", post.pk)
    shown = read(resident, address)
    assert "第4条第3号" in shown and WORDS in shown
    nothing_chosen = resident.post(address, {"note": "ほかの人の番号です。"})
    assert nothing_chosen.status_code == 200 and "ほかの人の番号です。" in nothing_chosen.content.decode()
    answer = resident.post(address, {"provision": cases.ban().key, "note": "ほかの人の番号です。"})
    receipt = ViolationReport.objects.get()
    assert answer["Location"] == receipt.get_absolute_url()
    assert receipt.case.number in read(resident, answer["Location"])
    guest = Client()
    assert guest.post(address, {"provision": cases.ban().key}).status_code == 302
    assert ViolationCase.objects.count() == 1 and receipt.case.reports.count() == 2
    assert "あなたの発言です" in refused(client_as("resident_2"), address)
    assert client_as("resident_4").get(receipt.get_absolute_url()).status_code == 404
    return receipt.case


def _a_caretaker_hides_the_post_at_once(client_as, case, post):
    caretaker = client_as("caretaker_1")
    assert case.number in read(caretaker, page("violation-list"))
    assert WORDS not in read(caretaker, case.get_absolute_url())
    before = AuditEntry.objects.filter(verb="residents.personal_data.viewed").count()
    file = read(caretaker, page("violation-file", case.pk))
    assert WORDS in file and "ほかの人の番号です。" in file
    assert AuditEntry.objects.filter(verb="residents.personal_data.viewed").count() == before + 1
    for who in ("resident_1", "resident_2", "pr_approver", "it_staff"):
        assert client_as(who).get(case.get_absolute_url()).status_code == 404
    assert "VCOM" in refused(client_as("secretary"), page("violation-hide-urgently", case.pk))
    caretaker.post(page("violation-hide-urgently", case.pk), {"reason": "電話番号があります。"})
    post.refresh_from_db()
    assert post.status == "hidden"


def _the_author_is_heard(client_as, case):
    author, caretaker = client_as("resident_2"), client_as("caretaker_1")
    caretaker.post(page("violation-open-hearing", case.pk), {"question": "載せた理由を聞かせてください。"})
    shown = read(author, case.get_absolute_url())
    assert "載せた理由を聞かせてください。" in shown and "会議室利用ルール第4条第3号" in shown
    assert WORDS in read(author, page("violation-file", case.pk))
    assert "ほかの人の番号です。" not in read(author, page("violation-file", case.pk))
    assert client_as("resident_3").post(page("violation-make-statement", case.pk)).status_code == 404
    author.post(page("violation-make-statement", case.pk), {"statement": "本人に頼まれました。"})
    case.refresh_from_db()
    assert case.status == "heard"


def _the_caretaker_cannot_suspend_and_refers(client_as, case):
    caretaker = client_as("caretaker_1")
    words = {"kind": "suspension", "days": "7", "provision": _cited(case), "reason": "重い違反です。"}
    answer = caretaker.post(page("violation-take-measure", case.pk), words)
    assert answer.status_code == 200 and "重い違反です。" in answer.content.decode()
    assert not Sanction.objects.exists()
    caretaker.post(page("violation-refer", case.pk), {"reason": "繰り返しています。"})
    case.refresh_from_db()
    assert case.status == "referred"
    refusal = refused(caretaker, page("violation-sanction", case.pk))
    assert "市民電子会議室の企画・運営" in refusal


def _the_committee_resolves(cases, client_as, case) -> Resolution:
    announced(cases.term, Sitting(title="運営委員会", on=clock.today(), agenda="違反への対応"))
    meeting = Meeting.objects.get()
    members = {who: client_as(who) for who in MEMBERS}
    members["chair"].post(page("meeting-convene", CODE, meeting.pk))
    for client in members.values():
        client.post(page("meeting-attend", CODE, meeting.pk))
    motion = {
        "title": f"案件{case.number}",
        "text": f"案件{case.number}を10日間の利用停止とする。",
        "competence": "5",
    }
    members["member_1"].post(page("resolution-propose", CODE, meeting.pk), motion)
    resolution = Resolution.objects.get()
    for client in members.values():
        client.post(page("resolution-vote", CODE, resolution.pk), {"choice": "for"})
    members["chair"].post(page("resolution-adopt", CODE, resolution.pk))
    resolution.refresh_from_db()
    return resolution


def _the_committee_sanctions(client_as, case, resolution) -> Sanction:
    chair = client_as("chair")
    words = {
        "resolution": resolution.pk,
        "kind": "suspension",
        "days": "15",
        "provision": _cited(case),
        "reason": "ほかの人の電話番号を載せたため。",
    }
    too_long = chair.post(page("violation-sanction", case.pk), words)
    assert too_long.status_code == 200 and "上限は14日です" in too_long.content.decode()
    chair.post(page("violation-sanction", case.pk), {**words, "days": "10"})
    sanction = Sanction.objects.get()
    assert (sanction.days, sanction.resolution, sanction.is_direct) == (10, resolution, False)
    return sanction


def _the_author_cannot_write_and_is_told_everything(cases, client_as, sanction):
    author = client_as("resident_2")
    address = reverse("communities:thread-start", kwargs=cases.room.address)
    answer = author.get(address)
    told = answer.content.decode()
    assert answer.status_code == 403
    for words in (
        "2026年6月17日",
        "第4条第3号",
        sanction.reason,
        "2026年6月22日",
        sanction.get_absolute_url(),
    ):
        assert words in told, words
    shown = read(author, sanction.get_absolute_url())
    assert "利用停止" in shown and page("appeal-file", sanction.pk) in shown


def _the_author_objects(client_as, sanction) -> Appeal:
    author = client_as("resident_2")
    form = read(author, page("appeal-file", sanction.pk))
    assert "行政不服審査法による審査請求ではありません" in form
    assert client_as("resident_3").post(page("appeal-file", sanction.pk), {"grounds": "x"}).status_code == 404
    author.post(page("appeal-file", sanction.pk), {"grounds": "本人に頼まれて載せました。"})
    return Appeal.objects.get()


def _nobody_who_took_part_examines(client_as, appeal):
    for who in MEMBERS:
        refusal = refused(client_as(who), page("appeal-examine", appeal.pk))
        assert "案件に関わった" in refusal and "委任された人" in refusal
    refused(client_as("caretaker_1"), page("appeal-examine", appeal.pk))
    assert page("appeal-examine", appeal.pk) not in read(client_as("chair"), appeal.get_absolute_url())


def _somebody_else_lifts_it(client_as, appeal):
    adviser = client_as("adviser")
    assert "本人に頼まれて載せました。" in read(adviser, page("appeal-grounds", appeal.pk))
    assert adviser.post(page("appeal-annul", appeal.pk), {"reason": "早い"}).status_code == 403
    adviser.post(page("appeal-examine", appeal.pk))
    adviser.post(page("appeal-annul", appeal.pk), {"reason": "本人の同意を書面で確かめました。"})
    appeal.refresh_from_db()
    assert appeal.status == "annulled"


def _everything_is_as_before(cases, client_as, post, sanction):
    post.refresh_from_db()
    sanction.refresh_from_db()
    assert (post.status, sanction.status) == ("shown", "lifted")
    author = client_as("resident_2")
    assert author.get(reverse("communities:thread-start", kwargs=cases.room.address)).status_code == 200
    assert "本人の同意を書面で確かめました。" in read(author, sanction.get_absolute_url())
    sanction_tasks.end_what_is_over()
    sanction.refresh_from_db()
    assert sanction.status == "lifted"


def _the_reporter_and_the_public_read_what_is_theirs(client_as, case):
    receipt = case.reports.order_by("reported_at").first()
    shown = read(client_as("resident_3"), receipt.get_absolute_url())
    assert "利用停止" not in shown.split("<main")[1] and "本人に頼まれました" not in shown
    month = read(Client(), page("violation-month", 2026, 6))
    assert "会議室利用ルール第4条第3号" in month
    rows = Client().get(page("violation-month-json", 2026, 6)).json()["lines"]
    counts = {(row["section"], row["key"]): row["count"] for row in rows}
    assert counts[("cases", "reports")] == 2 and counts[("cases", "opened")] == 1
    assert counts[("measures", "suspension")] == 1 and counts[("objections", "annulled")] == 1
    printed = Client().get(page("violation-month-csv", 2026, 6)).content.decode("utf-8-sig")
    assert "2026-06,objections,filed" in printed
    assert "海野" not in month + printed and "浜田" not in month + printed


def _cited(case) -> str:
    return f"{case.rule_version_id}:{case.provision}"
