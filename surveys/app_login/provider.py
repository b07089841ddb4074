"""Where the app is reached, and the three questions put to it: token, keys, userinfo.

Configured by the environment (`APP_LOGIN_…`); without it this way is not offered. Silence is `app-down`.
"""

from __future__ import annotations

import http.client
import json
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, RSAKey

from .tokens import NotProven

SCOPE = "openid name address birthdate gender"
ACR_VALUES = "aal3 crl"
MAX_BYTES = 64 * 1024
TIMEOUT = 5.0
ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


@dataclass(frozen=True)
class Provider:
    """One registration with the app's server."""

    issuer: str
    endpoints: str
    client_id: str
    key: RSAKey | ECKey = field(repr=False)
    redirect_uri: str

    def address_to_go(self, *, state: str, nonce: str, challenge: str) -> str:
        """Where the resident's browser goes: code flow with PKCE S256, as the app's API reference has it."""
        query = {
            "response_type": "code",
            "client_id": self.client_id,
            "redirect_uri": self.redirect_uri,
            "scope": SCOPE,
            "state": state,
            "nonce": nonce,
            "code_challenge": challenge,
            "code_challenge_method": "S256",
            "acr_values": ACR_VALUES,
        }
        return f"{self.endpoints}/auth?{urlencode(query)}"

    @property
    def token_endpoint(self) -> str:
        return f"{self.endpoints}/token"

    def tokens(self, *, code: str, verifier: str, assertion: str) -> tuple[str, str]:
        """Exchange the code: (ID token, access token). A refusal here means the code was not good."""
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self.redirect_uri,
            "code_verifier": verifier,
            "client_id": self.client_id,
            "client_assertion_type": ASSERTION_TYPE,
            "client_assertion": assertion,
        }
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        answer = _asked("POST", self.token_endpoint, urlencode(form), headers)
        found = answer if isinstance(answer, dict) else {}
        id_token, access_token = found.get("id_token"), found.get("access_token")
        if not isinstance(id_token, str) or not isinstance(access_token, str) or not access_token.isascii():
            raise NotProven("app-token", "token-answer")
        return id_token, access_token

    def keys(self) -> Any:
        return _asked("GET", f"{self.endpoints}/certs")

    def userinfo(self, access_token: str) -> Any:
        return _asked(
            "GET", f"{self.endpoints}/userinfo", headers={"Authorization": f"Bearer {access_token}"}
        )


def configured() -> Provider | None:
    """The registration of this deployment, or None where the town has not registered with the app."""
    told = settings.APP_LOGIN
    if not all(told[name] for name in ("issuer", "client_id", "key_file")):
        return None
    with translation.override(settings.LANGUAGE_CODE):
        back = reverse("surveys:app-login-return")
    return Provider(
        issuer=told["issuer"],
        endpoints=(told["endpoints"] or f"{told['issuer']}/protocol/openid-connect").rstrip("/"),
        client_id=told["client_id"],
        key=_key(Path(told["key_file"]).read_text()),
        redirect_uri=settings.WAGTAILADMIN_BASE_URL.rstrip("/") + back,
    )


def is_configured() -> bool:
    return all(settings.APP_LOGIN[name] for name in ("issuer", "client_id", "key_file"))


def _key(pem: str) -> RSAKey | ECKey:
    try:
        return ECKey.import_key(pem)
    except (JoseError, ValueError, TypeError):
        return RSAKey.import_key(pem)


def _asked(method: str, url: str, body: str | None = None, headers: dict[str, str] | None = None) -> Any:
    """One short exchange; what is not JSON of moderate size in time is no answer."""
    deadline = time.monotonic() + TIMEOUT
    try:
        parts = urlsplit(url)
        kinds = {"http": http.client.HTTPConnection, "https": http.client.HTTPSConnection}
        connection = kinds[parts.scheme](parts.hostname or "", parts.port, timeout=TIMEOUT)
        try:
            path = parts.path + (f"?{parts.query}" if parts.query else "")
            connection.request(method, path, body, {"Accept": "application/json", **(headers or {})})
            reply = connection.getresponse()
            content = _read_until(reply, deadline)
        finally:
            connection.close()
    except (OSError, http.client.HTTPException, ValueError, KeyError):
        raise NotProven("app-down", "connection")
    if reply.status in (400, 401, 403):
        raise NotProven("app-token", "refused-by-provider")
    if reply.status != 200:
        raise NotProven("app-down", "status")
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        raise NotProven("app-token", "json")


def _read_until(reply: http.client.HTTPResponse, deadline: float) -> bytes:
    content = b""
    while piece := reply.read1(16 * 1024):
        content += piece
        if len(content) > MAX_BYTES or time.monotonic() > deadline:
            raise NotProven("app-down", "size-or-time")
    return content
