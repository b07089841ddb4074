"""The tree of the site: one front page per language, and the pages every town has below it.

``build`` runs after every migrate, before seeds and in tests; running it again changes nothing.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext
from wagtail.models import Locale, Page, Site

from communities.pages import INDEX_SLUG, CommunityIndexPage
from portal.foundation.pages import BasePage

from .notices.listing import NoticeIndexPage
from .pages import HandbookIndexPage, HomePage

SITE_NAME = "参画"
ROOT_NAME = "サイト"


def _sections() -> list[tuple[type[BasePage], str, Any]]:
    """Lists that stand directly below the front page: page type, slug, title in the language of the day."""
    return [
        (NoticeIndexPage, "notices", lambda: gettext("Notices")),
        (CommunityIndexPage, INDEX_SLUG, lambda: gettext("Communities")),
        (HandbookIndexPage, "handbook", lambda: gettext("Handbook: questions and answers")),
    ]


@transaction.atomic
def build(**kwargs: Any) -> HomePage:
    """See that languages, front pages, lists and the default site exist."""
    home = _front_page()
    _default_site(home)
    for page_type, slug, title in _sections():
        _below(home, page_type, slug, title)
    for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES:
        locale, _created = Locale.objects.get_or_create(language_code=code)
        if code != settings.LANGUAGE_CODE:
            _translate_tree(home, locale)
    return home


def _front_page() -> HomePage:
    locale, _created = Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    found = HomePage.objects.filter(locale=locale).first()
    if found is not None:
        return found
    root = Page.get_first_root_node() or Page.add_root(title=ROOT_NAME, slug="root", locale=locale)
    Page.objects.filter(pk=root.pk).update(title=ROOT_NAME, draft_title=ROOT_NAME)  # Wagtail says "Root"
    return _publish(root, HomePage(title=SITE_NAME, slug="front", locale=locale))


def _default_site(home: HomePage) -> None:
    """Wagtail's welcome page gives way to ours."""
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        Site.objects.create(
            hostname="localhost", port=80, site_name=SITE_NAME, is_default_site=True, root_page=home
        )
    elif site.root_page_id != home.pk:
        welcome = site.root_page
        site.root_page = home
        site.site_name = SITE_NAME
        site.save()
        if welcome.specific_class is Page and not welcome.is_root():
            welcome.delete()
    Site.clear_site_root_paths_cache()


def _below(home: HomePage, page_type: type[BasePage], slug: str, title: Any) -> None:
    if page_type.objects.child_of(home).exists():
        return
    with translation.override(home.locale.language_code):
        home.refresh_from_db()
        _publish(home, page_type(title=title(), slug=slug, locale=home.locale))


def _translate_tree(home: HomePage, locale: Locale) -> None:
    """The same front page and lists in another language; the lists' own words come from the catalogue."""
    other = home.get_translation_or_none(locale) or home.copy_for_translation(locale)
    with translation.override(locale.language_code):
        _make_live(other, gettext(SITE_NAME))
        for page_type, slug, title in _sections():
            original = page_type.objects.child_of(home).get(slug=slug)
            if original.get_translation_or_none(locale) is None:
                _make_live(original.copy_for_translation(locale), title())


def _publish(parent: Page, page: BasePage) -> Any:
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def _make_live(page: Any, title: str) -> None:
    if page.live:
        return
    page.title = page.draft_title = title
    page.save_revision().publish()
