"""The tree of the site stands in three languages, once."""

import pytest
from wagtail.models import Locale, Page, Site

from home import site
from home.models import HomePage, NoticeIndexPage

pytestmark = pytest.mark.django_db


def test_every_language_has_a_front_page_and_a_list_of_notices():
    assert set(Locale.objects.values_list("language_code", flat=True)) == {"ja", "en", "ja-simple"}
    assert HomePage.objects.live().count() == 3
    assert set(NoticeIndexPage.objects.live().values_list("slug", flat=True)) == {"notices"}
    assert NoticeIndexPage.objects.live().count() == 3


def test_building_again_changes_nothing():
    before = list(Page.objects.order_by("path").values_list("path", "url_path", "title", "live"))
    site.build()
    assert list(Page.objects.order_by("path").values_list("path", "url_path", "title", "live")) == before


def test_the_tree_of_pages_is_sound():
    assert Page.find_problems() == ([], [], [], [], [])


def test_the_default_site_opens_on_our_front_page():
    assert Site.objects.get(is_default_site=True).root_page.specific_class is HomePage
    assert not Page.objects.filter(title__startswith="Welcome").exists()
