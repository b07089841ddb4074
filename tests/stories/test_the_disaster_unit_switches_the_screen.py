"""Thread 5: only the disaster unit switches; every page says so; the copy stands alone; the record remains."""

import re

import pytest
from django.core import mail
from django.test import Client

from disaster.mode.models import Mode
from portal import snapshot
from portal.foundation import outbox
from portal.foundation.models import AuditEntry, OutboxMessage

SITUATION = {"kind": "earthquake", "area": "市内全域", "level": "4", "ground": "震度6弱を観測したため。"}
NOTICE = {
    "kind": "life",
    "title": "【緊急】地震です。高い所へ",
    "body": "海の近くの人は、すぐに高い所へ逃げてください。",
}
PAGES = ["/communities/", "/rules/", "/search/", "/emergency/history/"]


def hidden(response, name: str) -> str:
    return re.search(rf'name="{name}" value="([^"]*)"', response.content.decode()).group(1)


@pytest.fixture
def copies(media, settings):
    """Where the static copies are; the worker writes them after each act."""

    def read(name: str = "index.html") -> str:
        snapshot.write()
        return (settings.SNAPSHOT_DIR / name).read_text()

    return read


def switch_on(client) -> None:
    client.get("/emergency/switch/")
    confirm = client.post("/emergency/switch/activate/", SITUATION)
    answer = client.post(
        "/emergency/switch/activate/", {**SITUATION, "confirmation": hidden(confirm, "confirmation")}
    )
    assert answer.status_code == 302


def test_only_the_disaster_unit_switches_and_everybody_else_is_told_whom_to_ask(client_as, town):
    for who in ("it_chief", "npo_author", "mayor", "resident_1", "system_admin"):
        client = client_as(who)
        refused = client.post("/emergency/switch/activate/", SITUATION)
        assert refused.status_code == 403
        assert "災害モード" in refused.content.decode()
        assert "危機管理防災課" in refused.content.decode()
    asked_to_log_in = Client().post("/emergency/switch/activate/", SITUATION)
    assert asked_to_log_in.status_code == 302
    assert Mode.objects.current().status == "normal"


def test_from_the_first_shock_to_the_report(client_as, people, copies):
    officer, reader = client_as("disaster_officer"), Client()

    switch_on(officer)
    officer.post("/emergency/notices/new/", NOTICE)
    for page in PAGES:
        html = reader.get(page).content.decode()
        assert "地震です。高い所へ" in html, page
        assert "emergency-banner" in html, page

    light = reader.get("/emergency/").content.decode()
    assert "警戒レベル４ 避難指示" in light
    assert "まだ情報がありません" in light
    assert "【緊急】地震です。高い所へ" in copies()

    officer.post("/emergency/information/", {"title": "中央小学校を開きました"})
    assert "中央小学校を開きました" in reader.get("/emergency/").content.decode()
    assert "中央小学校を開きました" in copies()

    outbox.deliver()
    told = OutboxMessage.objects.filter(kind="disaster.mode_activated").values_list("recipient_id", flat=True)
    assert len(told) == len(people) - 1
    assert any("災害モード" in message.subject and "市内全域" in message.subject for message in mail.outbox)

    officer.post("/emergency/switch/stand-down/", {"ground": "津波のおそれがなくなったため。"})
    officer.post("/emergency/switch/deactivate/", {"ground": "避難指示を解いたため。"})
    report = {
        "timeline": "9時発生",
        "reports_handled": "12件",
        "faults": "英語の文例がなかった",
        "lessons": "ひな型を作る",
    }
    officer.post("/emergency/switch/adopt-report/", report)
    assert Mode.objects.current().status == "normal"

    record = reader.get("/emergency/history/").content.decode()
    for sentence in (
        "震度6弱を観測したため。",
        "避難指示を解いたため。",
        "英語の文例がなかった",
        "危機管理防災課",
    ):
        assert sentence in record
    verbs = AuditEntry.objects.filter(verb__startswith="disaster.mode").values_list("verb", flat=True)
    assert list(verbs) == [
        "disaster.mode.activated",
        "disaster.mode.stood_down",
        "disaster.mode.deactivated",
        "disaster.mode.report_adopted",
    ]


def test_a_drill_cannot_be_taken_for_real(client_as, people, copies):
    officer, reader = client_as("disaster_officer"), Client()
    drill = {"kind": "earthquake", "area": "市内全域", "ground": "総合防災訓練のため。"}
    officer.post("/emergency/switch/start-drill/", drill)
    officer.post("/emergency/notices/new/", NOTICE)
    officer.post("/emergency/information/", {"title": "訓練の情報です"})

    for page in PAGES:
        html = reader.get(page).content.decode()
        assert "訓練" in html and "地震です。高い所へ" in html, page
        assert 'data-kind="drill"' in html, page
    for html in (
        reader.get("/emergency/").content.decode(),
        copies(),
        copies("en.html"),
        copies("ja-simple.html"),
    ):
        assert "【訓練】" in html
        assert "【緊急】" not in html
    assert "地震です。高い所へ" not in reader.get("/feeds/notices.atom").content.decode()

    outbox.deliver()
    assert mail.outbox
    assert all(message.subject.startswith("【訓練】") for message in mail.outbox)
    assert people["resident_1"].email not in {address for message in mail.outbox for address in message.to}

    officer.post("/emergency/switch/end-drill/", {"ground": "予定を終えたため。"})
    for page in PAGES:
        assert "地震です。高い所へ" not in reader.get(page).content.decode() or page == "/emergency/history/"
    assert not AuditEntry.objects.filter(verb__startswith="disaster.mode", is_public=True).exists()
