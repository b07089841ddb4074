"""The demo town's themes: raised by residents and units, chosen by the committee, discussed in rooms."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from communities.facilitators import actions as facilitators
from communities.facilitators.models import Source as FacilitatorSource
from communities.forums import actions as forums
from communities.models import Room
from communities.posts import actions as posts
from governance.resolutions.lifecycle import Competence
from governance.resolutions.models import Resolution
from governance.seed_tables import FIRST_TOPICS, ROOM_POSTS
from governance.sittings import Motion, Sitting, acting_chair, sit
from portal.foundation import clock
from portal.foundation.acting import Acting
from residents.seeds import Town

from . import actions
from .lifecycle import Origin, Source
from .models import ThemeProposal

Day = Callable[[Town, int], date]
COMMITTEE = "steering-committee"


@dataclass(frozen=True)
class Chosen:
    """A theme the committee chose, and the room it got."""

    slug: str
    title: str
    description: str
    raiser: str
    facilitator: str
    facilitator_source: str
    related: str
    origin: str = Origin.CITIZEN
    source: str = Source.ONLINE
    supporters: int = 1
    dispatched_by: str = ""


CHOSEN = [
    Chosen(
        "chiiki-fukushi",
        "地域福祉ってなんだろう",
        "「地域福祉」という言葉をよく聞きますが、暮らしの中で何ができるのかが見えにくいと感じます。"
        "見守りや助け合いの経験を持ち寄り、地域でできることと市に求めることを整理したいです。",
        "resident_3",
        "member_4",
        FacilitatorSource.COMMITTEE_MEMBER,
        "civic-life",
    ),
    Chosen(
        "sogo-keikaku",
        "「総合計画」について考えよう",
        "市では次の総合計画の策定を進めています。10年後のまちの姿について、"
        "暮らしの実感にもとづくご意見をうかがい、計画の素案づくりに生かします。",
        "planner_author",
        "facilitator_dispatched",
        FacilitatorSource.DISPATCHED,
        "planning-section",
        origin=Origin.CITY,
        dispatched_by="editorial-institute",
    ),
    Chosen(
        "shimin-katsudo",
        "市民活動推進方策を考える",
        "市民活動団体の交流や情報の共有を進めるために、どのような支援や場があるとよいかを話し合います。"
        "市民活動の懇談会で配った用紙に書かれたご意見をまとめました。",
        "secretary",
        "member_6",
        FacilitatorSource.COMMITTEE_MEMBER,
        "civic-autonomy",
        source=Source.PAPER,
        supporters=38,
    ),
    Chosen(
        "anshin-anzen",
        "安心・安全に暮らせる市にするためには?",
        "市民まつりの会場アンケートで最も多く選ばれたテーマです。"
        "防犯、交通、防災のそれぞれで、住民どうしができることと市に望むことを話し合います。",
        "secretary",
        "facilitator_other",
        FacilitatorSource.OTHER,
        "disaster",
        source=Source.SURVEY,
        supporters=124,
    ),
]


def seed_themes(town: Town, day: Day) -> None:
    """From raising to open rooms, and themes that went another way."""
    themes = {row.slug: _raise(town, row, day(town, 25)) for row in CHOSEN}
    _others(town, day)
    choosing, opening = _resolve(town, day(town, 60))
    with clock.at(day(town, 62)):
        _choose(town, themes, choosing)
        _prepare(town, themes, opening)
    with clock.at(day(town, 70)):
        _accept(town)
    with clock.at(day(town, 80)):
        for theme in themes.values():
            theme.refresh_from_db()
            actions.open_city_area_room(theme, by=acting_chair(town.body(COMMITTEE)), resolution=opening)
    _talk(town, day)


def _raise(town: Town, row: Chosen, on: date) -> ThemeProposal:
    secretary = town.acting("secretary")
    with clock.at(on):
        theme = actions.raise_theme(
            by=town.acting(row.raiser),
            title=row.title,
            description=row.description,
            origin=row.origin,
            source=row.source,
            supporters=row.supporters,
        )
    with clock.at(on + timedelta(days=2)):
        theme = actions.receive(theme, by=secretary)
        return actions.admit(theme, by=secretary)


def _resolve(town: Town, on: date) -> list[Resolution]:
    titles = "、".join(f"「{row.title}」" for row in CHOSEN)
    motions = [
        Motion(
            "市役所エリア会議室のテーマの選定",
            f"市民等及び市から提起された事項のうち、{titles}を市役所エリア会議室のテーマに選定する。",
            Competence.THEMES,
            abstaining=1,
        ),
        Motion(
            "市役所エリア会議室の開設及び進行役の選定",
            f"選定したテーマ{titles}について、それぞれ市役所エリア会議室を開設し、進行役を置く。",
            Competence.PLANNING,
        ),
    ]
    sitting = Sitting(
        title="第5期 テーマ選定の運営委員会",
        on=on,
        agenda="提起されたテーマの検討\n市役所エリア会議室の開設\n進行役の選定",
        motions=motions,
        minutes="提起された5件のテーマを検討した。市民まつりの会場アンケートで124人が選んだテーマをはじめ、"
        "4件を選定した。\n残る1件は、市政に関する具体的な論点が定まっていないため選定しないこととした。\n"
        "4つの会議室を開設し、進行役を置くことを決議した。",
    )
    return sit(town.body(COMMITTEE), sitting)


def _choose(town: Town, themes: dict[str, ThemeProposal], resolution: Resolution) -> None:
    chair = acting_chair(town.body(COMMITTEE))
    for theme in themes.values():
        actions.adopt(theme, by=chair, resolution=resolution)
    wheel = ThemeProposal.objects.get(title="駅前に大きな観覧車を")
    reason = "楽しいご提案ですが、市政に関する論点が具体的になっていないため、今回は選定しませんでした。駅前広場の使い方としてまとめていただければ、あらためて検討します。"
    actions.not_adopt(wheel, by=chair, reason=reason)


def _prepare(town: Town, themes: dict[str, ThemeProposal], resolution: Resolution) -> None:
    chair = acting_chair(town.body(COMMITTEE))
    for row in CHOSEN:
        sender = town.body(row.dispatched_by) if row.dispatched_by else None
        actions.prepare_room(
            themes[row.slug],
            by=chair,
            resolution=resolution,
            slug=row.slug,
            nominees=[actions.Nominee(town.person(row.facilitator), row.facilitator_source, sender)],
            related_body=town.body(row.related),
        )


def _accept(town: Town) -> None:
    for row in CHOSEN:
        person = town.person(row.facilitator)
        for assignment in person.facilitator_assignments.waiting_for(person):
            facilitators.accept(assignment, by=Acting(person), shown_name=person.display_name)


def _talk(town: Town, day: Day) -> None:
    """Residents, facilitators and a section begin to talk in the new rooms."""
    for slug, said in ROOM_POSTS.items():
        room = Room.objects.get(slug=slug)
        thread = None
        for key, number, words in said:
            with clock.at(day(town, number)):
                by = Acting(town.person(key))
                _take_part(room, by)
                if thread is None:
                    topic = FIRST_TOPICS[slug]
                    thread = posts.start_thread(room.forum_ptr, by=by, title=topic, body=words).thread
                else:
                    posts.write(thread, by=by, body=words)


def _take_part(room: Room, by: Acting) -> None:
    if not room.memberships.filter(person=by.person).exists():
        forums.join(room.forum_ptr, by=by, shown_name=by.person.display_name)


def _others(town: Town, day: Day) -> None:
    """Themes that are not chosen, passed on, or still before the committee."""
    secretary = town.acting("secretary")
    with clock.at(day(town, 30)):
        wheel = actions.raise_theme(
            by=town.acting("resident_7"),
            title="駅前に大きな観覧車を",
            description="遠くからも見える観覧車があれば、駅前に人が集まると思います。",
        )
        actions.admit(actions.receive(wheel, by=secretary), by=secretary)
        dog = actions.raise_theme(
            by=town.acting("resident_8"),
            title="近所の犬の鳴き声",
            description="夜の犬の鳴き声が気になります。どこに相談したらよいでしょうか。",
        )
        reason = "個別のご相談ですので、市民相談課におつなぎします。会議室のテーマとしては扱いません。"
        actions.redirect(actions.receive(dog, by=secretary), by=secretary, reason=reason)
    with clock.at(town.today - timedelta(days=9)):
        waiting = actions.raise_theme(
            by=town.acting("resident_2"),
            title="藤沢の子どもはどこで遊んでいる?",
            description="公園でボール遊びができず、子どもたちの居場所が限られています。"
            "遊び場の現状を持ち寄り、増やす工夫を話し合いたいです。",
        )
    with clock.at(town.today - timedelta(days=5)):
        actions.admit(actions.receive(waiting, by=secretary), by=secretary)
