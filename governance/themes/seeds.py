"""The demo town's themes: raised by residents and units, chosen by the committee, discussed in rooms."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from communities.facilitators import actions as facilitators
from communities.facilitators.models import Source as FacilitatorSource
from communities.forums import actions as forums
from communities.forums.models import Joining
from communities.models import Room
from communities.posts import actions as posts
from communities.room_rules import actions as room_rules
from communities.sections.actions import hand_to_team
from communities.summaries import actions as summaries
from governance.resolutions.lifecycle import Competence
from governance.resolutions.models import Resolution
from governance.seed_tables import FIRST_TOPICS, ROOM_POSTS
from governance.sittings import Motion, Sitting, acting_chair, sit
from portal.foundation import clock
from portal.foundation.acting import Acting
from residents.seeds import Town

from . import actions, room_actions
from .lifecycle import Destination, Origin, Source
from .models import ThemeProposal
from .nominees import Nominee

Day = Callable[[Town, int], date]
COMMITTEE = "steering-committee"
WHEEL = "駅前に大きな観覧車を"
BICYCLES = "駅前の自転車置き場"
DAYS_AHEAD = 90
"""The demo town's discussions last this long after today."""


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
    question: str
    decider: str
    decided_when: str
    still_open: str
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
        "地域福祉計画の見直しで、見守りと助け合いに市が何を足すか。",
        "市長(地域福祉計画の策定委員会が素案をつくります)",
        "次の地域福祉計画の素案がまとまるまで",
        "見守りの方法、担い手の支え方、市の窓口のあり方。国の制度で決まっている部分は変えられません。",
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
        "次の総合計画の素案に、10年後のまちの姿としてどのような目標を書くか。",
        "市長(議会の議決を経ます)",
        "素案をまとめる年度末まで",
        "目標の内容と優先順位。計画の期間(10年)はすでに決まっています。",
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
        "市民活動団体の交流と情報の共有を、市がどのように支えるか。",
        "市長",
        "次年度の予算案をつくるまで",
        "支援のしかた、場所、時間帯。支援の総額は予算の範囲で決まります。",
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
        "防犯、交通、防災のうち、市が次に力を入れる取組みは何か。",
        "市長",
        "次年度の実施計画を決めるまで",
        "取組みの順番と方法。国や県の道路に関することは要望としてまとめます。",
        source=Source.SURVEY,
        supporters=124,
    ),
]


def seed_themes(town: Town, day: Day) -> None:
    """From raising to open rooms, and themes that went another way."""
    themes = {row.slug: _raise(town, row, day(town, 25)) for row in CHOSEN}
    _others(town, day)
    _shortlist(town, themes, day(town, 45))
    choosing, opening, refusing, deferring = _resolve(town, day(town, 60))
    with clock.at(day(town, 62)):
        _choose(town, themes, choosing)
        _decide_otherwise(town, refusing, deferring)
        _prepare(town, themes, opening)
    with clock.at(day(town, 70)):
        _accept(town)
    with clock.at(day(town, 80)):
        for theme in themes.values():
            theme.refresh_from_db()
            chair = acting_chair(town.body(COMMITTEE))
            room_actions.open_city_area_room(theme, by=chair, resolution=opening)
    _talk(town, day)
    _sum_up(town, day(town, 95))
    _propose_a_rule(town)
    _give_to_a_team(town)


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
        Motion(
            "テーマを選定しないことについて",
            f"「{WHEEL}」は、市政に関する論点が具体的になっていないため選定しない。",
            Competence.THEMES,
        ),
        Motion(
            "テーマの選定を保留することについて",
            f"「{BICYCLES}」は、駅前広場の整備計画が示されるまで選定を保留する。",
            Competence.THEMES,
        ),
    ]
    sitting = Sitting(
        title="第5期 テーマ選定の運営委員会",
        on=on,
        agenda="提起されたテーマの検討\n市役所エリア会議室の開設\n進行役の選定",
        motions=motions,
        minutes="提起された6件のテーマを検討した。市民まつりの会場アンケートで124人が選んだテーマをはじめ、"
        "4件を選定した。\n1件は、市政に関する具体的な論点が定まっていないため選定しないこととし、1件は保留とした。\n"
        "4つの会議室を開設し、進行役を置くことを決議した。",
    )
    return sit(town.body(COMMITTEE), sitting)


def _shortlist(town: Town, themes: dict[str, ThemeProposal], on: date) -> None:
    """The committee keeps some themes in view after a first discussion in public."""
    with clock.at(on):
        for theme in themes.values():
            actions.shortlist(theme, by=acting_chair(town.body(COMMITTEE)))


def _choose(town: Town, themes: dict[str, ThemeProposal], resolution: Resolution) -> None:
    reason = "市政に関する論点が具体的で、多くの方に関わるテーマのため。"
    for theme in themes.values():
        actions.adopt(theme, by=acting_chair(town.body(COMMITTEE)), resolution=resolution, reason=reason)


