"""Write the one stylesheet (tokens in use, base, layout, components) and the one script of the portal."""

import re
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

ROOT = Path(settings.BASE_DIR)
TOKENS = ROOT / "static/vendor/design-tokens/tokens.css"
BASE = ROOT / "static/base.css"
LAYOUT = ROOT / "templates/layout/layout.css"
COMPONENTS = ROOT / "templates/components"
BEHAVIOURS = ROOT / "static/js"
STYLESHEET = ROOT / "static/portal.css"
SCRIPT = ROOT / "static/portal.js"

DECLARED = re.compile(r"^\s*(--[a-z0-9-]+):\s*(.+?);$", re.MULTILINE)
USED = re.compile(r"var\((--[a-z0-9-]+)")
NOTE = "/* Written by `manage.py build_css`; edit the parts instead. */\n"
LICENCE = "/* Tokens: Digital Agency Design System, MIT licence, see static/vendor/design-tokens. */\n"


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--check", action="store_true", help="only tell whether the files are current")

    def handle(self, *args: Any, **options: Any) -> None:
        for path, text in ((STYLESHEET, stylesheet()), (SCRIPT, script())):
            if not options["check"]:
                path.write_text(text)
                self.stdout.write(f"{path.relative_to(ROOT)}: {len(text.encode())} bytes")
            elif not path.exists() or path.read_text() != text:
                raise CommandError(f"{path.relative_to(ROOT)} is out of date: run `manage.py build_css`.")


def stylesheet() -> str:
    """The whole stylesheet as it should be committed."""
    parts = [BASE, LAYOUT, *sorted(COMPONENTS.glob("*/*.css"))]
    own = "\n".join(part.read_text().strip() + "\n" for part in parts)
    return NOTE + LICENCE + tokens_used_by(own) + "\n" + own


def script() -> str:
    """Every behaviour after the other; each wraps itself and waits for its data- attribute."""
    return NOTE + "\n".join(part.read_text().strip() + "\n" for part in sorted(BEHAVIOURS.glob("*.js")))


def tokens_used_by(css: str) -> str:
    """Only the vendored custom properties this CSS asks for, and those they refer to."""
    declared = dict(DECLARED.findall(TOKENS.read_text()))
    wanted: set[str] = set()
    asked = set(USED.findall(css)) & declared.keys()
    while asked - wanted:
        wanted |= asked
        asked = {name for known in wanted for name in USED.findall(declared[known])}
    lines = [f"  {name}: {value};" for name, value in declared.items() if name in wanted]
    return ":root {\n" + "\n".join(lines) + "\n}\n"
