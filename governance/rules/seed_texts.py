"""Words of the demo town's rules. The guideline is the source's; everything else is invented."""

from .shipped import shipped_draft

ROOM_RULES = "市民電子会議室利用ルール(デモ)"
OLD_RULE = "オフ会の開き方に関する申合せ(デモ)"
NEXT_DRAFT = "会議室の写真の扱いに関するルール(デモ)"

OLD_RULE_TEXT = """(目的)
第1条 この申合せは、会議室の参加者が直接会って話す催し(以下「オフ会」という。)の開き方を定める。
(届出)
第2条 オフ会を開く人は、7日前までに、日時と場所を運営委員会に知らせる。
(費用)
第3条 オフ会の費用は、参加した人が分け合って負担する。
"""

MAYORS_RULE_TEXT = """(趣旨)
第1条 この定めは、藤沢市市民電子会議室実施要領第16条の規定により、提言の取扱いについて定める。
(受付と担当課)
第2条 市長は、提言を受け取った日から5開庁日以内に受付を知らせる。
2 担当課は、受付の日から5開庁日以内に決める。
(回答)
第3条 市長は、受付の日から60開庁日以内に回答する。
(その後の報告)
第4条 回答した事項がその後どうなったかは、60開庁日ごとに報告する。
"""
MAYORS_NUMBERS = {
    "proposal.receipt_days": 5,
    "proposal.routing_days": 5,
    "proposal.answer_days": 60,
    "proposal.report_days": 60,
}

NEXT_DRAFT_TEXT = """(目的)
第1条 このルールは、会議室に載せる写真の扱いを定める。
(写っている人)
第2条 人が写っている写真は、本人の同意を得てから載せる。
(大きさ)
第3条 1つの発言に載せる写真は、○枚までとする。
"""

IN_FORCE_NUMBERS = ["14", "6", "30"]
"""What the committee filled in for the open places of the shipped draft, in their order (invented)."""


def room_rules_as_enacted() -> str:
    """The shipped draft with the committee's numbers in the open places."""
    text = shipped_draft()["text"]
    for number in IN_FORCE_NUMBERS:
        text = text.replace("○", number, 1)
    return text


VIOLATION_RULES = "違反への対応に関するルール(デモ)"
VIOLATION_NUMBERS = {
    "violation.triage_days": 3,
    "violation.hearing_days": 7,
    "violation.decision_days": 5,
    "sanction.room_restriction_max_days": 14,
    "violation.referral_days": 20,
    "sanction.first_suspension_max_days": 14,
    "sanction.suspension_max_days": 90,
    "sanction.counted_years": 2,
    "sanction.suspensions_before_cancellation": 2,
    "violation.objection_days": 14,
    "violation.objection_decision_days": 20,
    "violation.reminder_days": 2,
}
"""What the committee of the demo town filled in, in the order of the draft (invented)."""


def violation_rules_as_enacted() -> str:
    """The shipped draft about violations with the committee's numbers in the open places."""
    text = shipped_draft("violation")["text"]
    for number in VIOLATION_NUMBERS.values():
        text = text.replace("○", str(number), 1)
    return text


GUIDELINE_CITATIONS = [
    (
        "art-2-p1",
        "第2条",
        "藤沢市個人情報の保護に関する条例",
        "平成15年9月19日条例第7号",
        "令和5年4月1日から、市町村にも個人情報の保護に関する法律が直接適用されています。",
    ),
]
