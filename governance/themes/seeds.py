"""The demo town's themes: raised by residents and units, chosen by the committee, discussed in rooms."""

from collections.abc import Callable
from datetime import date, timedelta

from communities.facilitators import actions as facilitators
from governance.resolutions.lifecycle import Competence
from governance.resolutions.models import Resolution
from governance.sittings import Motion, Sitting, acting_chair, sit
from portal.foundation import clock
from portal.foundation.acting import Acting
from residents.seeds import Town

from . import actions, room_actions
from .lifecycle import Destination, Source
from .models import ThemeProposal
from .nominees import Nominee
from .seed_rooms import give_to_a_team, propose_a_rule, sum_up, talk
from .seed_tables import CHOSEN, Chosen

Day = Callable[[Town, int], date]
COMMITTEE = "steering-committee"
WHEEL = "駅前に大きな観覧車を"
BICYCLES = "駅前の自転車置き場"
DAYS_AHEAD = 90
"""The demo town's discussions last this long after today."""


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
    talk(town, day)
    sum_up(town, day(town, 95))
    propose_a_rule(town)
    give_to_a_team(town)


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
