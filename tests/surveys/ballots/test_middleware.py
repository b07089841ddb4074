"""The way of the token knows neither cookie nor address."""

from __future__ import annotations

from django.conf import settings as portal
from django.http import HttpRequest
from django.test import Client

from surveys.ballots.middleware import answers_only, without_sender


def test_what_names_the_sender_is_put_down_before_anything_reads_it():
    seen = []

    def inner(request):
        seen.append((dict(request.COOKIES), request.META.get("REMOTE_ADDR"), sorted(request.headers)))
        answer = Client().get("/healthz")
        answer.set_cookie("seen", "1")
        return answer

    def visit(path):
        request = HttpRequest()
        request.path_info = path
        request.META = {"HTTP_COOKIE": "sessionid=x", "REMOTE_ADDR": "192.0.2.7", "HTTP_USER_AGENT": "b"}
        request.META |= {"HTTP_X_FORWARDED_FOR": "192.0.2.8", "HTTP_REFERER": "http://x/", "HTTP_HOST": "h"}
        return without_sender(inner)(request)

    for path in ("/surveys/a/ballot/", "/en/surveys/a/ballot/draw/", "/surveys/a/ballot/find/"):
        assert not visit(path).cookies
        assert seen.pop() == ({}, "", ["Host"])
    assert visit("/surveys/a/answer/").cookies and seen.pop()[1] == "192.0.2.7"
    assert portal.MIDDLEWARE[0] == "surveys.ballots.middleware.without_sender"


def test_the_answering_process_knows_nobody_on_any_of_its_pages():
    seen = []

    def inner(request):
        seen.append((dict(request.COOKIES), request.META.get("REMOTE_ADDR"), sorted(request.headers)))
        answer = Client().get("/healthz")
        answer.set_cookie("seen", "1")
        return answer

    def visit(path):
        request = HttpRequest()
        request.path_info = path
        request.META = {"HTTP_COOKIE": "sessionid=x", "REMOTE_ADDR": "192.0.2.7", "HTTP_HOST": "h"}
        return answers_only(inner)(request)

    for path in ("/surveys/a/answer/", "/en/surveys/a/ballot/", "/static/portal.css", "/healthz"):
        assert visit(path).status_code == 200 and seen.pop() == ({}, "", ["Host"])
        assert not visit(path).cookies and seen.pop()
    for path in ("/", "/surveys/a/", "/surveys/a/ballot/draw/", "/surveys/a/answer/hand-over/", "/readyz"):
        assert visit(path).status_code == 404 and not seen
