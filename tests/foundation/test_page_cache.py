"""A kept page is everybody's page: it must belong to nobody, and nobody may fill the cache with junk."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.http import HttpResponse, StreamingHttpResponse
from django.test import Client, RequestFactory

from portal.foundation import audit, page_cache
from portal.foundation.acting import CLOCK


@pytest.fixture(autouse=True)
def keeping(settings):
    settings.PAGE_CACHE = True


@pytest.fixture
def visit():
    """Visits through the cache; says how often the page behind it was asked."""
    asked = []

    def go(path="/bodies/", *, method="get", answer=None, cookies=None, **headers):
        request = getattr(RequestFactory(), method)(path, **headers)
        request.COOKIES.update(cookies or {})

        def respond(request):
            asked.append(request.path)
            return answer() if answer else HttpResponse(f"for {request.get_host()}")

        return page_cache.respond(request, respond)

    go.asked = asked
    return go


def test_each_host_and_scheme_has_its_own_page(visit):
    assert visit(HTTP_HOST="a.example.jp").content == b"for a.example.jp"
    assert visit(HTTP_HOST="b.example.jp").content == b"for b.example.jp"
    visit(HTTP_HOST="a.example.jp", secure=True)
    assert len(visit.asked) == 3
    assert visit(HTTP_HOST="a.example.jp").content == b"for a.example.jp"
    assert len(visit.asked) == 3


def test_invented_questions_fill_nothing(visit):
    for number in range(3):
        visit(f"/bodies/?junk={number}")
    visit("/bodies/?junk=0")
    assert len(visit.asked) == 4


@pytest.mark.parametrize("method", ["head", "post", "options", "put"])
def test_other_methods_neither_read_nor_write(visit, method):
    visit(method=method)
    visit()
    visit(method=method)
    assert len(visit.asked) == 3


@pytest.mark.parametrize("cookie", ["sessionid", "csrftoken", "django_language", "messages"])
def test_whoever_brings_a_cookie_of_ours_gets_their_own_page(visit, cookie):
    visit()
    visit(cookies={cookie: "x"})
    assert len(visit.asked) == 2


def _with(name, value):
    def make():
        response = HttpResponse("x")
        response[name] = value
        return response

    return make


def _with_cookie():
    response = HttpResponse("x")
    response.set_cookie("csrftoken", "abc")
    return response


@pytest.mark.parametrize(
    "answer",
    [
        _with_cookie,
        _with("Cache-Control", "private"),
        _with("Cache-Control", "no-store"),
        _with("Content-Disposition", "attachment"),
        lambda: HttpResponse("x", status=404),
        lambda: HttpResponse("x", status=500),
        lambda: HttpResponse("x", status=302),
        lambda: StreamingHttpResponse(["x"]),
        lambda: HttpResponse("x" * (page_cache.LARGEST + 1)),
    ],
)
def test_what_is_not_for_everybody_is_not_kept(visit, answer):
    visit(answer=answer)
    visit(answer=answer)
    assert len(visit.asked) == 2


def test_a_key_is_short_whatever_the_address(visit, monkeypatch):
    keys = []
    monkeypatch.setattr(cache, "set", lambda key, *rest: keys.append(key))
    visit("/" + "長い" * 300 + "/")
    assert len(keys[0]) < 200 and keys[0].isascii()


@pytest.mark.django_db
def test_real_pages_are_kept_without_a_token_of_anybody(town, client_as):
    Client().get("/bodies/")
    kept = Client().get("/bodies/")
    assert "csrfmiddlewaretoken" not in kept.content.decode()
    assert not kept.cookies
    assert kept["Content-Security-Policy"]
    assert kept["X-Frame-Options"] == "DENY"
    name = town.person("resident_1").display_name
    assert name in client_as("resident_1").get("/bodies/").content.decode()
    assert name not in Client().get("/bodies/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/accounts/login/", "/themes/raise/"])
def test_a_page_with_a_form_gives_each_guest_their_own_token(town, path):
    one, other = Client().get(path), Client().get(path)
    assert one.cookies["csrftoken"].value != other.cookies["csrftoken"].value


@pytest.mark.django_db
def test_the_browser_s_language_changes_nothing(town):
    english = Client(HTTP_ACCEPT_LANGUAGE="en").get("/bodies/")
    assert 'lang="ja"' in english.content.decode()


@pytest.mark.django_db
def test_what_somebody_does_makes_pages_new_and_what_somebody_looks_at_does_not(
    visit, town, django_capture_on_commit_callbacks
):
    visit()
    with django_capture_on_commit_callbacks(execute=True):
        audit.record(audit.LOOK, by=CLOCK, target=town.body("steering-committee"))
    visit()
    assert len(visit.asked) == 1
    with django_capture_on_commit_callbacks(execute=True):
        audit.record("governance.rule.followed", by=CLOCK)
    visit()
    assert len(visit.asked) == 2
