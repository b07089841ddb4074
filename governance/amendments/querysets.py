"""The words in which proposed amendments are looked for."""

from __future__ import annotations

from typing import Any

from django.db import models

from .lifecycle import AmendmentStatus


class AmendmentQuerySet(models.QuerySet):
    def open(self) -> AmendmentQuerySet:
        return self.filter(status=AmendmentStatus.PROPOSED)

    def visible_to(self, by: Any) -> AmendmentQuerySet:
        """What is proposed about a public rule is public; a withdrawn proposal stays readable."""
        return self.select_related("rule__enacted_by", "base", "version")
