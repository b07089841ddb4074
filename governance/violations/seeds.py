"""The demo town's cases, one in every state that somebody at the desk has to know; everybody is invented."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime, time, timedelta

from communities.forums import actions as forums
from communities.models import Post, Room
from communities.posts import actions as posts
from communities.rooms import actions as rooms
from governance.appeals import actions as appeals
from governance.resolutions.lifecycle import Competence, RecusalGround, VoteMethod
from governance.sanctions import actions as sanctions
from governance.sanctions import tasks as ending
from governance.sanctions.models import Sanction
from governance.sittings import Motion, Sitting, acting_chair, sit
from portal.foundation import clock
from portal.foundation.acting import Acting
from residents.models import Delegation
from residents.roles import actions as roles
from residents.seeds import Town

from . import actions
from .citable import Ban, bans
from .models import ViolationCase

SLUG = "machi-no-koe"
COMMITTEE = "steering-committee"
ADVERTISING, ABUSE, PRIVACY, REPEATED = "第4条第4号", "第4条第2号", "第4条第3号", "第4条第5号"

# days ago: (speaker, what they said, reporter, provision)
SAID: dict[int, tuple[str, str, str, str]] = {
    1: (
        "resident_10",
        "駅前の○○商店で、明日から全品3割引です。ぜひお越しください。",
        "resident_4",
        ADVERTISING,
    ),
    12: ("resident_11", "同じことを何度でも書きます。ごみ置き場を移してください。", "resident_5", REPEATED),
    6: ("resident_11", "となりの△△さんの電話番号は 0000-00-0000 です。", "resident_6", PRIVACY),
    18: ("resident_11", "この前の催しの世話役は、うそつきばかりだ。", "resident_4", ABUSE),
    24: ("resident_10", "何度でも宣伝します。○○商店、本日も特売です。", "resident_5", ADVERTISING),
    30: ("resident_11", "会場の地図をまちがえて載せた人は、何も考えていない。", "resident_6", ABUSE),
    28: ("resident_10", "○○商店の特売のお知らせです。", "resident_4", ADVERTISING),
    33: ("resident_11", "××さんが先週どこにいたか、私は知っています。", "resident_5", PRIVACY),
    40: ("resident_10", "花だんの手入れは、来週の土曜日だと聞きました。", "resident_6", ADVERTISING),
}


TITLES = {
    1: "駅前のお店から",
    6: "となりの方のこと",
    12: "ごみ置き場を移してほしい",
    18: "この前の催し",
    24: "本日の特売",
    28: "特売のお知らせ",
    30: "会場の地図",
    33: "先週のこと",
    40: "花だんの手入れ",
}


def seed_violations(town: Town) -> None:
    """Cases that wait, that are overdue, that were decided, and one that is objected to."""
    if ViolationCase.objects.exists():
        return
    room = _room(town)
    found = {ago: _reported(town, room, ago) for ago in sorted(SAID, reverse=True)}
    _unfounded(town, found[40])
    _objected(town, found[33], ago=30)
    _warned(town, found[30], ago=26)
    _suspended(town, found[28])
    _before_the_committee(town, found[24])
    _restricted(town, found[18], ago=13)
    _heard_now(town, found[6])


def _at(town: Town, ago: int, hour: int = 10) -> AbstractContextManager[None]:
    return clock.at(datetime.combine(town.today - timedelta(days=ago), time(hour, 0)))


def _room(town: Town) -> Room:
    """A citizen-area room in which it sometimes gets loud."""
    with _at(town, 50):
        opener = Acting(town.person("resident_9"))
        room = rooms.found(
            by=opener,
            slug=SLUG,
            title="まちの声なんでも",
            purpose="暮らしの中で気づいたことを、だれでも気軽に書く会議室です(デモ)。",
            visibility="public",
        )
        for key in ("resident_10", "resident_11"):
            forums.join(room.forum_ptr, by=Acting(town.person(key)), shown_name=town.person(key).display_name)
    return room


def _reported(town: Town, room: Room, ago: int) -> ViolationCase:
    speaker, words, reporter, provision = SAID[ago]
    with _at(town, ago, 8):
        post: Post = posts.start_thread(
            room.forum_ptr, by=Acting(town.person(speaker)), title=TITLES[ago], body=words
        )
    with _at(town, ago):
        note = "見ていて困っています。"
        return actions.report(post, by=Acting(town.person(reporter)), ban=_ban(provision), note=note).case


def _ban(label: str) -> Ban:
    return next(ban for ban in bans() if ban.label == label)


def _heard(town: Town, case: ViolationCase, ago: int, *, hidden: bool = False) -> ViolationCase:
    """Looked into, the author asked and heard, three days from the first to the last."""
    caretaker = town.acting("caretaker_1")
    with _at(town, ago + 3):
        case = actions.investigate(case, by=caretaker)
        if hidden:
            case = actions.hide_urgently(case, by=caretaker, reason="個人の情報が書かれているため")
        case = actions.open_hearing(
            case, by=caretaker, question="どのようなお考えで書かれたか、お聞かせください。"
        )
    with _at(town, ago, 9):
        statement = "よかれと思って書きました。ご迷惑をおかけしました。"
        return actions.make_statement(case, by=Acting(case.subject), statement=statement)


def _unfounded(town: Town, case: ViolationCase) -> None:
    with _at(town, 39):
        reason = "催しの日を伝えるもので、宣伝には当たりません。"
        actions.dismiss(case, by=town.acting("caretaker_2"), reason=reason)


def _warned(town: Town, case: ViolationCase, ago: int) -> None:
    case = _heard(town, case, ago)
    with _at(town, ago):
        reason = "特定の人を傷つける書き方です。同じことがないようにお願いします。"
        sanctions.take_measure(case, by=town.acting("caretaker_1"), kind="warning", reason=reason)


def _objected(town: Town, case: ViolationCase, ago: int) -> Sanction:
    """A deleted post; its author objects, and somebody who was not involved looks at it."""
    case = _heard(town, case, ago - 3, hidden=True)
    with _at(town, ago - 4):
        reason = "ほかの人の行動を、本人の同意なく明らかにしています。"
        sanction = sanctions.take_measure(case, by=town.acting("caretaker_1"), kind="delete", reason=reason)
    with _at(town, 14):
        grounds = "名前を出しておらず、だれのことかはわからないはずです。"
        appeal = appeals.file(sanction, by=Acting(case.subject), grounds=grounds)
    with _at(town, 12):
        _lend_objections(town)
    with _at(town, 9):
        appeals.examine(appeal, by=town.acting("secretary"))
    return sanction


def _lend_objections(town: Town) -> None:
    """The committee lets the secretariat examine objections that its members may not (M4: D)."""
    secretariat = town.acting("secretary").body
    if Delegation.objects.filter(function="rooms.objections", to_body=secretariat).exists():
        return
    roles.delegate(
        "rooms.objections",
        to_body=secretariat,
        from_on=clock.today(),
        until_on=clock.today() + timedelta(days=365),
        basis="運営委員会の申合せ(架空)",
        by=acting_chair(town.body(COMMITTEE)),
    )


def _suspended(town: Town, case: ViolationCase) -> None:
    """Heard, referred, decided by resolution; three days that have passed."""
    case = _heard(town, case, 20)
    with _at(town, 19):
        case = actions.refer(
            case, by=town.acting("caretaker_1"), reason="宣伝を重ねているため、委員会の判断を求めます。"
        )
    words = f"案件{case.number}について、3日間の利用停止とする。"
    motion = Motion(
        f"案件{case.number}への対応",
        words,
        Competence.VIOLATIONS,
        abstaining=1,
        method=VoteMethod.SECRET,
        recused=RecusalGround.OTHER,
    )
    sitting = Sitting(title="違反への対応の運営委員会", on=town.today - timedelta(days=8), motions=[motion])
    resolution = sit(town.body(COMMITTEE), sitting)[0]
    with _at(town, 7):
        sanctions.sanction(
            case,
            by=acting_chair(town.body(COMMITTEE)),
            resolution=resolution,
            kind="suspension",
            days=3,
            reason="営利を目的とする発言を、注意の後も重ねたため。",
        )
    with _at(town, 3):
        ending.end_what_is_over()


def _before_the_committee(town: Town, case: ViolationCase) -> None:
    case = _heard(town, case, 5)
    with _at(town, 4):
        actions.refer(
            case, by=town.acting("caretaker_2"), reason="再び宣伝が書かれたため、委員会の判断を求めます。"
        )


def _restricted(town: Town, case: ViolationCase, ago: int) -> None:
    case = _heard(town, case, ago)
    with _at(town, 2):
        sanctions.take_measure(
            case,
            by=town.acting("caretaker_2"),
            kind="room_restriction",
            days=10,
            reason="警告の後も、ほかの人を傷つける書き方が続いたため。",
        )


def _heard_now(town: Town, case: ViolationCase) -> None:
    """Hidden at once; the author has some days left to answer."""
    caretaker = town.acting("caretaker_1")
    with _at(town, 5):
        case = actions.hide_urgently(case, by=caretaker, reason="電話番号が書かれているため")
    with _at(town, 4):
        actions.open_hearing(
            case, by=caretaker, question="電話番号を書いた理由と、本人の同意の有無をお聞かせください。"
        )
