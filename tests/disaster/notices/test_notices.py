"""The emergency notice: its limits, that there is one, and who may publish it."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from disaster.context import emergency
from disaster.notices import actions
from disaster.notices.lifecycle import EMERGENCY_NOTICE
from disaster.notices.models import EmergencyNotice
from disaster.notices.permissions import can_publish_notice
from portal.foundation.decisions import Denied
from portal.foundation.full_width import HALF, width
from portal.foundation.models import AuditEntry
from tests.factories.disaster import bring_to, perform, publish

ROWS = {
    ("publish", "", "published"),
    ("replace", "published", "replaced"),
    ("withdraw", "published", "withdrawn"),
}
MAY = {"disaster_officer", "disaster_deputy"}
WORDS = {"kind": "life", "title": "【緊急】大雨です", "body": "高い所へ逃げてください。"}


def test_the_table_is_this_one():
    assert {(verb, source, target) for verb, source, target, _by in EMERGENCY_NOTICE.rows()} == ROWS


@pytest.mark.parametrize(
    "who",
    ["disaster_officer", "disaster_deputy", "it_chief", "pr_author", "npo_author", "resident_1", "guest"],
)
def test_who_may_publish(acting, who):
    assert bool(can_publish_notice(acting(who))) == (who in MAY)


@pytest.mark.parametrize(
    ("title", "is_fit"),
    [
        ("【緊急】" + "あ" * 26, True),
        ("【緊急】" + "あ" * 27, False),
        ("【緊急】" + "a" * 52, True),
        ("【緊急】" + "a" * 53, False),
        ("大雨です", False),
        ("お知らせ【緊急】", False),
    ],
)
def test_the_title_has_thirty_full_width_characters_and_its_mark(acting, title, is_fit):
    if is_fit:
        assert publish(acting("disaster_officer"), title=title).title == title
    else:
        with pytest.raises(ValidationError):
            publish(acting("disaster_officer"), title=title)
        assert not EmergencyNotice.objects.exists()


@pytest.mark.parametrize(("body", "is_fit"), [("あ" * 100, True), ("あ" * 101, False), ("ab" * 100, True)])
def test_the_text_has_one_hundred(acting, body, is_fit):
    if is_fit:
        publish(acting("disaster_officer"), body=body)
    else:
        with pytest.raises(ValidationError):
            publish(acting("disaster_officer"), body=body)


def test_half_width_letters_count_half():
    assert width("あa") == 1.5
    assert width("【緊急】") == 4


def test_a_newer_notice_replaces_the_older_which_stays_in_the_record(acting, client):
    by = acting("disaster_officer")
    older = publish(by, title="【緊急】はじめのお知らせ")
    newer = publish(by, title="【緊急】つぎのお知らせ")
    older.refresh_from_db()
    assert (older.status, newer.status) == ("replaced", "published")
    assert list(EmergencyNotice.objects.shown()) == [newer]
    assert "はじめのお知らせ" in client.get("/emergency/history/").content.decode()


def test_trouble_of_the_site_does_not_push_aside_the_safety_of_life(acting):
    by = acting("disaster_officer")
    publish(by, kind="life")
    with pytest.raises(Denied):
        publish(by, kind="system", title="【緊急】このサイトの不具合")
    assert EmergencyNotice.objects.shown().get().kind == "life"
    publish(by, kind="life", title="【緊急】つづき")


def test_the_database_refuses_a_second_one(acting):
    notice = publish(acting("disaster_officer"))
    notice.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        notice.save(force_insert=True)


def test_withdrawing_takes_it_from_every_page(acting, client_as):
    notice = publish(acting("disaster_officer"))
    assert emergency()["title"] == "地震です"
    client = client_as("disaster_officer")
    client.post(f"/emergency/notices/{notice.pk}/withdraw/", {"reason": "安全が確認できたため。"})
    assert emergency() is None
    assert AuditEntry.objects.filter(
        verb="disaster.notice.withdrawn", reason="安全が確認できたため。"
    ).exists()


def test_withdrawing_twice_is_refused(acting):
    by = acting("disaster_officer")
    notice = publish(by)
    actions.withdraw(notice, by=by, reason="終わり")
    with pytest.raises(Denied):
        actions.withdraw(notice, by=by, reason="終わり")


def test_a_drills_notice_says_so_and_goes_with_the_drill(acting):
    by = acting("disaster_officer")
    bring_to("drill", by)
    notice = publish(by)
    assert notice.shown_title == "【訓練】地震です"
    assert emergency()["kind"] == "drill"
    perform("end_drill", by)
    assert emergency() is None
    publish(by, title="【緊急】本物です")
    assert emergency()["kind"] == "life"


def test_the_form_keeps_what_was_typed_and_says_what_is_wrong(client_as):
    page = client_as("disaster_officer").post("/emergency/notices/new/", {**WORDS, "title": "大雨です"})
    assert page.status_code == 200
    assert "【緊急】" in page.content.decode()
    assert "高い所へ逃げてください。" in page.content.decode()
    assert not EmergencyNotice.objects.exists()


def test_publishing_over_http(client_as):
    assert client_as("disaster_officer").post("/emergency/notices/new/", WORDS).status_code == 302
    assert EmergencyNotice.objects.shown().get().title == "【緊急】大雨です"


def test_others_are_refused_over_http(client_as):
    answer = client_as("it_chief").post("/emergency/notices/new/", WORDS)
    assert answer.status_code == 403
    assert "危機管理防災課" in answer.content.decode()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("あ" * 30, 30), ("ａｂｃ１２３", 6), ("ｶﾅ", 1), ("a\r\nb", 1.5), ("é—🌊", 3), ("", 0)],
)
def test_what_counts_half_is_ascii_half_width_kana_and_the_end_of_a_line(text, expected):
    assert width(text) == expected


def test_the_counter_beside_the_field_counts_what_the_check_counts(client_as):
    html = client_as("disaster_officer").get("/emergency/notices/new/").content.decode()
    for field, most in (("id_title", 30), ("id_body", 100)):
        counter = next(p for p in html.split("<p ") if f'data-counter="{field}"' in p)
        assert f'data-most="{most}"' in counter
        assert f'data-half="{HALF}"' in counter
        assert f"全角{most}文字まで" in counter
    simple = next(p for p in html.split("<p ") if 'data-counter="id_title_simple"' in p)
    assert "data-half" not in simple
