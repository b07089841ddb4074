"""What is signed on our side and checked on theirs: client assertion (RFC 7523), ID token, userinfo (OIDC Core 1.0).

Pure: keys, texts and the moment are handed in. Every refusal is a `NotProven` that names the check, never a value.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, KeySet, RSAKey

from surveys.certificates.attributes import MAX_ADDRESS, MAX_NAME, Attributes

ID_TOKEN_ALGORITHM = "ES256"
"""The only signature an ID token may bear; the token's own header has no say in it."""
ACR = frozenset({"aal3", "crl"})
"""Held the card and knew its number (AAL3), and the certificate was found not revoked (CRL)."""
SKEW = timedelta(seconds=5)
ASSERTION_LIVES = timedelta(minutes=1)
SEXES = {"1": "1", "2": "2", "3": "3", "male": "1", "female": "2", "other": "3"}


class NotProven(Exception):
    """The app's answer does not prove a person; `code` is for the resident, `check` for the log and the tests."""

    def __init__(self, code: str, check: str = "") -> None:
        super().__init__(f"{code} {check}".strip())
        self.code, self.check = code, check


@dataclass(frozen=True)
class Expected:
    """What the ID token must be about: this provider, us, this visit."""

    issuer: str
    client_id: str
    nonce: str
    begun_at: datetime


def client_assertion(key: RSAKey | ECKey, *, client_id: str, audience: str, at: datetime, number: str) -> str:
    """Our identity at the token endpoint: a short-lived signed statement, good once (`private_key_jwt`)."""
    algorithm = "ES256" if isinstance(key, ECKey) else "RS256"
    header = {"alg": algorithm, "kid": key.thumbprint(), "typ": "JWT"}
    now = int(at.timestamp())
    claims = {"iss": client_id, "sub": client_id, "aud": audience, "jti": number, "iat": now}
    claims["exp"] = now + int(ASSERTION_LIVES.total_seconds())
    return jwt.encode(header, claims, key, algorithms=[algorithm])


def usable_keys(published: Any) -> KeySet:
    """Of the provider's published keys those that can sign an ID token: P-256, not meant for encryption."""
    try:
        found = [
            ECKey.import_key(key)
            for key in published["keys"]
            if key.get("kty") == "EC" and key.get("crv") == "P-256" and key.get("use", "sig") == "sig"
        ]
    except (JoseError, TypeError, KeyError, ValueError, AttributeError):
        raise NotProven("app-down", "keys")
    return KeySet(found)


def subject_of(text: Any, keys: KeySet, *, expected: Expected, access_token: str, at: datetime) -> str:
    """Check an ID token claim by claim and give the pairwise subject it names."""
    try:
        claims = jwt.decode(str(text), keys, algorithms=[ID_TOKEN_ALGORITHM]).claims
    except (JoseError, ValueError, TypeError):
        raise NotProven("app-token", "signature")
    for check, holds in _claims_hold(claims, expected, access_token, at):
        if not holds:
            raise NotProven("app-token", check)
    return claims["sub"]


def _claims_hold(claims: dict[str, Any], expected: Expected, access_token: str, at: datetime):
    """Each check by name, in the order of OIDC Core 3.1.3.7."""
    audience = claims.get("aud")
    audiences = audience if isinstance(audience, list) else [audience]
    yield "iss", claims.get("iss") == expected.issuer
    yield "aud", audiences == [expected.client_id]
    yield "azp", claims.get("azp", expected.client_id) == expected.client_id
    now = at.timestamp()
    yield "exp", _is_moment(claims.get("exp")) and now < claims["exp"] + SKEW.total_seconds()
    begun, latest = expected.begun_at.timestamp() - SKEW.total_seconds(), now + SKEW.total_seconds()
    yield "iat", _is_moment(claims.get("iat")) and int(begun) <= claims["iat"] <= latest
    yield "nonce", _same(claims.get("nonce"), expected.nonce)
    acr = claims.get("acr")
    yield "acr", isinstance(acr, str) and set(acr.split()) >= ACR
    yield "at_hash", "at_hash" not in claims or _same(claims["at_hash"], _half_hash(access_token))
    subject = claims.get("sub")
    yield "sub", isinstance(subject, str) and 0 < len(subject) <= 255


def _is_moment(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _same(told: Any, expected: str) -> bool:
    return isinstance(told, str) and hmac.compare_digest(told.encode(), expected.encode())


def _half_hash(access_token: str) -> str:
    half = hashlib.sha256(access_token.encode()).digest()[:16]
    return base64.urlsafe_b64encode(half).rstrip(b"=").decode()


def attributes_of(userinfo: Any, *, subject: str) -> Attributes:
    """Name, sex, birth date and address as the card's input-assist application gave them; all four or none."""
    if not isinstance(userinfo, dict) or not _same(userinfo.get("sub"), subject):
        raise NotProven("app-token", "userinfo-sub")
    address = userinfo.get("address")
    address = address.get("formatted") if isinstance(address, dict) else address
    name, sex = userinfo.get("name"), SEXES.get(str(userinfo.get("gender")))
    if not _is_text(name, MAX_NAME) or not _is_text(address, MAX_ADDRESS) or sex is None:
        raise NotProven("app-attributes", "userinfo")
    return Attributes(name, sex, _birth_date(userinfo.get("birthdate")), address)


def _is_text(value: Any, most: int) -> bool:
    return isinstance(value, str) and 0 < len(value.strip()) <= most


def _birth_date(text: Any) -> date:
    """`YYYY-MM-DD` (OIDC Core 5.1) or the eight figures alone."""
    try:
        return datetime.strptime(str(text).replace("-", ""), "%Y%m%d").date()
    except ValueError:
        raise NotProven("app-attributes", "birthdate")
