"""The static copy of the light page: what remains when the application or its database stands still.

The roof writes it because it must be reached under every address the portal has. It is laid out so that any
static server may take the folder as its root: ``/`` and ``/emergency/`` answer in each language.

Beside it lies the banner of every page, for the process that takes answers and may read no table of the town.
"""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest
from django.utils import translation
from django.utils.functional import SimpleLazyObject

from disaster import light
from disaster.context import emergency

FILES = {
    "ja": ("index.html", "emergency/index.html"),
    "en": ("en.html", "en/index.html", "en/emergency/index.html"),
    "ja-simple": ("ja-simple.html", "ja-simple/index.html", "ja-simple/emergency/index.html"),
}
BANNER = "banner.json"


def write() -> list[Path]:
    """Write page and banner in every language; a reader sees the old file or the new one, never half of one."""
    content, banners = {}, {}
    for language, names in FILES.items():
        content |= dict.fromkeys(names, light.render(language).encode())
        with translation.override(language):
            banners[language] = emergency()
    content[BANNER] = json.dumps(banners, cls=DjangoJSONEncoder, ensure_ascii=False).encode()
    for name, written in content.items():
        _replace(Path(settings.SNAPSHOT_DIR) / name, written)
    return [Path(settings.SNAPSHOT_DIR) / name for name in content]


def banner(request: HttpRequest) -> dict[str, Any]:
    """For a layout that may ask no table: the banner as it was last written, and nothing where none can be read."""
    return {"emergency": SimpleLazyObject(_written_banner)}


def _written_banner() -> dict[str, Any] | None:
    try:
        banners = json.loads((Path(settings.SNAPSHOT_DIR) / BANNER).read_bytes())
    except (OSError, ValueError):
        return None
    return banners.get(translation.get_language())


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
