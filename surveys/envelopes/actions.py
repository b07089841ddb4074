"""From proof to ticket, from ticket to answer; and what is thrown away at closing.

None of these leaves a line in the ledger that names a moment of proving or answering: a line with a
moment on each side would join what the envelopes keep apart.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import IntegrityError, transaction

from portal.foundation import clock, sealing
from portal.foundation.acting import Acting
from portal.foundation.decisions import require
from surveys.certificates import person as persons
from surveys.certificates.actions import source_for
from surveys.certificates.models import TrustAnchor
from surveys.certificates.person import VerifiedPerson
from surveys.certificates.reasons import DEFERRED, REASONS, Reason
from surveys.certificates.revocation import RevocationSource
from surveys.certificates.verification import Demand, Step, Verdict, verify
from surveys.series.pseudonyms import mark_for
from surveys.surveys import actions as surveys
from surveys.surveys import permissions as survey_permissions
from surveys.surveys.models import Survey
from surveys.surveys.printed_forms import Answerable, form_of
from surveys.vouchers import offers

from . import challenge, permissions, sheets
from .marks import MARK
from .models import Challenge, InnerEnvelope, OuterEnvelope, Proof, ProofResult, Receipt, Ticket
from .order_free import hold, overwrite_deleted, shuffle
from .survey_key import key_of


@dataclass(frozen=True)
class Outcome:
    """What the resident is told after a proof: a ticket, or a reason with the checks made.

    `content` is the text that was signed, where only the authority's silence stood against the proof.
    """

    ticket: str = ""
    person: VerifiedPerson | None = field(default=None, repr=False)
    reason: Reason | None = None
    steps: tuple[Step, ...] = ()
    content: bytes = b""

    def __bool__(self) -> bool:
        return bool(self.ticket)


def prove(survey: Survey, *, nonce: str, upload: bytes, source: RevocationSource | None = None) -> Outcome:
    """Check a certificate's signature over a fresh text and hand out one ticket per person."""
    require(permissions.can_prove(survey))
    content = challenge.consume(survey, nonce)
    if content is None:
        return Outcome(reason=REASONS["replayed"])
    verdict = judge(survey, upload, content, source)
    if verdict.reason is not None:
        note(survey, reason=verdict.reason.code)
        is_deferred = verdict.reason.code in DEFERRED
        return Outcome(reason=verdict.reason, steps=verdict.steps, content=content if is_deferred else b"")
    outcome = draw(survey, persons.of(verdict))
    return replace(outcome, steps=verdict.steps)


def judge(survey: Survey, upload: bytes, content: bytes, source: RevocationSource | None = None) -> Verdict:
    """Does this signature over our text prove what the survey demands, today?"""
    return verify(
        upload,
        content=content,
        demand=Demand(survey.certificate_kind, survey.municipality),
        anchors=[row.anchor for row in TrustAnchor.objects.usable().filter(kind=survey.certificate_kind)],
        source=source or source_for(survey.certificate_kind),
        at=clock.now(),
    )


def draw(survey: Survey, person: VerifiedPerson) -> Outcome:
    """Mark that this person drew, and make a ticket; both or neither. Whichever way they were verified."""
    if not person.same_person_text:
        # A means of proof alone is renewed, and its holder would be somebody new each time (docs/adr/0020).
        note(survey, person, reason="attributes")
        return Outcome(reason=REASONS["attributes"])
    ticket = new_secret()
    try:
        with transaction.atomic():
            # Locked, so that closing waits for us or we for it: afterwards there is no key.
            survey = Survey.objects.select_for_update().get(pk=survey.pk)
            require(permissions.can_prove(survey))
            means, same_person = _digests(survey, person)
            OuterEnvelope(
                survey=survey, certificate_digest=means, person_digest=same_person, drawn_on=clock.today()
            ).save()
            mark = mark_for(survey, person)
            Ticket(pool=survey.pool, digest=challenge.digest(ticket), mark=mark).save()
            note(survey, person)
    except IntegrityError:
        note(survey, person, reason="already-drawn")
        return Outcome(reason=REASONS["already-drawn"])
    return Outcome(ticket=ticket, person=person)


def _digests(survey: Survey, person: VerifiedPerson) -> tuple[str, str | None]:
    """Two keyed digests, either of which blocks: a renewed certificate is still the same person."""
    same_person = person.same_person_text
    return (
        keyed(survey, f"certificate\x1f{person.identity_text}"),
        keyed(survey, f"person\x1f{same_person}") if same_person else None,
    )


def keyed(survey: Survey, text: str) -> str:
    """A digest under the survey's own key, which dies at closing; nobody can compute it afterwards."""
    return hmac.new(key_of(survey), text.encode(), hashlib.sha256).hexdigest()


