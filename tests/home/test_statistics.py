"""利用状況: what is counted is true, and what would need watching people is named as not counted."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from communities.posts import actions as posts
from portal.foundation import clock
from tests.factories import governance, proposals
from tests.factories.communities import Forums

pytestmark = pytest.mark.django_db


def figures():
    answer = Client().get("/statistics/")
    assert answer.status_code == 200
    return {str(row[0]): str(row[1]) for row in answer.context["use"]}


@pytest.fixture
def forums(town, acting, frozen):
    frozen("2026-11-20 09:00")
    governance.a_committee_in_office(("chair", "member_1"))
    return Forums(acting)


@pytest.fixture
def room(forums):
    return forums.city_room("open")


def begin(room, by, title="駅前の自転車"):
    return posts.start_thread(room.forum_ptr, by=by, title=title, body="置き場が足りません。").thread


def test_reading_is_not_counted_and_the_page_says_so(town):
    found = figures()
    assert found["週に一度以上読む人"] == found["ゲスト・閲覧数"] == "数えていません"


def test_people_rooms_and_replies_are_counted(room, forums, acting):
    resident, officer = acting("resident_1", None), acting("planner_author")
    forums.join(room, "resident_1")
    forums.join(room, "planner_author")
    thread = begin(room, resident)
    with clock.at(clock.now() + timedelta(hours=30)):
        posts.write(thread, by=officer, body="調べてお答えします。", standing="official")
        found = figures()
    assert found["月に一度以上書く人"] == "2"
    assert found["直近6か月に発言のあった会議室"] == "1室中1室 (100 %)"
    assert found["最初の公式回答までの時間（中央値）"] == "30時間"
    with clock.at(clock.now() + timedelta(days=200)):
        later = figures()
    assert (later["月に一度以上書く人"], later["直近6か月に発言のあった会議室"]) == ("0", "1室中0室 (0 %)")


def test_a_topic_a_section_began_itself_waits_for_nobody(room, forums, acting):
    officer = acting("planner_author")
    forums.join(room, "planner_author")
    posts.start_thread(room.forum_ptr, by=officer, title="説明会", body="開きます。", standing="official")
    assert figures()["最初の公式回答までの時間（中央値）"] == "–"


def test_proposals_stand_by_their_status_without_drafts(town, frozen):
    frozen("2026-11-20 09:00")
    governance.a_committee_in_office(("chair", "member_1"))
    proposals.a_draft()
    proposals.a_proposal_in("published", "道のあかりについての提言")
    rows = Client().get("/statistics/").context["proposals"]
    assert [(str(label), number) for label, number in rows] == [("回答済み", 1)]


def test_the_page_asks_no_more_when_more_is_said(room, forums, acting):
    resident = acting("resident_1", None)
    forums.join(room, "resident_1")
    begin(room, resident)
    figures()
    with CaptureQueriesContext(connection) as few:
        figures()
    for number in range(4):
        begin(room, resident, f"話題{number}")
    with CaptureQueriesContext(connection) as many:
        figures()
    assert len(many) == len(few)
