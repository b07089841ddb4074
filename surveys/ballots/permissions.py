"""Who may give an answer ticket back for a ballot token, and who may answer with one: whoever holds it."""

from __future__ import annotations

import hashlib

from django.utils.translation import gettext_lazy as _

from portal.foundation.decisions import Decision, Denied
from surveys.envelopes.permissions import can_answer, is_still_open
from surveys.surveys.models import Survey
from surveys.surveys.printed_forms import Answerable, PrintedForm, form_of

from . import blind_rsa, keys, tokens
from .models import BallotKey, BlindDraw, SpentToken


def can_draw_blind(survey: Survey, ticket: str) -> Decision:
    """May the holder of this unused answer ticket have something signed unseen in its place?"""
    return _has_a_key(survey) and can_answer(survey, ticket)


def can_draw_again(known: BlindDraw, blinded: bytes) -> Decision:
    """A reply that got lost is sent again; a second, different number is never signed for one person."""
    if known.blinded_digest == hashlib.sha256(blinded).hexdigest():
        return True
    return Denied(
        _("This answer ticket was already given back for another ballot token."),
        _("Only the very same request can be repeated; one person receives one token."),
    )


def can_spend(survey: Answerable, token: tokens.Token | None) -> Decision:
    """May an answer come in with this token? Only survey, signature and first use count."""
    form = form_of(survey)
    if token is None:
        return is_still_open(form) and _not_whole()
    return is_still_open(form) and _belongs_here(form, token) and _is_signed_and_unspent(form, token)


def key_of(survey: Survey) -> BallotKey | None:
    return BallotKey.objects.filter(survey=survey).first()


def _has_a_key(survey: Survey) -> Decision:
    if key_of(survey) is not None:
        return True
    return Denied(_("This survey hands out no ballot tokens."), _("You can answer with your answer ticket."))


def _not_whole() -> Denied:
    return Denied(
        _("This is not a complete ballot token."),
        _("It begins with “ballot1.” and is one long word. Please copy all of it."),
    )


def _belongs_here(form: PrintedForm, token: tokens.Token) -> Decision:
    if token.survey == form.slug:
        return True
    return Denied(
        _("This ballot token belongs to another survey."), _("Its second part is that survey's address.")
    )


def _is_signed_and_unspent(form: PrintedForm, token: tokens.Token) -> Decision:
    key = keys.of_form(form)
    if key is None or not blind_rsa.verify(key, token.message, token.signature):
        return Denied(
            _("This ballot token was not signed with the key of this survey."),
            _("Please copy the whole token from where you kept it."),
        )
    if SpentToken.objects.filter(pool=form.pool, digest=token.digest).exists():
        return Denied(
            _("This ballot token has already been used."),
            _("A token works once. The list of receipts shows that the answer arrived."),
        )
    return True
