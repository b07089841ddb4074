"""The tree of the site stands in three languages, once."""

import pytest
from wagtail.models import Locale, Page, Site

from disaster.mode import actions as mode
from home import site
from home.models import HomePage, NoticeIndexPage
from tests.factories.disaster import SITUATION, bring_to

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


def test_the_front_page_gives_way_only_while_the_disaster_unit_wants_it(client, acting):
    """The mode itself says whether the front page is switched: a drill may rehearse it, recovery ends it."""
    by = acting("disaster_officer")
    is_light = lambda: "<form" not in client.get("/").content.decode()  # noqa: E731  it has no search field
    assert not is_light()
    mode.start_drill(by=by, **SITUATION)
    assert not is_light()
    mode.end_drill(by=by, ground="終わったため。")
    mode.start_drill(by=by, switches_front=True, **SITUATION)
    assert is_light()
    assert "<title>【訓練】" in client.get("/").content.decode()
    mode.end_drill(by=by, ground="終わったため。")
    assert not is_light()
    bring_to("active", by)
    assert is_light()
    mode.stand_down(by=by, ground="余震がおさまったため。")
    assert not is_light()


@pytest.mark.parametrize("path", ["/", "/en/", "/ja-simple/"])
def test_the_ordinary_front_page_stays_one_link_away(client, acting, path):
    bring_to("active", acting("disaster_officer"))
    light = client.get(path).content.decode()
    assert f'href="{path}?normal=1"' in light
    ordinary = client.get(f"{path}?normal=1").content.decode()
    assert f'href="{path}?normal=1"' not in ordinary
    assert "site-header" in ordinary
