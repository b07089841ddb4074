"""Send a resident to the app, and take back a verified person or a reason; nothing of them is kept in between.

As with a certificate, neither leaves a line in the ledger (docs/adr/0004).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import timedelta

import structlog
from django.db import transaction
from django.utils.translation import get_language

from portal.foundation import clock, parameters
from portal.foundation.decisions import require
from surveys.certificates.municipalities import lies_in
from surveys.certificates.person import VerifiedPerson, Way
from surveys.certificates.reasons import REASONS
from surveys.envelopes.actions import Outcome, draw, note
from surveys.surveys.models import Survey

from . import provider, tokens
from .models import AppLogin
from .permissions import can_use_app
from .provider import Provider
from .tokens import Expected, NotProven

SOURCE = "app"
log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Departure:
    """Where the browser goes, and the secret it takes along in a cookie."""

    address: str
    secret: str


@dataclass(frozen=True)
class Return:
    """What stood in the address with which the browser came back, and in its cookie."""

    state: str
    code: str = ""
    error: str = ""
    issuer: str = ""
    secret: str = ""


@transaction.atomic
def begin(survey: Survey) -> Departure:
    """Prepare one visit to the app; it grants nothing."""
    require(can_use_app(survey))
    chosen = provider.configured()
    assert chosen is not None
    secret, verifier = secrets.token_urlsafe(32), secrets.token_urlsafe(64)
    now = clock.now()
    login = AppLogin.objects.create(
        state=secrets.token_hex(32),
        survey=survey,
        browser=_digest(secret),
        nonce=secrets.token_hex(32),
        verifier=verifier,
        language=get_language() or "",
        begun_at=now,
        expires_at=now + timedelta(minutes=parameters.value("survey.challenge_minutes")),
    )
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    address = chosen.address_to_go(state=login.state, nonce=login.nonce, challenge=challenge)
    return Departure(address, secret)


def consume(state: str) -> AppLogin | None:
    """Take the visit away for good, or None if it was used, lapsed or never ours; before any cryptography."""
    login = AppLogin.objects.filter(pk=state).select_related("survey__verifying_body").first()
    if login is None or not AppLogin.objects.filter(pk=state).delete()[0]:
        return None
    return login if clock.now() <= login.expires_at else None


def finish(login: AppLogin | None, back: Return) -> Outcome:
    """From the return out of the app to one ticket per person, or a reason."""
    if login is None or not hmac.compare_digest(login.browser, _digest(back.secret)):
        return Outcome(reason=REASONS["app-state"])
    survey = login.survey
    require(can_use_app(survey))
    try:
        person = _verified(login, back)
    except NotProven as fault:
        log.info("app_login_refused", code=fault.code, check=fault.check)
        note(survey, reason=fault.code)
        return Outcome(reason=REASONS[fault.code])
    return draw(survey, person)


def _verified(login: AppLogin, back: Return) -> VerifiedPerson:
    chosen = provider.configured()
    if chosen is None:
        raise NotProven("app-down", "configuration")
    if back.issuer and back.issuer != chosen.issuer:  # RFC 9207
        raise NotProven("app-token", "return-iss")
    if back.error or not back.code:
        raise NotProven("app-declined" if back.error == "access_denied" else "app-token", "return-error")
    id_token, access_token = chosen.tokens(
        code=back.code, verifier=login.verifier, assertion=_assertion(chosen)
    )
    expected = Expected(chosen.issuer, chosen.client_id, login.nonce, login.begun_at)
    keys = tokens.usable_keys(chosen.keys())
    now = clock.now()
    subject = tokens.subject_of(id_token, keys, expected=expected, access_token=access_token, at=now)
    attributes = tokens.attributes_of(chosen.userinfo(access_token), subject=subject)
    if login.survey.municipality and not lies_in(attributes.address, login.survey.municipality):
        raise NotProven("municipality")
    return VerifiedPerson(
        way=Way.APP,
        identity_text=f"{chosen.issuer}\x1f{subject}",
        same_person_text=attributes.same_person_text,
        attributes=attributes,
        source=SOURCE,
        known_at=now,
    )


def _assertion(chosen: Provider) -> str:
    return tokens.client_assertion(
        chosen.key,
        client_id=chosen.client_id,
        audience=chosen.token_endpoint,
        at=clock.now(),
        number=secrets.token_hex(16),
    )


def forget_lapsed() -> int:
    """Visits from which nobody came back are thrown away."""
    deleted, _rows = AppLogin.objects.filter(expires_at__lt=clock.now()).delete()
    return deleted


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
