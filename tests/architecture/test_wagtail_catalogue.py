"""An editor of the city never meets an English screen, a lost placeholder or a dead translation.

What must be translated is computed from the installed packages, so an upgrade of Wagtail that
brings new words fails here and names them.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import django
import pytest
import wagtail
import wagtail_localize
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from django.apps import apps
from django.conf import settings

OURS = Path(settings.BASE_DIR) / "locale" / "wagtail"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%s|\{\w*\}")
TAG = re.compile(r"<[a-z/][^>]*>")
EDITORS_MEET = {
    "wagtail",
    "wagtail.admin",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.sites",
    "wagtail.snippets",
    "wagtail.users",
    "wagtail_localize",
    "wagtail_localize.locales",
}
NOT_YET_COLLECTED_BY_WAGTAIL = {'You do not have permission to publish pages at "%(page_title)s"'}


def catalogue(path: Path) -> Catalog:
    if not path.exists():
        return Catalog(locale="ja")
    with path.open("rb") as file:
        return read_po(file)


def forms(text) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, tuple | list) else (text,)


def key(message: Message) -> tuple[str | None, str]:
    return message.context, forms(message.id)[0]


def words(found: Catalog) -> Iterator[Message]:
    return (message for message in found if message.id)


def translated(found: Catalog) -> dict[tuple[str | None, str], Message]:
    return {key(m): m for m in words(found) if not m.fuzzy and all(forms(m.string)) and m.string}


def installed() -> list[tuple[str, Path, str]]:
    """Application, its locale folder and the gettext domain, for every English catalogue in use."""
    return [
        (app.name, folder, domain)
        for app in apps.get_app_configs()
        if app.name.startswith("wagtail")
        for folder in [Path(app.path) / "locale"]
        for domain in ("django", "djangojs")
        if (folder / "en" / "LC_MESSAGES" / f"{domain}.po").exists()
    ]


def in_english(folder: Path, domain: str) -> Catalog:
    return catalogue(folder / "en" / "LC_MESSAGES" / f"{domain}.po")


def in_japanese(folder: Path, domain: str) -> Catalog:
    return catalogue(folder / "ja" / "LC_MESSAGES" / f"{domain}.po")


def ours(domain: str) -> dict[tuple[str | None, str], Message]:
    return translated(in_japanese(OURS, domain))


def test_every_application_an_editor_meets_is_looked_at():
    assert {name for name, _, _ in installed()} >= EDITORS_MEET


@pytest.mark.parametrize(("name", "folder", "domain"), installed(), ids=lambda value: str(value)[-24:])
def test_every_word_of_the_editors_screens_has_japanese(name, folder, domain):
    known = translated(in_japanese(folder, domain)) | ours(domain)
    missing = [forms(word.id)[0] for word in words(in_english(folder, domain)) if key(word) not in known]
    assert missing == []


@pytest.mark.parametrize(("name", "folder", "domain"), installed(), ids=lambda value: str(value)[-24:])
def test_translations_keep_the_placeholders_of_their_source(name, folder, domain):
    known = translated(in_japanese(folder, domain)) | ours(domain)
    lost = {
        forms(word.id)[-1]: japanese
        for word in words(in_english(folder, domain))
        for japanese in forms(known[key(word)].string if key(word) in known else ())
        if sorted(PLACEHOLDER.findall(japanese)) != sorted(PLACEHOLDER.findall(forms(word.id)[-1]))
    }
    assert lost == {}


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_our_translations_keep_the_markup_of_their_source(domain):
    broken = {
        forms(word.id)[-1]: japanese
        for word in ours(domain).values()
        for japanese in forms(word.string)
        if sorted(TAG.findall(japanese)) != sorted(TAG.findall(forms(word.id)[-1]))
    }
    assert broken == {}


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_our_catalogue_holds_no_word_wagtail_has_dropped(domain):
    homes = [Path(package.__file__).parent for package in (wagtail, wagtail_localize)]
    alive = {
        key(word)
        for home in homes
        for path in home.rglob(f"locale/en/LC_MESSAGES/{domain}.po")
        for word in words(catalogue(path))
    }
    dropped = {msgid for context, msgid in ours(domain) if (context, msgid) not in alive}
    assert dropped <= NOT_YET_COLLECTED_BY_WAGTAIL


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_our_catalogue_knows_one_plural_form(domain):
    assert in_japanese(OURS, domain).plural_forms == "nplurals=1; plural=0;"
    assert all(len(forms(word.string)) == 1 for word in ours(domain).values())


def test_just_now_is_recognised_by_the_words_django_uses_for_zero_minutes():
    """Wagtail shows "just now" only while its "0 minutes" equals the text of Django's timesince."""
    djangos = in_japanese(Path(django.__file__).parent / "conf" / "locale", "django")
    minutes = forms(djangos.get("%(num)d minute").string)[0] % {"num": 0}
    assert forms(ours("django")[None, "0 minutes"].string)[0] == minutes


def test_django_reads_our_catalogue_after_the_portals_own():
    paths = [Path(path) for path in settings.LOCALE_PATHS]
    assert paths.index(OURS) > paths.index(OURS.parent)
