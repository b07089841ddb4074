"""The numbers of the guideline and what the committee has to settle by its own rule (1.J, 1.K)."""

from django.utils.translation import gettext_lazy as _

from governance.honoraria.lifecycle import PartYearRule
from governance.resolutions.tally import CastingVote, QuorumRule, VotingRule
from governance.rules.comparison_styles import ComparisonStyle
from governance.seats.lifecycle import OfficeChoice
from portal.foundation.parameters import declare

YEARLY, OPEN_DAYS, LEFT_OPEN = "yen per year", "business days", "1.K 142"

# 第8条, 第10条, and the state printed in the detail table
declare(
    "committee.max_members",
    int,
    unit="persons",
    source="第8条第1項",
    label=_("Members of the committee at most"),
)
declare(
    "committee.term_years",
    int,
    unit="years",
    source="第10条第2項",
    label=_("Years of a member's term"),
)
declare(
    "committee.max_reappointments",
    int,
    unit="times",
    source="第10条第3項",
    label=_("Times a member can be reappointed at most"),
)
declare("committee.chairs", int, unit="persons", source="運営委員長1人", label=_("Chairs of the committee"))
declare(
    "committee.vice_chairs",
    int,
    unit="persons",
    source="副委員長2人",
    label=_("Vice-chairs of the committee"),
)

# Not given by the guideline: unset until a rule of the committee settles them
declare(
    "committee.office_choice",
    str,
    unit="method",
    source="1.K 139",
    label=_("How chair and vice-chairs are chosen"),
    choices=OfficeChoice,
)
declare(
    "committee.quorum",
    str,
    unit="rule",
    source="1.K 139",
    label=_("How many members must be present"),
    choices=QuorumRule,
)
declare(
    "committee.voting_rule",
    str,
    unit="rule",
    source="1.K 139",
    label=_("What carries a motion"),
    choices=VotingRule,
)
declare(
    "committee.casting_vote",
    str,
    unit="rule",
    source="1.K 139",
    label=_("Who decides a tie"),
    choices=CastingVote,
)
declare(
    "committee.term_reminder_days",
    int,
    unit="days",
    source="2.7",
    label=_("Days before the end of a term that members are reminded"),
)
declare(
    "application.retention_days",
    int,
    unit="days",
    source="1.K 143",
    label=_("Days for which applications for a seat are kept"),
)
declare(
    "meeting.notice_days",
    int,
    unit="days",
    source="2.8",
    label=_("Days before a meeting that it is announced"),
)

# 謝礼
declare("honorarium.chair", int, unit=YEARLY, source="年額5万円", label=_("Chair, yen a year"))
declare("honorarium.vice_chair", int, unit=YEARLY, source="年額5万円", label=_("Vice-chair, yen a year"))
declare("honorarium.member", int, unit=YEARLY, source="年額3万円", label=_("Member, yen a year"))
declare(
    "honorarium.facilitator",
    int,
    unit="yen per month",
    source="5千円/月",
    label=_("Facilitator, yen a month"),
)
declare(
    "honorarium.untaxed_limit",
    int,
    unit=YEARLY,
    source="所得税基本通達28-7",
    label=_("Yen a year up to which nothing is withheld"),
)
declare(
    "honorarium.withholding_rate",
    int,
    unit="1/100,000",
    source="給与所得の源泉徴収税額表 乙欄",
    label=_("Rate of withholding, in 100,000ths"),
)
declare(
    "honorarium.part_year_rule",
    str,
    unit="rule",
    source="1.K 144",
    label=_("What is paid for part of a year"),
    choices=PartYearRule,
)

# 世話人, 進行役, 契約; the numbers of rooms are declared by communities, which reads them
declare("caretaker.count", int, unit="persons", source="現在、2名", label=_("Caretakers"))
declare(
    "facilitator.max_count",
    int,
    unit="persons",
    source="任期、人数 特に制限なし",
    label=_("Facilitators of a room at most"),
)
declare(
    "facilitator.term_months",
    int,
    unit="months",
    source="任期、人数 特に制限なし",
    label=_("Months of a facilitator's term"),
)
declare(
    "contract.duration_years",
    int,
    unit="years",
    source="1年毎の契約",
    label=_("Years of a contract"),
)

# 提言と回答: the guideline names no deadline (1.K 142); days are days the city hall is open
for name, words in {
    "proposal.reading_days": _("Business days for which a draft proposal lies open"),
    "proposal.hand_over_days": _("Business days from the resolution until a proposal is handed over"),
    "proposal.receipt_days": _("Business days until the city confirms receipt"),
    "proposal.correction_days": _("Business days for mending a proposal that was returned"),
    "proposal.routing_days": _("Business days until the section in charge is decided"),
    "proposal.drafting_days": _("Business days for drafting an answer"),
    "proposal.decision_days": _("Business days for deciding an answer"),
    "proposal.publication_days": _("Business days until an answer is published"),
    "proposal.answer_days": _("Business days until the mayor answers"),
}.items():
    declare(name, int, unit=OPEN_DAYS, source=LEFT_OPEN, label=words)
declare(
    "proposal.report_days",
    int,
    unit=OPEN_DAYS,
    source="総論 5-3",
    label=_("Business days between two reports on what became of an answer"),
)
declare(
    "proposal.reminder_days",
    int,
    unit=OPEN_DAYS,
    source="総論 5-3",
    label=_("Business days before a promised day that the section is reminded"),
)

# ルール違反への対応 (第9条第5号, 第13条): steps, periods and ladder are left open by the guideline (1.K 141);
# each is unset until a rule of the committee fixes it. In the order of the draft that comes with the portal.
for name, unit, words in [
    ("violation.triage_days", OPEN_DAYS, _("Business days until a caretaker has looked at a report")),
    ("violation.hearing_days", "days", _("Days in which the person concerned can make a statement")),
    (
        "violation.decision_days",
        OPEN_DAYS,
        _("Business days from the hearing to the decision or referral"),
    ),
    ("sanction.room_restriction_max_days", "days", _("Longest restriction in one room, in days")),
    (
        "violation.referral_days",
        OPEN_DAYS,
        _("Business days from the referral to the decision of the committee"),
    ),
    ("sanction.first_suspension_max_days", "days", _("Longest first suspension, in days")),
    ("sanction.suspension_max_days", "days", _("Longest later suspension, in days")),
    ("sanction.counted_years", "years", _("Years in which earlier suspensions count")),
    (
        "sanction.suspensions_before_cancellation",
        "times",
        _("Suspensions before a registration may be cancelled"),
    ),
    ("violation.objection_days", "days", _("Days in which one can object")),
    (
        "violation.objection_decision_days",
        OPEN_DAYS,
        _("Business days in which an objection is decided"),
    ),
    ("violation.reminder_days", OPEN_DAYS, _("Business days before a day that people are reminded")),
]:
    declare(name, int, unit=unit, source="1.K 141", label=words)

# 例規の書き方: how a comparison table is laid out differs from town to town
declare(
    "rules.comparison_style",
    str,
    unit="style",
    source="例規の作成に関する定め",
    label=_("Layout of comparison tables"),
    choices=ComparisonStyle,
)
