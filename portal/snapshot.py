"""The static copy of the light page: what remains when the application or its database stands still.

The roof writes it because it must be reached under every address the portal has. It is laid out so that any
static server may take the folder as its root: ``/`` and ``/emergency/`` answer in each language.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from django.conf import settings

from disaster import light

FILES = {
    "ja": ("index.html", "emergency/index.html"),
    "en": ("en.html", "en/index.html", "en/emergency/index.html"),
    "ja-simple": ("ja-simple.html", "ja-simple/index.html", "ja-simple/emergency/index.html"),
}


def write() -> list[Path]:
    """Write the light page in every language; a reader sees the old file or the new one, never half of one."""
    written = []
    for language, names in FILES.items():
        page = light.render(language).encode()
        for name in names:
            path = Path(settings.SNAPSHOT_DIR) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            _replace(path, page)
            written.append(path)
    return written


def _replace(path: Path, content: bytes) -> None:
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
