"""Leave a signature, check it again while the survey lasts, hand the ticket to whoever holds the code.

No verb here leaves a line in the ledger, for the reason the envelopes leave none (docs/adr/0004).
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, field, replace
from datetime import datetime

import structlog
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F
from django.template.loader import render_to_string

from portal.foundation import clock, sealing
from portal.foundation.decisions import Denied, require
from surveys.certificates import person as persons
from surveys.certificates.person import VerifiedPerson
from surveys.certificates.reasons import DEFERRED, REASONS
from surveys.envelopes.actions import Outcome, draw, judge, note
from surveys.envelopes.challenge import digest
from surveys.envelopes.order_free import overwrite_deleted
from surveys.surveys.models import Survey

from . import offers
from .models import Voucher, VoucherState
from .offers import Offer
from .permissions import can_collect_ticket, can_leave_signature

AT_ONCE = 50
"""So many signatures are checked in one run of the clock; the others come next minute."""
log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Entitled:
    """A verified person in the form in which they rest: what `draw` needs, and how many bear the same details."""

    person: VerifiedPerson = field(repr=False)
    namesakes: int = 1
    """More than one only after a counter has made sure that another person of the same details exists."""


@transaction.atomic
def leave(survey: Survey, offer: Offer, *, address: str = "") -> str:
    """Keep a signature that only the authority's silence stood against; gives the code, the same for the same offer."""
    require(can_leave_signature(survey))
    told = {
        "content": base64.b64encode(offer.content).decode(),
        "upload": base64.b64encode(offer.upload).decode(),
    }
    mark = digest(offer.code)
    if not Voucher.objects.filter(digest=mark).exists():
        Voucher(
            survey=survey,
            digest=mark,
            state=VoucherState.WAITING,
            sealed_content=_sealed(survey, mark, told),
            sealed_address=_sealed(survey, mark, {"address": address}) if address else b"",
        ).save()
    return offer.code


@transaction.atomic
def issue(survey: Survey, entitled: Entitled) -> str:
    """A code for somebody verified elsewhere, such as at a counter; whoever made it out learns no ticket."""
    require(can_collect_ticket(survey))
    code = offers.new_code()
    mark = digest(code)
    content = _sealed(survey, mark, _resting(entitled))
    Voucher(survey=survey, digest=mark, state=VoucherState.READY, sealed_content=content).save()
    return code


def check_waiting() -> int:
    """Ask again about signatures left with us; how many got an answer.

    The first that the authority is still silent about ends the run, so that a service that is down is asked once.
    """
    answered = 0
    open_now = Survey.objects.collecting().filter(closes_on__gte=clock.today())
    waiting = Voucher.objects.filter(state=VoucherState.WAITING, survey__in=open_now)
    for pk in list(waiting.order_by("attempts", "pk").values_list("pk", flat=True)[:AT_ONCE]):
        if not _check(pk):
            break
        answered += 1
    return answered


def _check(pk: int) -> bool:
    """Judge one signature. The authority is asked outside the transaction; the row is locked to note the answer."""
    voucher = Voucher.objects.select_related("survey__verifying_body").filter(pk=pk).first()
    if voucher is None:
        return True
    survey = voucher.survey
    told = _opened(survey, voucher.digest, voucher.sealed_content)
    verdict = judge(survey, base64.b64decode(told["upload"]), base64.b64decode(told["content"]))
    if verdict.reason is not None and verdict.reason.code in DEFERRED:
        Voucher.objects.filter(pk=pk).update(attempts=F("attempts") + 1)
        return False
    entitled = Entitled(persons.of(verdict)) if verdict.reason is None else None
    with transaction.atomic():
        locked = Voucher.objects.select_for_update().filter(pk=pk, state=VoucherState.WAITING).first()
        if locked is None:
            return True
        overwrite_deleted()
        _settle(locked, survey, entitled, verdict.reason.code if verdict.reason is not None else "")
    return True


