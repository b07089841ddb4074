"""The demo town's claims: one being asked about, one decided; and a post hidden for a check. Everybody is invented."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from communities.models import Post, Room
from communities.posts import actions as posts
from portal.foundation import clock
from portal.foundation.acting import Acting
from residents.seeds import Town

from . import actions
from .lifecycle import Right
from .models import RightsClaim

ROOM = "machi-no-koe"
SEARCHED = "私が撮った祭りの写真を、断りなく文章に添えて使っている方がいます。"
PICTURED = "先週の催しで、△△さんがうつった場面をくわしく書きます。"
CHECKED = "この件の担当者は、いつも時間を守らない人です。"


def seed_rights_claims(town: Town) -> None:
    """Running it again changes nothing."""
    room = Room.objects.filter(slug=ROOM).first()
    if room is None or RightsClaim.objects.exists():
        return
    caretaker = town.acting("caretaker_1")
    with _at(town, 25):
        decided = actions.submit(
            _said(town, room, "resident_10", "写真の話", SEARCHED),
            by=Acting(),
            right=Right.COPYRIGHT,
            why="添えられた写真は私が撮影したもので、使うことを認めていません。",
            name="架空 写真子",
            contact="photo@example.invalid",
        )
        decided = actions.inquire(decided, by=caretaker, inquiry="撮影した方の許しを得ていますか。")
    with _at(town, 22):
        decided = actions.agree(decided, by=Acting(decided.author), reply="許しを得ていませんでした。")
    with _at(town, 21):
        actions.remove(decided, by=caretaker, reason="発言した方が同意したため。")
    with _at(town, 3):
        asked = actions.submit(
            _said(town, room, "resident_11", "催しの話", PICTURED),
            by=Acting(town.person("resident_6")),
            right=Right.PRIVACY,
            why="だれのことか分かる書き方で、私の行動が明らかにされています。",
            name="架空 花子",
            contact="0000-00-0000",
        )
        actions.inquire(asked, by=caretaker, inquiry="ご本人の同意を得て書かれたものですか。")
    with _at(town, 1):
        opener = Acting(room.manager)
        posts.hide(
            _said(town, room, "resident_10", "担当の話", CHECKED), by=opener, reason="人を傷つけるおそれ"
        )


def _said(town: Town, room: Room, speaker: str, title: str, words: str) -> Post:
    return posts.start_thread(room.forum_ptr, by=Acting(town.person(speaker)), title=title, body=words)


def _at(town: Town, days_ago: int) -> clock.at:
    return clock.at(datetime.combine(town.today - timedelta(days=days_ago), time(10)))
