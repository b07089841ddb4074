"""Third-party files, read where the environment says they are; a test without them is skipped with a reason."""

import os
from pathlib import Path

import pytest


def realdata(*parts: str) -> Path:
    folder = os.environ.get("REALDATA")
    found = Path(folder, *parts) if folder else None
    if found is None or not found.exists():
        pytest.skip(f"REALDATA names no folder that holds {'/'.join(parts)}")
    return found
