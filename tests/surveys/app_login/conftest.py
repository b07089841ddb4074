"""The app's server in two shapes: the real `oidc-provider` of npm, and a hostile simulator that signs what it likes."""

from __future__ import annotations

import http.cookiejar
import json
import os
import shutil
import socket
import subprocess
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.test import Client
from joserfc.jwk import ECKey

from .hostile import HostileProvider

FOLDER = Path(__file__).with_name("provider")
ORIGIN = "https://sankaku.example.jp"
RETURN = "/surveys/app/prove/return/"
CLIENT = "RP00000001"
HANAKO = {"name": "見本 花子", "birthdate": "1988-04-01", "gender": "2", "address": "デモ県デモ市1丁目1番1号"}
CONSENT = {"name": "on", "birthdate": "on", "gender": "on", "address": "on"}


def missing() -> str:
    """Why the real provider cannot run here; empty if it can."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        return "node and npm are not installed"
    if not (FOLDER / "node_modules/oidc-provider").exists():
        return f"run: npm --prefix {FOLDER.relative_to(Path.cwd())} install"
    return ""


@pytest.fixture(scope="session")
def our_key(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("app-login") / "key.pem"
    path.write_bytes(ECKey.generate_key("P-256").as_pem(private=True))
    return path


@pytest.fixture
def registered(settings, our_key):
    """Register this town with a server at an address, by the settings a deployment has."""
    settings.WAGTAILADMIN_BASE_URL = ORIGIN

    def register(issuer: str) -> None:
        settings.APP_LOGIN = {
            "issuer": issuer,
            "endpoints": "",
            "client_id": CLIENT,
            "key_file": str(our_key),
        }

    return register


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@dataclass
class Reader:
    """The card lying on the telephone, and the browser's walk through the provider."""

    issuer: str

    def lay(self, holder: str = "hanako", acr: str = "aal3 crl", declines: bool = False, **changes) -> None:
        card = {
            "holder": holder,
            "acr": acr,
            "declines": declines,
            "attributes": {**HANAKO, **changes},
        }
        request = urllib.request.Request(f"{self.issuer}/reader", json.dumps(card).encode(), method="PUT")
        urllib.request.urlopen(request).read()

    def walk(self, address: str) -> str:
        """Follow the provider's own redirections; stop at the one that leads back to us."""

        class Stop(urllib.request.HTTPRedirectHandler):
            def redirect_request(self, request, *rest):
                going = rest[-1]
                return None if going.startswith(ORIGIN) else super().redirect_request(request, *rest)

        jar = http.cookiejar.CookieJar()
        opener = urllib.request.build_opener(Stop, urllib.request.HTTPCookieProcessor(jar))
        with pytest.raises(urllib.error.HTTPError) as stopped:
            opener.open(address)
        assert stopped.value.code in (302, 303), stopped.value.read()
        return stopped.value.headers["Location"].removeprefix(ORIGIN)


@pytest.fixture(scope="session")
def running_provider(our_key):
    reason = missing()
    if reason and os.environ.get("CI") != "true":
        pytest.skip(reason)
    assert not reason, reason
    key = ECKey.import_key(our_key.read_text())
    public = {**key.as_dict(private=False), "kid": key.thumbprint()}
    port = free_port()
    client = {"client_id": CLIENT, "redirect_uris": [ORIGIN + RETURN], "jwks": {"keys": [public]}}
    process = subprocess.Popen(
        ["node", "serve.js", json.dumps({"client": client, "port": port})],
        cwd=FOLDER,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert "listening" in process.stdout.readline()
        yield Reader(f"http://127.0.0.1:{port}")
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture
def reader(running_provider, registered) -> Reader:
    """The real provider, this town registered with it."""
    registered(running_provider.issuer)
    running_provider.lay()
    return running_provider


@pytest.fixture
def hostile(registered):
    """A server under our own control that lies in one thing at a time."""
    with HostileProvider(HANAKO, CLIENT) as server:
        registered(server.issuer)
        yield server


@pytest.fixture
def browser() -> Client:
    return Client()