def _settle(voucher: Voucher, survey: Survey, entitled: Entitled | None, reason: str) -> None:
    address = _address(survey, voucher)
    voucher.state = VoucherState.READY if entitled is not None else VoucherState.REFUSED
    resting = _resting(entitled) if entitled is not None else {}
    voucher.sealed_content = _sealed(survey, voucher.digest, resting) if resting else b""
    voucher.sealed_address, voucher.reason = b"", reason
    voucher.save()
    if reason:
        note(survey, reason=reason)
    if address:
        transaction.on_commit(lambda: _tell(survey, address), robust=True)


def collect(survey: Survey, code: str) -> Outcome:
    """Draw the ticket at the first visit with the code; both or neither, and then the code is spent."""
    require(can_collect_ticket(survey))
    with transaction.atomic():
        voucher = Voucher.objects.select_for_update().filter(survey=survey, digest=digest(code)).first()
        if voucher is None:
            return Outcome(reason=REASONS["voucher-unknown"])
        if voucher.state == VoucherState.WAITING:
            return Outcome(reason=REASONS["voucher-waiting"])
        if voucher.state == VoucherState.REFUSED:
            return Outcome(reason=REASONS[voucher.reason])
        entitled = _entitled(_opened(survey, voucher.digest, voucher.sealed_content))
        overwrite_deleted()
        voucher.delete()
        return _drawn(survey, entitled)


def _drawn(survey: Survey, entitled: Entitled) -> Outcome:
    """Among n people of the same details n tickets can be drawn; the first place is everybody's own."""
    if entitled.namesakes == 1:
        return draw(survey, entitled.person)
    outcome = Outcome(reason=REASONS["already-drawn"])
    for place in range(2, entitled.namesakes + 1):
        outcome = draw(survey, _in_place(entitled.person, place))
        if outcome:
            break
    return outcome


def _in_place(person: VerifiedPerson, place: int) -> VerifiedPerson:
    return replace(
        person,
        identity_text=f"{person.identity_text}\x1f{place}",
        same_person_text=f"{person.same_person_text}\x1f{place}",
    )


def _tell(survey: Survey, address: str) -> None:
    """That the check was made; not with what result, since a mail is read by many eyes."""
    subject, _blank, body = render_to_string("surveys/vouchers/mail.txt", {"survey": survey}).partition("\n")
    try:
        EmailMessage(subject.strip(), body.strip(), to=[address]).send()
    except OSError:
        log.warning("voucher_mail_not_sent")  # the page with the code says the same


def _sealed(survey: Survey, mark: str, told: dict) -> bytes:
    return sealing.seal(json.dumps(told), purpose=offers.purpose(survey), bound_to=f"voucher:{mark}")


def _opened(survey: Survey, mark: str, content: bytes) -> dict:
    return json.loads(
        sealing.unseal(bytes(content), purpose=offers.purpose(survey), bound_to=f"voucher:{mark}")
    )


def _address(survey: Survey, voucher: Voucher) -> str:
    if not voucher.sealed_address:
        return ""
    return _opened(survey, voucher.digest, voucher.sealed_address)["address"]


def _resting(entitled: Entitled) -> dict:
    person = entitled.person
    return {
        "way": str(person.way),
        "identity": person.identity_text,
        "same_person": person.same_person_text,
        "source": person.source,
        "known_at": person.known_at.isoformat() if person.known_at else "",
        "namesakes": entitled.namesakes,
    }


def _entitled(told: dict) -> Entitled:
    person = VerifiedPerson(
        way=told["way"],
        identity_text=told["identity"],
        same_person_text=told["same_person"],
        source=told["source"],
        known_at=datetime.fromisoformat(told["known_at"]) if told["known_at"] else None,
    )
    return Entitled(person, told["namesakes"])


def offered(survey: Survey, text: str) -> Offer:
    """The offer in a form, or a refusal that says how to go on."""
    offer = offers.read(survey, text)
    if offer is None:
        reason = REASONS["replayed"]
        raise Denied(reason.message, reason.next_step)
    return offer
