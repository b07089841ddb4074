"""The index: what can be found, for whom, by which tokens."""

from __future__ import annotations

from django.db import models

from portal.foundation.privacy import NoPersonalData, Open, PersonalData


class Entry(models.Model):
    """One findable passage of one noun. A copy of what the noun shows; never the place to read rights from.

    ``audience`` bounds who may find it (0 all, −1 logged in, +forum its members); each hit is then confirmed by
    the noun itself. PostgreSQL keeps a ``vector`` column beside it, SQLite a full-text table; both follow by trigger.
    """

    kind = models.CharField(max_length=20)
    object_id = models.CharField(max_length=40)
    place = models.CharField(max_length=40, blank=True)  # where in the object: the article of a rule
    passage = models.PositiveSmallIntegerField(default=0)
    audience = models.BigIntegerField()
    locale = models.CharField(
        max_length=10, blank=True
    )  # empty: one page for all languages, written in Japanese
    created_at = models.DateTimeField()
    title = models.CharField(max_length=300)
    reading = models.CharField(max_length=600, blank=True)
    text = models.TextField(blank=True)
    url = models.CharField(max_length=500)
    label = models.CharField(max_length=40, blank=True)
    tokens = models.TextField()

    personal_data = PersonalData(
        controller="city",
        purpose="Finding what one may read anyway.",
        fields=("title", "text", "tokens"),
        open={"title": Open.PUBLIC, "text": Open.PUBLIC, "tokens": Open.PUBLIC},
        retention="As long as the noun shows it; a change is followed within a minute.",
        on_erasure="Follows the noun.",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id", "place", "passage"], name="entry_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.title}"


class IndexState(models.Model):
    """Up to where the index has read the ledger, and with which dictionary its tokens were made."""

    ledger_seen = models.JSONField(default=list)  # newest ids; lines may be committed out of order
    pages_seen = models.BigIntegerField(default=0)
    dictionary = models.CharField(max_length=60, blank=True)

    personal_data = NoPersonalData

    def __str__(self) -> str:
        return self.dictionary
