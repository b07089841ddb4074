"""SIMULATOR for tests: a token endpoint that hands out whatever is asked of it, right in all but one thing."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey

ACCESS = "access-token-of-the-simulator"


def _encoded(content: bytes) -> bytes:
    return base64.urlsafe_b64encode(content).rstrip(b"=")


class HostileProvider:
    """`claims` overrides single claims (None leaves one out); the rest of the answer is sound."""

    def __init__(self, attributes: dict, client_id: str):
        self.key = ECKey.generate_key("P-256", {"kid": "k", "use": "sig"})
        self.rsa = RSAKey.generate_key(2048, {"kid": "k"})
        self.attributes, self.client_id = attributes, client_id
        self.claims: dict = {}
        self.userinfo: dict = {}
        self.algorithm = "ES256"
        self.published = [self.key.as_dict(private=False)]
        self.answers: dict[str, tuple[int, bytes]] = {}
        self.asked: list[tuple[str, dict]] = []
        self.nonce = ""

    def __enter__(self) -> HostileProvider:
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()

    def visit(self, address: str) -> dict[str, str]:
        """What a browser would bring back from the address it was sent to."""
        query = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        self.nonce = query["nonce"]
        return {"state": query["state"], "code": "a-code"}

    def id_token(self) -> str:
        now = int(time.time())
        half = hashlib.sha256(ACCESS.encode()).digest()[:16]
        claims = {
            "iss": self.issuer,
            "aud": self.client_id,
            "sub": "pairwise-subject",
            "iat": now,
            "exp": now + 300,
            "nonce": self.nonce,
            "acr": "aal3 crl",
            "at_hash": _encoded(half).decode(),
        } | self.claims
        claims = {name: value for name, value in claims.items() if value is not None}
        header = {"alg": self.algorithm, "kid": "k"}
        if self.algorithm in ("none", "HS256"):
            signed = b".".join(_encoded(json.dumps(part).encode()) for part in (header, claims))
            # The classic confusion: the published public key taken as a shared secret.
            secret = self.key.as_pem(private=False)
            mark = hmac.new(secret, signed, "sha256").digest() if self.algorithm == "HS256" else b""
            return (signed + b"." + _encoded(mark)).decode()
        key = self.key if self.algorithm == "ES256" else self.rsa
        return jwt.encode(header, claims, key, algorithms=[self.algorithm])

    def answer(self, path: str) -> tuple[int, bytes]:
        if path in self.answers:
            return self.answers[path]
        found = {
            "token": lambda: {"id_token": self.id_token(), "access_token": ACCESS, "token_type": "Bearer"},
            "certs": lambda: {"keys": self.published},
            "userinfo": lambda: {"sub": "pairwise-subject", **self.attributes, **self.userinfo},
        }[path]()
        return 200, json.dumps(found).encode()

    def _handler(outer) -> type[BaseHTTPRequestHandler]:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                length = int(self.headers.get("Content-Length", 0))
                form = parse_qs(self.rfile.read(length).decode())
                outer.asked.append((self.path, form))
                status, content = outer.answer(self.path.rsplit("/", 1)[1])
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(content)

            do_POST = do_GET

            def log_message(self, *_: object) -> None:
                """Silent."""

        return Handler
