"""The demo town's proposals: one answered, one on its way through the city hall."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from governance.answers import actions as answers
from governance.resolutions.lifecycle import Competence
from governance.sittings import Motion, Sitting, acting_chair, sit
from portal.foundation import clock
from residents.models import Body
from residents.seeds import Town

from . import actions
from .lifecycle import Result
from .models import Proposal

Day = Callable[[Town, int], date]

SAFETY = "安心・安全なまちづくりについての提言"
MEETING_PLACES = "市民活動団体が知り合える場についての提言"

HEADS = {
    "disaster_officer": "disaster_deputy",
    "planner_author": "planner_chief",
    "pr_author": "pr_approver",
    "secretary": "secretary_chief",
}
"""Who approves for the section what this person has drafted."""

# 項目, 内容, 担当課, 起案する人, (結果, 回答, 理由)
SAFETY_ITEMS = [
    (
        "通学路の暗い場所を地図にまとめる",
        "会議室に寄せられた場所を地図にまとめ、防犯灯の設置や付け替えの順番を決めるときに使ってください。",
        "disaster",
        "disaster_officer",
        (
            Result.PLANNED,
            "会議室でいただいた場所を地図にまとめ、学校や自治会と一緒に現地を確かめます。結果は年度内に公表します。",
            "寄せられた場所の多くが市の調査と重なっており、対策を急ぐ順番を決める材料になるためです。",
        ),
    ),
    (
        "公園の照明を季節に合わせて点灯する",
        "日の短い季節は、公園の照明を早めに点灯してください。",
        "planning-section",
        "planner_author",
        (
            Result.PARTLY,
            "点灯時間を変えられる照明がある12の公園で、冬の間、点灯を1時間早めます。",
            "残りの公園の照明は時刻を変えられない型式のため、更新に合わせて順に対応します。",
        ),
    ),
    (
        "防災の情報を外国語でも届ける",
        "避難所の案内などを、やさしい日本語と英語でも読めるようにしてください。",
        "public-relations",
        "pr_author",
        (
            Result.UNDER_STUDY,
            "このポータルのお知らせを英語とやさしい日本語で載せることから始め、ほかの言語は利用の状況を見て検討します。",
            "正確に訳せる体制を整えながら、必要とする人の多い情報から順に広げるためです。",
        ),
    ),
]
MEETING_ITEMS = [
    (
        "会場を借りる手続きの案内を一つにまとめる",
        "施設ごとに違う手続きを、一つのページで比べられるようにしてください。",
        "planning-section",
        "planner_author",
        (
            Result.PLANNED,
            "施設の予約方法と利用条件を一覧にし、このポータルに載せます。",
            "団体だけでなく、窓口の職員にも役立つためです。",
        ),
    ),
    (
        "団体どうしが知り合う会を年1回開く",
        "分野の違う団体が活動を紹介し合う会を、市と会議室が一緒に開いてください。",
        "civic-autonomy",
        "secretary",
        None,
    ),
]


def seed_proposals(town: Town, day: Day) -> None:
    """From the rooms to the mayor: the first came back in under a month, the second is being answered."""
    if Proposal.objects.exists():
        return
    safety = _adopted(
        town,
        day,
        110,
        SAFETY,
        "会議室「安心・安全に暮らせる市にするためには?」での話し合いで、通学路と公園の明るさについて多くの発言がありました。"
        "進行役のまとめをもとに、委員会で3つの項目に整理しました。",
        SAFETY_ITEMS,
    )
    _taken_up(town, day, safety, 128, SAFETY_ITEMS, answer_in_days=60)
    with clock.at(day(town, 146)):
        safety = answers.answer(safety, by=town.acting("mayor"))
    with clock.at(day(town, 149)):
        answers.publish(safety, by=town.acting("secretary"))
    meeting = _adopted(
        town,
        day,
        148,
        MEETING_PLACES,
        "会議室「市民活動推進方策を考える」では、団体どうしが知り合うきっかけが少ないという声が続きました。"
        "懇談会で配った用紙に書かれたご意見と合わせて、2つの項目にまとめました。",
        MEETING_ITEMS,
    )
    _taken_up(town, day, meeting, 169, MEETING_ITEMS, answer_in_days=120)


def _adopted(town: Town, day: Day, begins: int, title: str, background: str, items: list) -> Proposal:
    """Drafted by the facilitating member, resolved a fortnight later, handed over by the chair."""
    committee = Body.objects.get(code="steering-committee")
    with clock.at(day(town, begins)):
        proposal = actions.draft(
            committee,
            by=town.acting("member_6", "steering-committee"),
            title=title,
            background=background,
            items=[(item[0], item[1]) for item in items],
        )
    with clock.at(day(town, begins + 1)):
        proposal = actions.lay_open(proposal, by=town.acting("member_6", "steering-committee"))
    motion = Motion(
        f"「{title}」の提出",
        f"実施要領第6条に基づき、市役所エリア会議室での話し合いをまとめた「{title}」を市長に提出する。",
        Competence.PROPOSALS,
    )
    sitting = Sitting(title="第5期 運営委員会(提言の取りまとめ)", on=day(town, begins + 15), motions=[motion])
    resolution = sit(committee, sitting)[0]
    with clock.at(day(town, begins + 16)):
        proposal = actions.adopt(proposal, by=acting_chair(committee), resolution=resolution)
    with clock.at(day(town, begins + 17)):
        return actions.hand_over(proposal, by=acting_chair(committee))


def _taken_up(
    town: Town, day: Day, proposal: Proposal, received: int, items: list, *, answer_in_days: int
) -> None:
    """Received, given to the sections, and answered in draft where a section has got that far."""
    secretary = town.acting("secretary")
    with clock.at(day(town, received)):
        due = clock.today() + timedelta(days=answer_in_days)
        proposal = actions.receive(proposal, by=secretary, answer_due_on=due)
    with clock.at(day(town, received + 3)):
        found = list(proposal.items.all())
        units = {item.pk: town.body(row[2]) for item, row in zip(found, items, strict=True)}
        proposal = actions.route(proposal, by=secretary, units=units)
    with clock.at(day(town, received + 10)):
        for item, (_title, _text, unit, key, answer) in zip(found, items, strict=True):
            if answer is not None:
                result, text, reason = answer
                draft = answers.draft(
                    item, by=town.acting(key, unit), result=result, text=text, reason=reason
                )
                answers.approve(draft, by=town.acting(HEADS[key], unit))
