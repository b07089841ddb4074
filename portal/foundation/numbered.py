"""Sealed words in rows whose number the database gives."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction

from .sealing import SealedTextField


class Numbered(models.Model):
    """A row with a number and sealed words: these are bound to the number, so they follow as soon as it is known."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        words = self._unsealed() if self.pk is None else {}
        if not words:
            super().save(*args, **kwargs)
            return
        with transaction.atomic(using=kwargs.get("using")):
            for name in words:
                setattr(self, name, b"")
            super().save(*args, **kwargs)
            for name, text in words.items():
                setattr(self, name, text)
            super().save(using=kwargs.get("using"), update_fields=list(words))

    def _unsealed(self) -> dict[str, str]:
        """What was written into this row and has not been sealed."""
        sealed = [field.attname for field in self._meta.concrete_fields if isinstance(field, SealedTextField)]
        return {name: text for name in sealed if (text := self.__dict__.get(name)) and isinstance(text, str)}
