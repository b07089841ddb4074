"""Why the words of a notice cannot be written just now, in Wagtail's own way of saying it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.locks import BaseLock

from .lifecycle import NOTICE


class NoticeLock(BaseLock):
    """Words that somebody is deciding about, or that are settled, stay as they are."""

    def for_user(self, user: Any) -> bool:
        return True

    def get_message(self, user: Any) -> Any:
        status = NOTICE.label(self.object.status)
        return _("The words cannot be changed while the status is “%(status)s”.") % {"status": status}

    get_description = get_message

    def get_locked_by(self, user: Any) -> Any:
        return NOTICE.label(self.object.status)
