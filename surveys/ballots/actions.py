"""Open with a key, sign unseen, take an answer for a token, and post the list of receipts.

Neither drawing nor answering leaves a line in the ledger, for the reason given in `surveys.envelopes.actions`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from portal.foundation import audit, clock
from portal.foundation.acting import CLOCK, Acting
from portal.foundation.decisions import Denied, require
from surveys.envelopes import actions as envelopes
from surveys.envelopes import challenge
from surveys.envelopes.models import OuterEnvelope, Ticket
from surveys.envelopes.order_free import hold, overwrite_deleted, shuffle
from surveys.envelopes.sheets import NO_MORE_ANSWERS
from surveys.surveys import actions as surveys
from surveys.surveys import printing
from surveys.surveys.models import Anonymity, Survey
from surveys.surveys.printed_forms import Answerable

from . import blind_rsa, board, keys, permissions
from .models import BallotKey, BlindDraw, BoardPage, SpentToken
from .tokens import Token


@transaction.atomic
def open(survey: Survey, *, by: Acting) -> Survey:
    """Open a survey; one that promises anonymity behind the gate has its key in the public list from the first moment."""
    survey = surveys.open(survey, by=by)
    if survey.is_gated and survey.anonymity == Anonymity.ANONYMOUS:
        entry = keys.entry_for(survey)
        entry.save(force_insert=True)
        printing.add_ballot_key(survey, bytes(entry.public_key))
        details = {"fingerprint": entry.fingerprint, "entry": entry.entry_hash}
        audit.record("surveys.ballot_key.published", by=by, target=survey, details=details)
    return survey


@transaction.atomic
def draw_blind(survey: Survey, *, ticket: str, blinded: bytes) -> bytes:
    """Take an answer ticket back and sign, unseen, what its holder will answer with; both or neither.

    The ticket stands for one person who proved themselves (`envelopes.draw`), so that each has one signature.
    """
    survey = Survey.objects.select_for_update().get(pk=survey.pk)
    hold(survey.pool)
    digest = challenge.digest(ticket)
    known = BlindDraw.objects.filter(survey=survey, ticket_digest=digest).first()
    if known is not None:
        require(permissions.can_draw_again(known, blinded))
        _withdraw(survey, [digest])
        return bytes(known.signature)
    require(permissions.can_draw_blind(survey, ticket))
    signature = _signed(survey, blinded)
    _withdraw(survey, [digest])
    BlindDraw(
        survey=survey,
        ticket_digest=digest,
        blinded_digest=hashlib.sha256(blinded).hexdigest(),
        signature=signature,
    ).save()
    return signature


def _withdraw(survey: Survey, digests: Sequence[str]) -> None:
    """Tickets that were given back. Nearly always they are gone; two files of SQLite may differ after a power cut."""
    overwrite_deleted()
    Ticket.objects.filter(pool=survey.pool, digest__in=digests).delete()


def _signed(survey: Survey, blinded: bytes) -> bytes:
    try:
        return keys.sign(BallotKey.objects.get(survey=survey), survey, blinded)
    except blind_rsa.Refused as refused:
        raise Denied(
            _("What was sent is nothing that can be signed."),
            _("Your answer ticket is still good. Please load the page again and try once more."),
        ) from refused


def spend(survey: Answerable, *, token: Token | None, answers: dict[str, Any]) -> str:
    """Take one answer for one token and file the sheet; returns the receipt its holder could work out alone."""
    try:
        with transaction.atomic():
            hold(survey.pool)
            require(permissions.can_spend(survey, token))
            assert token is not None, "can_spend refuses what is no token"
            SpentToken(pool=survey.pool, digest=token.digest).save()
            envelopes.file(survey, answers, receipt=token.receipt)
    except IntegrityError:
        # Another request spent it between the question and the row.
        require(permissions.can_spend(survey, token))
        raise
    return token.receipt


@transaction.atomic
def post_page(survey: Survey) -> BoardPage | None:
    """Post what has come since the last page of the receipts, once a day; after the closing the last page."""
    survey = Survey.objects.select_for_update().get(pk=survey.pk)
    is_over = survey.status in NO_MORE_ANSWERS
    before = BoardPage.objects.filter(pool=survey.pool).order_by("-number").first()
    if before is not None and (before.is_last or (before.day >= clock.today() and not is_over)):
        return None
    drawn = survey.proven_count if is_over else OuterEnvelope.objects.filter(survey=survey).count()
    page = board.next_page(survey, day=clock.today(), drawn=drawn or 0, is_last=is_over)
    page.save(force_insert=True)
    details = {"receipts": page.receipts, "root": page.root, "page": page.page_hash}
    audit.record("surveys.receipts.posted", by=CLOCK, target=survey, details=details)
    if is_over:
        _strip(survey)
    return page


def _strip(survey: Survey) -> None:
    """After the closing nothing remains of the drawing; the secret key could not be opened any more anyway."""
    overwrite_deleted()
    BlindDraw.objects.filter(survey=survey).delete()
    BallotKey.objects.filter(survey=survey).update(sealed_private=None)
    shuffle(SpentToken.objects.filter(pool=survey.pool))


@transaction.atomic
def shuffle_open_surveys() -> None:
    """Each night, let no table keep the order in which its rows came."""
    for survey in Survey.objects.collecting().select_for_update():
        hold(survey.pool)
        given_back = BlindDraw.objects.filter(survey=survey)
        _withdraw(survey, list(given_back.values_list("ticket_digest", flat=True)))
        shuffle(given_back)
        shuffle(SpentToken.objects.filter(pool=survey.pool))
