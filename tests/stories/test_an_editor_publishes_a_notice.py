"""Thread 1: a department writes, a publisher of the channel approves, everybody reads, in two languages."""

import html
from urllib.parse import urlencode
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.urls import reverse as reverse_in
from django.utils import translation
from wagtail.models import Locale
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield
from wagtail_localize.models import StringSegment, Translation

from home.notices.listing import default_index
from home.notices.pages import NoticePage

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
TITLE = "市民電子会議室の説明会を開きます"


@pytest.fixture
def immediately(django_capture_on_commit_callbacks):
    """What waits for the commit happens inside this block, as it would in the running town."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def reverse(name, args=()):
    """The editors' rooms are Japanese, whichever language the last page had."""
    with translation.override("ja"):
        return reverse_in(name, args=args)


def form(town, **changes):
    data = {
        "title": TITLE,
        "channel": "government",
        "department": town.body("public-relations").pk,
        "contact": "広報課 0000-00-0000",
        "topic": "participation",
        "summary": "会議室の使い方をご説明します。",
        "expires_on": "2026-12-20",
        "publish_from": "",
        "slug": "",
        "body": streamfield([("heading", "日時"), ("text", rich_text("<p>12月12日(土) 10時から</p>"))]),
        **changes,
    }
    return nested_form_data(data)


def write(client, town, **changes):
    url = reverse("wagtailadmin_pages:add", args=["home", "noticepage", default_index().pk])
    response = client.post(url, form(town, **changes))
    assert response.status_code == 302, response.content.decode()
    return NoticePage.objects.latest("pk")


def said(response):
    return response.content.decode()


def approve(client, notice):
    return client.post(reverse("notices:approve", args=[notice.pk]), {"seen": notice.words_seen})


def test_an_editor_publishes_a_notice(town, client_as, frozen, immediately):
    frozen("2026-11-22 09:00+09:00")
    author, approver = client_as("pr_author"), client_as("pr_approver")

    # The desk has a large button; the form is filled in as far as the account knows.
    desk = said(author.get(reverse("wagtailadmin_home")))
    assert "お知らせを書く" in desk and "広報課" in desk
    add = reverse("wagtailadmin_pages:add", args=["home", "noticepage", default_index().pk])
    empty = said(author.get(add))
    assert "承認に回す" in empty and "action-publish" not in empty

    # The author writes and sends it for approval in one press.
    with immediately():
        notice = write(author, town, **{"action-submit-notice": "1"})
    assert notice.status == "in_review" and not notice.live
    assert notice.slug.startswith("notice-20261122-")
    assert Client().get(f"/notices/{notice.slug}/").status_code == 404

    # Nobody but another publisher of this channel can let it out, and each hears why.
    refused = approve(client_as("npo_approver"), notice)
    assert refused.status_code == 403
    assert "行政からのお知らせの発行" in said(refused) and "広報課" in said(refused)
    assert approve(client_as("system_admin"), notice).status_code == 403
    refused = approve(client_as("planner_chief"), notice)
    assert refused.status_code == 403 and "行政からのお知らせの発行" in said(refused)
    refused = approve(author, notice)
    assert refused.status_code == 403 and "ご自身" in said(refused)
    assert not NoticePage.objects.get(pk=notice.pk).live

    # The second person reads exactly these words and approves.
    waiting = said(approver.get(reverse("notices:waiting")))
    assert TITLE in waiting
    page = said(approver.get(reverse("notices:review", args=[notice.pk])))
    assert "12月12日(土)" in page and notice.words_seen in page
    with immediately():
        assert approve(approver, notice).status_code == 302

    # Everybody reads it: on its page, in the list, on the front page and in the feed.
    visitor = Client()
    shown = visitor.get(f"/notices/{notice.slug}/")
    assert shown.status_code == 200
    assert (
        TITLE in said(shown) and "12月12日(土)" in said(shown) and 'data-channel="government"' in said(shown)
    )
    assert TITLE in said(visitor.get("/notices/"))
    assert TITLE in said(visitor.get("/"))
    feed = ElementTree.fromstring(visitor.get("/feeds/notices.atom").content)
    entry = feed.find(f"{ATOM}entry")
    assert entry.find(f"{ATOM}title").text == TITLE
    assert entry.find(f"{ATOM}category").attrib["term"] == "government"

    # The same notice in English: translated sentence by sentence, approved like every other word.
    missing = visitor.get(f"/en/notices/{notice.slug}/")
    assert missing.status_code == 404 and f'href="/notices/{notice.slug}/"' in said(missing)
    with immediately():
        author.post(reverse("notices:translate", args=[notice.pk, "en"]))
    english = NoticePage.objects.get(translation_key=notice.translation_key, locale__language_code="en")
    assert author.get(reverse("wagtailadmin_pages:edit", args=[english.pk])).status_code == 200
    refused = author.post(reverse("notices:submit", args=[english.pk]))
    assert refused.status_code == 403 and "訳していない" in said(refused)
    translate_sentences(author, english)
    with immediately():
        assert author.post(reverse("notices:submit", args=[english.pk])).status_code == 302
    english.refresh_from_db()
    assert visitor.get(f"/en/notices/{notice.slug}/").status_code == 404
    assert approve(author, english).status_code == 403
    with immediately():
        assert approve(approver, english).status_code == 302
    shown = visitor.get(f"/en/notices/{notice.slug}/")
    assert shown.status_code == 200
    assert ENGLISH[TITLE] in html.unescape(said(shown))
    assert ENGLISH[TITLE] in html.unescape(said(visitor.get("/en/")))
    assert f'hreflang="en" href="/en/notices/{notice.slug}/"' in said(visitor.get(f"/notices/{notice.slug}/"))


