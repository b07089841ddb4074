"""Two rooms of the fourth term, closed long ago and still readable: 過去の会議室, with their summaries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from communities.facilitators.models import Source as FacilitatorSource
from communities.rooms import actions as rooms
from communities.rooms.models import Room
from communities.seeds import seed_city_area_room
from governance.resolutions.lifecycle import Competence
from governance.resolutions.models import Resolution
from governance.sittings import Motion, Sitting, acting_chair, sit
from portal.foundation import clock
from residents.models import Body
from residents.seeds import Town

COMMITTEE = "steering-committee"
Line = tuple[int, str, str, str]
"""Day of the fourth term, hour, who, words."""


@dataclass(frozen=True)
class Archive:
    """A room as it was opened, what was said in it, and what the committee noted at its end."""

    slug: str
    title: str
    purpose: str
    theme: str
    related: str
    framing: dict[str, str]
    facilitator: str
    topic: str
    said: tuple[Line, ...]
    summary: str
    reason: str


ARCHIVES = (
    Archive(
        "dai4ki-uneiiinkai",
        "(市)第4期運営委員会",
        "第4期の運営委員会が、電子会議室の進め方をどなたでも読める形で話し合うための会議室です。",
        "会議室のルール、市役所エリアのテーマ、進行役の選び方など、運営委員会で決めることを前もって公開で検討します。"
        "発言はどなたでもできます。決めるのは運営委員会の会議です。",
        "civic-autonomy",
        {
            "question": "会議室のルールと進め方のうち、第4期に改めるものは何か。",
            "decider": "運営委員会",
            "decided_when": "第4期の任期が終わるまで",
            "still_open": "ルールの書き方と会議室の進め方。実施要領は市長が定めます。",
        },
        "resident_10",
        "第4期の進め方について",
        (
            (
                50,
                "19:30",
                "resident_10",
                "第4期の最初の議題です。会議室のルールで分かりにくいところを教えてください。",
            ),
            (
                52,
                "20:10",
                "resident_2",
                "休眠会議室がいつ閉鎖になるのか、参加者からは見えませんでした。予告がほしいです。",
            ),
            (55, "12:40", "resident_11", "閉鎖の前に参加者へ知らせる案を、次の運営委員会に出します。"),
            (58, "21:05", "resident_3", "オフ会の日程も、この会議室で早めに分かると参加しやすいです。"),
        ),
        "話し合いの結果、(1)休眠会議室は閉鎖の前に参加者へ予告すること、(2)オフ会の日程を1か月前までに知らせること、"
        "(3)進行役の交代を会議室の冒頭に掲示することの3点を、第5期の運営委員会に申し送ります。",
        "第4期の終わりに伴い、閲覧専用とします。",
    ),
    Archive(
        "tohoku-no-tameni",
        "東北のために私たちができることは?",
        "被災した東北の皆さんのために、離れた市の住民として続けられる支援を持ち寄る会議室です。",
        "物資や募金のほか、避難してこられた方の暮らし、現地の産品、交流のつづけ方について、経験と提案を集めます。"
        "市は、受け入れ窓口と広報で協力できることをお答えします。",
        "civic-autonomy",
        {
            "question": "離れた市の住民と市が、続けられる支援として何をするか。",
            "decider": "市長",
            "decided_when": "次年度の予算案をつくるまで",
            "still_open": "支援の方法と続け方。義援金の配分は、被災地の委員会が決めます。",
        },
        "resident_11",
        "今からでもできること",
        (
            (
                60,
                "20:00",
                "resident_11",
                "続けやすい支援を集めたいと思います。皆さんがしていることを教えてください。",
            ),
            (
                62,
                "21:20",
                "resident_4",
                "商店街で月に一度、東北の産品の市を開いています。買うことなら続けられます。",
            ),
            (
                64,
                "10:15",
                "resident_6",
                "避難してこられたご家族が、手続の窓口が分からず困っていました。案内の紙があると助かります。",
            ),
            (
                69,
                "19:45",
                "resident_11",
                "産品の市と案内の紙の二つは、すぐに始められそうです。まとめに入れます。",
            ),
        ),
        "「買って支える」産品の市を続けること、避難してこられた方への手続の案内を一枚の紙にまとめること、"
        "一年に一度は現地の方の話を聞く会を開くことの3点がまとまりました。案内の紙は、市民相談課の窓口で配られています。",
        "まとめを採択し、取り組みが始まったため、閲覧専用とします。",
    ),
)


def seed_archives(town: Town, first_day: date) -> None:
    """Opened by resolution in the fourth term, discussed, summed up and closed before its end."""
    committee = town.body(COMMITTEE)
    opening = _resolve(
        committee, first_day + timedelta(days=40), "の開設及び進行役の選定", "を開設し、進行役を置く。"
    )
    for row in ARCHIVES:
        _open(town, row, opening, first_day)
    summing = _resolve(committee, first_day + timedelta(days=320), "のまとめの採択", "のまとめを採択する。")
    closing = _resolve(committee, first_day + timedelta(days=640), "の廃止", "を閉じ、記録を公開し続ける。")
    for row in ARCHIVES:
        _close(committee, row, summing, closing, first_day)


def _resolve(committee: Body, on: date, what: str, does: str) -> Resolution:
    titles = "、".join(f"「{row.title}」" for row in ARCHIVES)
    motion = Motion(f"会議室{titles}{what}", f"市役所エリア会議室{titles}{does}", Competence.PLANNING)
    return sit(committee, Sitting(title=f"第4期 運営委員会(会議室{what})", on=on, motions=[motion]))[0]


def _open(town: Town, row: Archive, opening: Resolution, first_day: date) -> None:
    lines = [
        ((town.today - (first_day + timedelta(days=day))).days, hour, key, words)
        for day, hour, key, words in row.said
    ]
    with clock.at(first_day + timedelta(days=45)):
        seed_city_area_room(
            town,
            by=acting_chair(town.body(COMMITTEE)),
            resolution=opening.printed_number,
            slug=row.slug,
            title=row.title,
            purpose=row.purpose,
            theme=row.theme,
            related_body=town.body(row.related),
            closes_on=first_day + timedelta(days=330),
            **row.framing,
            facilitator_keys=[(row.facilitator, FacilitatorSource.COMMITTEE_MEMBER)],
            topics=[(row.topic, lines)],
        )


def _close(committee: Body, row: Archive, summing: Resolution, closing: Resolution, first_day: date) -> None:
    room = Room.objects.get(slug=row.slug)
    with clock.at(first_day + timedelta(days=321)):
        chair = acting_chair(committee)
        room = rooms.end_discussion(room, by=chair, resolution=summing.printed_number)
        room = rooms.adopt_summary(room, by=chair, resolution=summing.printed_number, summary=row.summary)
    with clock.at(first_day + timedelta(days=641)):
        rooms.close(room, by=acting_chair(committee), resolution=closing.printed_number, reason=row.reason)