def note(survey: Survey, person: VerifiedPerson | None = None, *, reason: str = "") -> None:
    """Keep result, reason class, source and day of one check; nothing of the certificate."""
    known_at = person.known_at if person is not None else None
    result = ProofResult.GRANTED if not reason else ProofResult.REJECTED
    Proof(
        survey=survey,
        verifying_body=survey.verifying_body,
        kind=survey.certificate_kind,
        result=ProofResult.DEFERRED if reason in DEFERRED else result,
        reason=reason,
        source=person.source if person is not None else "",
        status_known_on=known_at.date() if known_at else None,
        on=clock.today(),
    ).save()


def new_secret() -> str:
    """256 random bits in groups a person can copy by hand."""
    text = base64.b32encode(secrets.token_bytes(32)).decode().rstrip("=")
    return "-".join(text[start : start + 4] for start in range(0, len(text), 4))


@transaction.atomic
def draw_open_ticket(survey: Answerable) -> str:
    """Begin to answer an open survey; the ticket only keeps one sheet from being sent twice."""
    hold(survey.pool)
    require(permissions.can_draw_open_ticket(form_of(survey)))
    ticket = new_secret()
    Ticket(pool=survey.pool, digest=challenge.digest(ticket)).save()
    return ticket


@transaction.atomic
def answer(survey: Answerable, *, ticket: str, answers: dict[str, Any]) -> str:
    """Spend the ticket and file the sheet; returns the receipt number, known to nobody else."""
    hold(survey.pool)
    form = form_of(survey)
    require(permissions.can_answer(form, ticket))
    overwrite_deleted()
    held = Ticket.objects.filter(pool=form.pool, digest=challenge.digest(ticket))
    mark = held.values_list("mark", flat=True).first()
    if mark:
        answers = {**answers, MARK: mark}
    spent, _rows = held.delete()
    if not spent:
        # Another request spent it between the question and the deletion.
        require(permissions.can_answer(form, ticket))
    receipt = new_secret()[:14]
    file(form, answers, receipt=challenge.digest(receipt))
    return receipt


def file(survey: Answerable, answers: dict[str, Any], *, receipt: str) -> None:
    """Put a sheet into its inner envelope, and the digest of a receipt beside it; called once the right is spent."""
    sheets.sealed(survey, [answers])[0].save(force_insert=True)
    Receipt(pool=survey.pool, digest=receipt).save()


def has_arrived(survey: Survey, receipt: str) -> bool:
    """Does this receipt number, long or short, belong to an answer that arrived?"""
    written = "".join(receipt.split()).lower()
    known = Receipt.objects.filter(pool=survey.pool, digest__in=[challenge.digest(receipt), written])
    return known.exists()


@transaction.atomic
def close(survey: Survey, *, by: Acting) -> Survey:
    """Take no more answers, destroy the identity side, shuffle the answers."""
    survey = Survey.objects.select_for_update().get(pk=survey.pk)
    require(survey_permissions.can_close_survey(by, survey))
    hold(survey.pool)
    overwrite_deleted()
    drawn = OuterEnvelope.objects.filter(survey=survey)
    proven = drawn.count()
    drawn.delete()
    Challenge.objects.filter(survey=survey).delete()
    forget_the_other_ways(survey)
    Ticket.objects.filter(pool=survey.pool).delete()
    answered = shuffle(InnerEnvelope.objects.filter(pool=survey.pool))
    shuffle(Receipt.objects.filter(pool=survey.pool))
    return surveys.close(survey, by=by, proven_count=proven, answered_count=answered)


def forget_the_other_ways(survey: Survey) -> None:
    """Visits to the app, vouchers, what a counter took down, and records handed over without an answer."""
    survey.app_logins.all().delete()
    survey.vouchers.all().delete()
    unused = Ticket.objects.filter(pool=survey.pool).exclude(mark="")
    survey.disclosures.filter(mark__in=unused.values("mark")).delete()
    survey.counter_checks.update(person_digest="")
    sealing.destroy(offers.purpose(survey))


@transaction.atomic
def shuffle_open_surveys() -> None:
    """Each night, let neither table keep the order in which its rows came."""
    for survey in Survey.objects.collecting().select_for_update():
        hold(survey.pool)
        shuffle(OuterEnvelope.objects.filter(survey=survey))
        shuffle(Proof.objects.filter(survey=survey))
        for model in (Ticket, InnerEnvelope, Receipt):
            shuffle(model.objects.filter(pool=survey.pool))


def forget_lapsed_challenges() -> int:
    """Texts nobody signed in time are thrown away."""
    deleted, _rows = Challenge.objects.filter(expires_at__lt=clock.now()).delete()
    return deleted
