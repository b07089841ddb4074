"""The themes the demo town's committee chose; people and words are invented."""

from __future__ import annotations

from dataclasses import dataclass

from communities.facilitators.models import Source as FacilitatorSource

from .lifecycle import Origin, Source


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
