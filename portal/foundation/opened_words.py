"""Whose sealed words a look in the ledger opened."""

from __future__ import annotations

from django.db import models

from .privacy import Open, PersonalData


class OpenedWords(models.Model):
    """Whose words a look opened: leads from a person to a line of the ledger. Rows are only ever added."""

    entry_id = models.BigIntegerField()
    person_id = models.CharField(max_length=40)

    personal_data = PersonalData(
        controller="city",
        purpose="Everybody reads who opened what they gave under seal.",
        fields=("person_id",),
        open={"person_id": Open.ID},
        retention="Permanent, as the ledger.",
        on_erasure="The id stays and no longer leads to a name.",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person_id", "entry_id"], name="opened_words_once")]

    def __str__(self) -> str:
        return f"{self.entry_id}"
