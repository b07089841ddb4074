"""Who may verify in the demo town, and the test authority with its cards."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings

from portal.foundation import clock
from surveys.certificates import standings
from surveys.certificates.models import UsageProcedure, VerifierStanding
from surveys.certificates.testcards import CardOrder, TestOffice
from surveys.certificates.trust import AUTHENTICATION

CARDS = (
    CardOrder("hanako"),
    CardOrder("taro", holder="見本　太郎"),
    CardOrder("revoked", holder="失効　一郎", is_revoked=True),
    CardOrder("expired", holder="期限　切子", is_expired=True),
    CardOrder("neighbour", holder="隣町　次郎", address="デモ県となり市1丁目2番3号"),
    CardOrder("authentication", holder="認証　三郎", kind=AUTHENTICATION),
)
STANDINGS = (
    (VerifierStanding.Kind.SIGNATURES, "公的個人認証法17条1項(署名検証者)", "デモ第17号"),
    (VerifierStanding.Kind.AUTHENTICATION, "公的個人認証法36条1項(利用者証明検証者)", "デモ第36号"),
)
PROCEDURES = (
    (UsageProcedure.Kind.SERVICE, "自治体衛星通信機構(LASCOM)", "デモ公認第5号"),
    (UsageProcedure.Kind.PRIVACY, "デモ市個人情報保護審議会", "デモ審答申第3号"),
)


def record_standing(town: Any) -> None:
    """The city's section in charge may verify certificates; ground and number are recorded [31]."""
    if VerifierStanding.objects.exists():
        return
    with clock.at(date(2005, 11, 1)):
        _finish_procedures(town)
        for kind, ground, number in STANDINGS:
            standings.record_standing(
                town.body("information-policy"),
                kind=kind,
                ground=ground,
                notification_number=number,
                valid_from=date(2005, 11, 1),
                valid_until=None,
                by=town.acting("it_chief"),
            )


def _finish_procedures(town: Any) -> None:
    """With the certification service and with the privacy council [131, 132], as the trial cities did."""
    by, body = town.acting("it_chief"), town.body("information-policy")
    for kind, counterpart, number in PROCEDURES:
        procedure = standings.begin_procedure(
            body, kind=kind, counterpart=counterpart, begun_on=date(2005, 8, 1), by=by
        )
        standings.finish_procedure(procedure, finished_on=date(2005, 10, 14), reference=number, by=by)


def issue_test_cards(town: Any) -> None:
    """Test cards for newcomers, in VAR_DIR/testcards; the authority is flagged as a test."""
    office = TestOffice(settings.VAR_DIR / "testcards")
    for order in CARDS:
        office.issue(order)
    office.register(by=town.acting("it_staff"))
