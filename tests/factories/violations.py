"""Cases in any status, reached by performing the verbs; the rules they rest on are in force."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from communities.posts.models import Post
from governance.appeals import actions as appeals
from governance.appeals.models import Appeal
from governance.resolutions.lifecycle import Competence
from governance.resolutions.models import Resolution
from governance.rules import transcriptions as rules
from governance.rules.lifecycle import InstrumentType, VersionKind
from governance.rules.models import RuleVersion
from governance.rules.notation import parse
from governance.rules.seed_texts import room_rules_as_enacted
from governance.sanctions import actions as sanctions
from governance.sanctions.models import Sanction
from governance.sittings import adopt
from governance.violations import actions
from governance.violations.citable import Ban, bans
from governance.violations.models import ViolationCase
from portal.foundation import clock
from residents.models import Delegation
from residents.roles import actions as roles
from tests.factories import governance as a
from tests.factories.communities import Forums

NUMBERS = {
    "violation.triage_days": 3,
    "violation.hearing_days": 7,
    "violation.decision_days": 5,
    "violation.referral_days": 20,
    "violation.reminder_days": 2,
    "violation.objection_days": 14,
    "violation.objection_decision_days": 20,
    "sanction.room_restriction_max_days": 14,
    "sanction.room_suspension_max_days": 30,
    "violation.retention_years": 5,
    "sanction.first_suspension_max_days": 14,
    "sanction.suspension_max_days": 90,
    "sanction.counted_years": 2,
    "sanction.suspensions_before_cancellation": 2,
}
WORDS = "〇〇さんの電話番号は090-0000-0000です。"


class Cases:
    """Reports and what follows, as verbs of the town's people."""

    def __init__(self, acting: Any, *, numbers: bool = True, committee: bool = False) -> None:
        self.acting = acting
        self.forums = Forums(acting)
        self.term = a.a_committee_in_office(("chair", "vice_chair_1", "member_1")) if committee else None
        a.set_numbers(guideline=False, committee_rule=False, **(NUMBERS if numbers else {}))
        self._room_rules()
        self.room = self.forums.citizen_room(by="resident_1")

    def _room_rules(self) -> None:
        version = RuleVersion(
            kind=VersionKind.ENACTMENT,
            effective_from=date(2004, 1, 1),
            text=parse(room_rules_as_enacted()).to_json(),
        )
        rules.transcribe(
            by=self.acting("secretary"),
            slug="room-rules",
            title="会議室利用ルール",
            instrument_type=InstrumentType.ROOM_RULE,
            enacted_by=a.steering_committee(),
            versions=[version],
        )

    def ban(self, label: str = "第4条第3号") -> Ban:
        return next(ban for ban in bans() if ban.label == label)

    def post(self, by: str = "resident_2", body: str = WORDS) -> Post:
        return self.forums.post(self.room, by=by, body=body)

    def reported(self, by: str = "resident_3", post: Post | None = None) -> ViolationCase:
        found = actions.report(
            post or self.post(), by=self.acting(by), ban=self.ban(), note="本人に断りなく載せています。"
        )
        return found.case

    def in_status(self, status: str) -> ViolationCase:
        """A case that stands there, by the shortest way."""
        caretaker = self.acting("caretaker_1")
        case = self.reported()
        if status == "received":
            return case
        if status == "dismissed":
            return actions.dismiss(case, by=caretaker, reason="当てはまりません。")
        if status == "urgent_hidden":
            return actions.hide_urgently(case, by=caretaker, reason="電話番号があります。")
        case = actions.investigate(case, by=caretaker)
        if status == "investigating":
            return case
        case = actions.open_hearing(case, by=caretaker, question="電話番号を載せた理由を聞かせてください。")
        if status == "hearing":
            return case
        case = actions.make_statement(case, by=self.acting("resident_2"), statement="うっかりしました。")
        if status == "heard":
            return case
        if status == "no_measure":
            return actions.close_without_measure(case, by=caretaker, reason="すでに直されています。")
        if status == "referred":
            return actions.refer(case, by=caretaker, reason="繰り返しているため。")
        sanctions.take_measure(case, by=caretaker, kind="warning", reason="個人の情報です。")
        case.refresh_from_db()
        return case

    def measured(self, kind: str = "delete", days: int | None = None) -> Sanction:
        return sanctions.take_measure(
            self.in_status("heard"),
            by=self.acting("caretaker_1"),
            kind=kind,
            days=days,
            reason="個人の情報を明らかにしています。",
        )

    def resolution(self, case: ViolationCase) -> Resolution:
        """Adopted by the committee in office, today; everybody in it votes."""
        text = f"案件{case.number}について、利用停止とする。"
        return adopt(
            a.steering_committee(), f"案件{case.number}について", text, Competence.VIOLATIONS, clock.today()
        )

    def referred_about_the_opener(self) -> ViolationCase:
        """resident_1 opened the room, broke its rules there, and was heard."""
        caretaker = self.acting("caretaker_1")
        case = actions.investigate(self.reported(post=self.post(by="resident_1")), by=caretaker)
        case = actions.open_hearing(case, by=caretaker, question="理由を聞かせてください。")
        case = actions.make_statement(case, by=self.acting("resident_1"), statement="私の部屋です。")
        return actions.refer(case, by=caretaker, reason="会議室への措置が必要なため。")

    def suspended(self, days: int = 10) -> Sanction:
        case = self.in_status("referred")
        return sanctions.sanction(
            case,
            by=self.acting("chair"),
            resolution=self.resolution(case),
            kind="suspension",
            days=days,
            reason="個人の情報を繰り返し載せたため。",
        )

    def lend_objections(self) -> None:
        """The committee lets the secretariat and the adviser examine objections, for a year (M4: D)."""
        chair = self.acting("chair")
        for key in ("secretary", "adviser"):
            body = self.acting(key).body
            if not Delegation.objects.filter(function="rooms.objections", to_body=body).exists():
                roles.delegate(
                    "rooms.objections",
                    to_body=body,
                    from_on=clock.today(),
                    until_on=clock.today() + timedelta(days=365),
                    basis="決議",
                    by=chair,
                )

    def objected(self, sanction: Sanction, *, lent: bool = True) -> Appeal:
        if lent:
            self.lend_objections()
        return appeals.file(sanction, by=self.acting("resident_2"), grounds="本人の同意がありました。")
