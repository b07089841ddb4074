"""The demo town tells its story once."""

import re

import pytest
from django.test import Client

from home import seeds
from home.notices.pages import NoticePage
from home.pages import HandbookPage, StandardPage

pytestmark = pytest.mark.django_db
TAGS = re.compile(r"<[^>]*>")


def test_the_town_has_notices_in_every_status_and_three_languages(seeded):
    by_status = set(NoticePage.objects.values_list("status", flat=True))
    assert by_status == {"draft", "in_review", "scheduled", "published", "archived", "withdrawn"}
    assert NoticePage.objects.in_language("en").current().count() == 3
    assert NoticePage.objects.in_language("ja-simple").current().count() == 3
    assert NoticePage.objects.current().filter(channel="operator").count() >= 3
    assert StandardPage.objects.filter(locale__language_code="ja").live().count() == 4
    assert HandbookPage.objects.live().count() == 4
    assert not [n.title for n in NoticePage.objects.all() if n.status and not n.steps.exists()]


def test_seeding_again_changes_nothing(seeded):
    before = list(NoticePage.objects.order_by("pk").values_list("pk", "status", "latest_revision"))
    seeds.seed(seeded)
    assert list(NoticePage.objects.order_by("pk").values_list("pk", "status", "latest_revision")) == before


def test_every_seeded_page_opens(seeded):
    client = Client()
    for page in [*NoticePage.objects.live(), *StandardPage.objects.live(), *HandbookPage.objects.live()]:
        assert client.get(page.get_url()).status_code == 200, page
    assert client.get("/notices/notice-koryukai/").status_code == 410
    corrected = client.get("/notices/notice-sogokeikaku/").content.decode()
    assert "川辺中学校体育館" in corrected and "川辺公民館" not in corrected and "会場に誤り" in corrected


def test_a_larger_town_has_more_notices_with_the_same_history(seeded):
    before = NoticePage.objects.current().count()
    added = seeds.bulk(seeded, 2)
    assert NoticePage.objects.current().count() == before + added == before + 10
    assert (seeds.bulk(seeded, 2), seeds.bulk(seeded, 1)) == (0, 0)
    again = NoticePage.objects.get(slug="notice-kohoshi-2")
    first = NoticePage.objects.get(slug="notice-kohoshi")
    assert [s.verb for s in again.steps.order_by("pk")] == [s.verb for s in first.steps.order_by("pk")]
