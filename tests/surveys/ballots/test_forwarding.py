"""What the town's process tells the answering process, and what it says when that one is silent."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.conf import settings as portal
from django.test import Client

from surveys.ballots.middleware import ANSWERS

HEARD = []


class Listener(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        HEARD.append((self.path, {name.lower(): value for name, value in self.headers.items()}, body))
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Set-Cookie", "seen=1")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write("届きました".encode())

    def log_message(self, *args):
        pass


@pytest.fixture
def listener(settings):
    HEARD.clear()
    server = HTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.ANSWERING_URL = f"http://127.0.0.1:{server.server_port}"
    yield
    server.shutdown()
    server.server_close()


def named():
    """A browser that says all a browser can say."""
    client = Client(REMOTE_ADDR="192.0.2.7", HTTP_USER_AGENT="a browser", HTTP_REFERER="http://testserver/x/")
    client.cookies["sessionid"] = "somebody"
    return client


@pytest.mark.django_db
@pytest.mark.parametrize("step", ["answer", "ballot", "ballot/find"])
def test_nothing_of_the_sender_goes_on_and_no_cookie_comes_back(listener, step):
    path = f"/en/surveys/a/{step}/"
    reply = named().post(path, {"step": "send", "q1": "2"}, HTTP_X_FORWARDED_FOR="192.0.2.8")
    assert reply.content.decode() == "届きました" and not reply.cookies
    assert reply["Cache-Control"] == "no-store" and reply["Referrer-Policy"] == "no-referrer"
    ((heard, headers, body),) = HEARD
    assert heard == path and b"q1" in body
    expected = {"content-type", "host", "x-forwarded-proto", "content-length", "accept-encoding"}
    assert set(headers) == expected
    assert not [value for value in headers.values() if "192.0.2" in value or "somebody" in value]


@pytest.mark.django_db
def test_beginning_is_braked_where_the_address_is_still_known(listener):
    codes = [named().post("/surveys/a/answer/", {"step": "begin"}).status_code for _time in range(61)]
    assert codes[-1] == 403 and set(codes[:-1]) == {200} and len(HEARD) == 60


@pytest.mark.django_db
def test_a_silent_process_is_said_and_costs_nobody_their_answer(settings):
    settings.ANSWERING_URL = "http://127.0.0.1:9"
    reply = Client().post("/surveys/a/answer/", {"ticket": "ABCD", "step": "send"})
    assert reply.status_code == 503 and "二重に数えられることはありません" in reply.content.decode()


def test_only_answering_is_handed_on():
    assert portal.MIDDLEWARE[-1] == "surveys.ballots.forwarding.answers_elsewhere"
    for path in ("/surveys/a/answer/", "/en/surveys/a/ballot/", "/ja-simple/surveys/a/ballot/find/"):
        assert ANSWERS.match(path)
    for path in (
        "/surveys/a/",
        "/surveys/a/ballot/draw/",
        "/surveys/a/answer/hand-over/",
        "/surveys/a/prove/",
        "/surveys/a/receipt/",
        "/x/y/surveys/a/answer/",
    ):
        assert not ANSWERS.match(path)
