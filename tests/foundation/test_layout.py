"""The frame around every page, as a visitor's browser receives it."""

from html.parser import HTMLParser

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from portal.foundation.decisions import Denied
from portal.foundation.middleware import denied

GALLERY = "/components/"
VOID = {"meta", "link", "input", "img", "br", "hr", "rect", "path", "circle"}


class Balance(HTMLParser):
    """Notices tags that are closed in another order than opened, and ids used twice."""

    def __init__(self):
        super().__init__()
        self.open, self.wrong, self.ids = [], [], []

    def handle_starttag(self, tag, attrs):
        self.ids += [value for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.ids += [value for name, value in attrs if name == "id"]

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append((tag, self.getpos()))


def read(html):
    reader = Balance()
    reader.feed(html)
    return reader


@pytest.fixture
def guest(db):
    return Client()


def test_a_page_leads_past_its_header_and_says_its_name_first(guest):
    html = guest.get(GALLERY).content.decode()
    assert '<html lang="ja">' in html
    assert html.index('href="#main"') < html.index("<header")
    assert 'id="main"' in html
    assert "<title>部品一覧 | 参画 デモ市</title>" in html


def test_the_gallery_is_well_formed_and_uses_no_id_twice(guest):
    page = read(guest.get(GALLERY).content.decode())
    assert page.wrong == []
    assert page.open == []
    assert sorted(page.ids) == sorted(set(page.ids))


def test_every_page_shows_that_this_is_a_demo_and_whom_to_call(guest, settings):
    html = guest.get(GALLERY).content.decode()
    assert "架空の市" in html
    assert "0000-00-0000" in html
    settings.DEMO = False
    assert "架空の市" not in Client().get(GALLERY, {"fresh": "1"}).content.decode()


def test_each_language_names_itself_in_its_own_words(guest):
    html = guest.get(GALLERY).content.decode()
    assert '<li lang="en"><a href="/en/components/" hreflang="en">English</a></li>' in html
    assert '<li lang="ja"><span aria-current="true">日本語</span></li>' in html


def test_a_page_asks_for_one_stylesheet_and_one_script(guest):
    html = guest.get(GALLERY).content.decode()
    assert html.count('rel="stylesheet"') == 1
    assert html.count("<script") == 1


def test_a_refusal_prints_its_reason_the_next_step_and_a_person(rf, town, client_as):
    request = client_as("resident_1").get("/accounts/").wsgi_request
    html = denied(request, Denied("Only the committee may do this.", "Ask its chair.")).content.decode()
    assert "Only the committee may do this." in html
    assert "Ask its chair." in html
    assert "0000-00-0000" in html


def test_a_guest_who_is_refused_may_sign_in_and_come_back(rf, guest):
    request = guest.get(GALLERY).wsgi_request
    html = denied(request, Denied("Members only.")).content.decode()
    assert f"{reverse('account_login')}?next={GALLERY}" in html


def test_a_lost_visitor_finds_the_search(guest):
    response = guest.get("/no-such-page/")
    assert response.status_code == 404
    assert "ページが見つかりません" in response.content.decode()
    assert 'id="search-lost"' in response.content.decode()


def test_a_broken_page_needs_nothing_that_may_be_broken():
    html = render_to_string("layout/500.html")
    assert "ただいま表示できません" in html
    assert read(html).wrong == []


@pytest.mark.parametrize(("kind", "first_words"), [("drill", "【訓練】"), ("real", "【緊急】")])
def test_an_emergency_says_first_whether_it_is_real(guest, kind, first_words, monkeypatch):
    banner = {"title": "避難所を開設しました", "body": "", "url": "/emergency/", "kind": kind}
    monkeypatch.setattr("portal.nav.emergency", lambda *_: banner)
    html = guest.get(GALLERY, {"kind": kind}).content.decode()
    above = html.split("<header")[0]
    assert f"{first_words}避難所を開設しました" in above


def test_a_person_with_several_hats_sees_and_changes_the_one_worn(town, client_as):
    html = client_as("it_chief").get("/accounts/").content.decode()
    assert "「情報政策課」として操作しています。" in html
    assert f'action="{reverse("residents:account-act-for")}"' in html


@pytest.mark.parametrize(
    "name",
    ["account-home", "account-inbox", "account-profile", "account-footprint", "body-list", "role-table"],
)
def test_the_pages_of_people_and_bodies_are_well_formed(town, client_as, name):
    response = client_as("it_chief").get(reverse(f"residents:{name}"))
    page = read(response.content.decode())
    assert response.status_code == 200
    assert page.wrong == []
    assert sorted(page.ids) == sorted(set(page.ids))


@pytest.mark.parametrize("name", ["account_login", "account_signup", "account_reset_password"])
def test_the_doors_to_an_account_are_well_formed(guest, name):
    page = read(guest.get(reverse(name)).content.decode())
    assert page.wrong == []
    assert sorted(page.ids) == sorted(set(page.ids))


def test_signing_in_asks_for_the_address_before_any_password(guest):
    html = guest.get(reverse("account_login")).content.decode()
    assert html.index('name="email"') < html.index('type="password"')