def _decide_otherwise(town: Town, refusing: Resolution, deferring: Resolution) -> None:
    chair = acting_chair(town.body(COMMITTEE))
    wheel = ThemeProposal.objects.get(title=WHEEL)
    reason = "楽しいご提案ですが、市政に関する論点が具体的になっていないため、今回は選定しませんでした。駅前広場の使い方としてまとめていただければ、あらためて検討します。"
    actions.not_adopt(wheel, by=chair, resolution=refusing, reason=reason)
    bicycles = ThemeProposal.objects.get(title=BICYCLES)
    reason = "駅前広場の整備計画が示されてから、あらためて検討します。"
    actions.defer(bicycles, by=chair, resolution=deferring, reason=reason)


def _prepare(town: Town, themes: dict[str, ThemeProposal], resolution: Resolution) -> None:
    chair = acting_chair(town.body(COMMITTEE))
    for row in CHOSEN:
        sender = town.body(row.dispatched_by) if row.dispatched_by else None
        room_actions.prepare_room(
            themes[row.slug],
            by=chair,
            resolution=resolution,
            slug=row.slug,
            nominees=[Nominee(town.person(row.facilitator), row.facilitator_source, sender)],
            related_body=town.body(row.related),
            closes_on=town.today + timedelta(days=DAYS_AHEAD),
            question=row.question,
            decider=row.decider,
            decided_when=row.decided_when,
            still_open=row.still_open,
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


def _sum_up(town: Town, on: date) -> None:
    """A facilitator posts what has been said so far, with the posts it rests on."""
    room = Room.objects.get(slug=CHOSEN[0].slug)
    by = Acting(town.person(CHOSEN[0].facilitator))
    cited = room.posts.shown().exclude(author=by.person).filter(written_at__lt=clock.now()).order_by("pk")
    text = (
        "これまでの話し合いでは、見守りを身近なものと感じたという経験と、"
        "短い時間だけ手伝える仕組みがあれば参加しやすいという声がありました。\n"
        "どのような仕組みなら続けやすいかは、引き続き話し合います。"
    )
    with clock.at(on):
        summary = summaries.draft(room, by=by, text=text, cited=list(cited[:2]))
        summaries.post(summary, by=by)


def _propose_a_rule(town: Town) -> None:
    """A facilitator asks the committee for another rule of the room; the committee has not decided yet."""
    row = CHOSEN[-1]
    room = Room.objects.get(slug=row.slug)
    with clock.at(town.today - timedelta(days=4)):
        room_rules.propose(
            room,
            by=Acting(town.person(row.facilitator)),
            name_rule=room.name_rule,
            joining=Joining.APPROVAL,
            visibility=room.visibility,
            reason="防犯の話題では個人の事情が出ることがあります。"
            "参加する方に、はじめに約束を読んでいただいてから入っていただきたいです。",
        )


def _give_to_a_team(town: Town) -> None:
    """The section concerned says which of its teams follows the room about its own field."""
    by = town.acting("secretary_chief", "civic-autonomy")
    room = Room.objects.get(slug="shimin-katsudo")
    with clock.at(town.today - timedelta(days=3)):
        hand_to_team(room, by=by, team=by.body.teams.get(name="市民活動推進担当"))


def _others(town: Town, day: Day) -> None:
    """Themes that are not chosen, passed on, or still before the committee."""
    secretary = town.acting("secretary")
    with clock.at(day(town, 30)):
        wheel = actions.raise_theme(
            by=town.acting("resident_7"),
            title=WHEEL,
            description="遠くからも見える観覧車があれば、駅前に人が集まると思います。",
        )
        actions.admit(actions.receive(wheel, by=secretary), by=secretary)
        dog = actions.raise_theme(
            by=town.acting("resident_8"),
            title="近所の犬の鳴き声",
            description="夜の犬の鳴き声が気になります。どこに相談したらよいでしょうか。",
        )
        reason = "個別のご相談ですので、市民相談課におつなぎします。会議室のテーマとしては扱いません。"
        actions.redirect(
            actions.receive(dog, by=secretary),
            by=secretary,
            reason=reason,
            destination=Destination.CONSULTATION,
            passed_on_to=town.body("citizen-consultation"),
        )
        bicycles = actions.raise_theme(
            by=secretary,
            title=BICYCLES,
            description="駅前の自転車置き場がいつもいっぱいです。増やせないか話し合ってほしいです。",
            source=Source.PAPER,
            contact="藤沢市鵠沼 0000-00-0000(夕方以降)",
        )
        actions.admit(actions.receive(bicycles, by=secretary), by=secretary)
    with clock.at(town.today - timedelta(days=9)):
        waiting = actions.raise_theme(
            by=town.acting("resident_2"),
            title="藤沢の子どもはどこで遊んでいる?",
            description="公園でボール遊びができず、子どもたちの居場所が限られています。"
            "遊び場の現状を持ち寄り、増やす工夫を話し合いたいです。",
        )
    with clock.at(town.today - timedelta(days=5)):
        actions.admit(actions.receive(waiting, by=secretary), by=secretary)
