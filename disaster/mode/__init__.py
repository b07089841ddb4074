"""The one switch everybody may read: ``from disaster import mode; mode.current().is_active``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .models import Mode


def current() -> Mode:
    """The mode the town is in now; one query."""
    from .models import Mode  # this module is also the package of the model it asks for

    return Mode.objects.current()