ENGLISH = {
    TITLE: "Introduction to the citizens' rooms",
    "会議室の使い方をご説明します。": "We explain how to use the rooms.",
    "日時": "Date and time",
    "12月12日(土) 10時から": "Saturday, 12 December, from 10 a.m.",
}


def translate_sentences(client, page):
    """What the translator's screen sends, sentence by sentence."""
    translation = Translation.objects.get(
        source__object_id=page.translation_key, target_locale=Locale.objects.get(language_code="en")
    )
    for segment in StringSegment.objects.filter(source=translation.source).select_related("string"):
        url = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
        body = urlencode({"value": ENGLISH[segment.string.data]})
        response = client.put(url, body, content_type="application/x-www-form-urlencoded")
        assert response.status_code in (200, 201)


def test_the_operators_own_channel_is_the_operators(town, client_as, frozen, immediately):
    """管理者からのお知らせ: the operator speaks; the administration's publishers cannot."""
    frozen("2026-11-22 09:00+09:00")
    operator = town.body("sns-operator")
    with immediately():
        notice = write(
            client_as("npo_author"),
            town,
            title="メンテナンスのお知らせ",
            channel="operator",
            department=operator.pk,
            **{"action-submit-notice": "1"},
        )
    refused = approve(client_as("pr_approver"), notice)
    assert refused.status_code == 403 and "管理者からのお知らせの発行" in said(refused)
    assert approve(client_as("npo_approver"), notice).status_code == 302
    shown = said(Client().get(f"/notices/{notice.slug}/"))
    assert 'data-channel="operator"' in shown and "管理者からのお知らせ" in shown


def test_a_withdrawn_notice_says_so_at_its_address(town, client_as, frozen):
    frozen("2026-11-22 09:00+09:00")
    author, approver = client_as("pr_author"), client_as("pr_approver")
    notice = write(author, town, **{"action-submit-notice": "1"})
    approve(approver, notice)
    url = reverse("notices:withdraw", args=[notice.pk])
    assert author.post(url, {"withdraw-reason": ""}).status_code == 422
    assert client_as("npo_approver").post(url, {"withdraw-reason": "まちがいです。"}).status_code == 403
    assert approver.post(url, {"withdraw-reason": "会場が変わったため取り下げます。"}).status_code == 302
    gone = Client().get(f"/notices/{notice.slug}/")
    assert gone.status_code == 410
    assert "取り下げ" in said(gone) and "会場が変わったため" in said(gone) and "12月12日" not in said(gone)
    assert TITLE not in said(Client().get("/notices/"))
    assert TITLE not in said(Client().get("/feeds/notices.atom"))
