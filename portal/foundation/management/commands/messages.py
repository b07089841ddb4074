"""Message catalogues without system gettext: extract, merge, compile (Babel does the work)."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation.reloader import translation_file_changed
from django.utils.translation.template import templatize

ROOMS = ("portal", "residents", "disaster", "communities", "surveys", "governance", "home", "search")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


def found_messages() -> Iterator[tuple[str, int, Any, str | None]]:
    """(file, line, message, context) of every string of the project's Python and templates."""
    base = Path(settings.BASE_DIR)
    files = [path for room in ROOMS for path in sorted((base / room).rglob("*.py"))]
    files += sorted((base / "templates").rglob("*.html")) + sorted((base / "templates").rglob("*.txt"))
    for path in files:
        if "migrations" in path.parts:
            continue
        text = path.read_text(encoding="utf-8")
        if path.suffix != ".py":
            text = as_python(text, origin=str(path))
        rows = extract("python", io.BytesIO(text.encode()), KEYWORDS, ("Translators:",), {})
        for line, message, _comments, context in rows:
            yield str(path.relative_to(base)), line, message, context


def as_python(template: str, *, origin: str) -> str:
    """What a template says to be translated, as Python that any indentation of HTML cannot upset."""
    return "\n".join(line.strip() for line in templatize(template, origin=origin).splitlines())


def template_catalog() -> Catalog:
    """All strings of the project, without translations."""
    catalog = Catalog(
        charset="utf-8", project="Sankaku", version="1", copyright_holder="Sankaku contributors"
    )
    for filename, _line, message, context in found_messages():
        if message and message != "":
            catalog.add(message, locations=[(filename, 0)], context=context)
    return catalog


def catalogue_path(language: str = "ja") -> Path:
    return Path(settings.BASE_DIR) / "locale" / language / "LC_MESSAGES" / "django.po"


def read_catalogue(path: Path, language: str = "ja") -> Catalog:
    if not path.exists():
        return Catalog(locale=language, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language)


def compile_all() -> list[Path]:
    """Write the .mo beside every .po that is newer; what this process had loaded before is forgotten."""
    written = []
    for po in (Path(settings.BASE_DIR) / "locale").rglob("*.po"):
        mo = po.with_suffix(".mo")
        if mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime:
            continue
        with po.open("rb") as source, mo.open("wb") as target:
            write_mo(target, read_po(source), use_fuzzy=False)
        translation_file_changed(None, mo)
        written.append(mo)
    return written


def gaps(catalog: Catalog) -> list[str]:
    """Message ids without a complete translation."""
    found = []
    for message in catalog:
        if not message.id:
            continue
        words = message.string if isinstance(message.string, tuple | list) else (message.string,)
        if not all(words) or message.fuzzy:
            found.append(message.id if isinstance(message.id, str) else message.id[0])
    return found


class Command(BaseCommand):
    help = "Merge the project's strings into locale/ja (default), or only --compile, or --check for gaps."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--compile", action="store_true")
        parser.add_argument("--check", action="store_true")
        parser.add_argument("--add", action="append", default=[], help="JSON file {msgid: translation}")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["compile"] and not options["check"]:
            self._merge(options["add"])
        if options["check"]:
            self._check()
        for path in compile_all():
            self.stdout.write(f"compiled {path.relative_to(settings.BASE_DIR)}")

    def _merge(self, additions: list[str]) -> None:
        path = catalogue_path()
        catalog = read_catalogue(path)
        catalog.update(template_catalog(), no_fuzzy_matching=True)
        for name in additions:
            words = json.loads(Path(name).read_text(encoding="utf-8"))
            for message in catalog:
                key = message.id[0] if isinstance(message.id, tuple | list) else message.id
                if key in words and not any(message.string or ()):
                    word = words[key]
                    plural = isinstance(message.id, tuple | list)
                    message.string = (
                        (word if isinstance(word, str) else word[0],)
                        if plural
                        else (word if isinstance(word, str) else word[0])
                    )
        catalog.obsolete.clear()
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(file, catalog, width=100, sort_output=True, no_location=True, omit_header=False)
        self.stdout.write(f"{len(gaps(catalog))} strings without translation")

    def _check(self) -> None:
        catalog = read_catalogue(catalogue_path())
        known = {(message.id if isinstance(message.id, str) else message.id[0]) for message in catalog}
        for message in template_catalog():
            key = message.id if isinstance(message.id, str) else message.id[0]
            if key and key not in known:
                raise CommandError(f"not in the catalogue (run make messages): {key!r}")
        missing = gaps(catalog)
        if missing:
            raise CommandError(f"{len(missing)} strings have no Japanese: {missing[:5]}")
        self.stdout.write("the Japanese catalogue has no gaps")
