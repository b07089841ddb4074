"""Changes of the demo town's room rules: adopted, waiting for its day, and proposed by residents."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from governance.resolutions.lifecycle import Competence
from governance.rules import actions as rules
from governance.rules import seed_texts, tasks
from governance.rules.lifecycle import InstrumentType
from governance.rules.models import Rule
from governance.rules.notation import body_of, parse, parse_article
from governance.rules.provisions import ids_of
from governance.rules.seeds import Day, committee
from governance.rules.texts import Text
from governance.sittings import Motion, Sitting, acting_chair, sit
from portal.foundation import clock
from residents.seeds import Town

from . import actions
from .models import Amendment


def seed_rule_changes(town: Town, day: Day, lay_open: Callable[[Town, Amendment, Day], None]) -> None:
    """Later in the term: an amended number, an abolition that waits, and what residents propose.

    ``lay_open`` lets everybody comment on the amendment before the committee resolves about it.
    """
    if Rule.objects.filter(title=seed_texts.NEXT_DRAFT).exists():
        return
    room_rules = Rule.objects.get(title=seed_texts.ROOM_RULES)
    with clock.at(day(town, 150)):
        proposed = actions.propose(
            room_rules,
            by=town.acting("resident_6"),
            text=_reworded(room_rules, "6", "6か月", "12か月"),
            reason="年に一度の催しのための会議室が、準備を始める前に休眠になってしまうためです。",
        )
    lay_open(town, proposed, day)
    amending, abolishing = _resolve_changes(town, day(town, 173))
    with clock.at(day(town, 174)):
        chair = acting_chair(committee())
        actions.adopt(
            proposed,
            by=chair,
            resolution=amending,
            effective_from=day(town, 180),
            numbers={"room.inactivity_days": 365},
        )
        rules.abolish(
            Rule.objects.get(title=seed_texts.OLD_RULE),
            by=chair,
            resolution=abolishing,
            reason="オフ会の届出は、会議室の催しのページからできるようになったためです。",
            ends_on=_first_of_a_month_after(town.today + timedelta(days=30)),
        )
    with clock.at(day(town, 180)):
        tasks.follow_the_calendar()
    _what_residents_propose(town, day, room_rules)


def _what_residents_propose(town: Town, day: Day, room_rules: Rule) -> None:
    with clock.at(day(town, 180)):
        actions.propose(
            room_rules,
            by=town.acting("resident_7"),
            text=_with_item(room_rules, "4", "ほかの人になりすますもの"),
            reason="なりすましについて、はっきり書いておいたほうが安心できると思います。",
        )
    with clock.at(day(town, 181)):
        rules.propose(
            by=town.acting("resident_5"),
            instrument_type=InstrumentType.ROOM_RULE,
            slug="photographs",
            title=seed_texts.NEXT_DRAFT,
            text=parse(seed_texts.NEXT_DRAFT_TEXT),
            reason="祭りの写真を載せてよいか迷う人が多いので、考え方をそろえたいです。",
        )


def _resolve_changes(town: Town, on: date):
    motions = [
        Motion(
            f"「{seed_texts.ROOM_RULES}」の一部改正",
            f"「{seed_texts.ROOM_RULES}」第6条第1項の休眠までの期間を、6か月から12か月に改める。",
            Competence.RULES,
            abstaining=1,
        ),
        Motion(
            f"「{seed_texts.OLD_RULE}」の廃止",
            f"「{seed_texts.OLD_RULE}」を廃止する。",
            Competence.RULES,
        ),
    ]
    return sit(committee(), Sitting(title="第5期 運営委員会(ルールの見直し)", on=on, motions=motions))


def _reworded(rule: Rule, number: str, old: str, new: str) -> Text:
    return _edited(rule, number, lambda body: body.replace(old, new))


def _with_item(rule: Rule, number: str, words: str) -> Text:
    return _edited(rule, number, lambda body: f"{body}\n({body.count(chr(10)) + 1}) {words}")


def _edited(rule: Rule, number: str, edit: Callable[[str], str]) -> Text:
    """The text of the version decided last with one article typed anew."""
    text = Rule.objects.get(pk=rule.pk).latest.main_provision
    was = text.numbered(number)
    now = parse_article(edit(body_of(was)), was, ids_of(text.articles))
    return text.with_articles(now if article.id == was.id else article for article in text.articles)


def _first_of_a_month_after(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
