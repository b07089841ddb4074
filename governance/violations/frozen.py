"""A post as it stood at one moment: text, author, place, and a hash over all of them. Never changed afterwards."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.db import models

from portal.foundation import clock
from portal.foundation.models import Uuid
from portal.foundation.sealing import NOBODY, SealedTextField


class FrozenPost(Uuid):
    """What a case or a claim rests on, whatever happens to the post; the database refuses every change, too."""

    content = SealedTextField(purpose="governance.violation_evidence", given_by=NOBODY)
    earlier = SealedTextField(purpose="governance.violation_evidence", given_by=NOBODY)
    author_name = SealedTextField(purpose="governance.violation_evidence", given_by=NOBODY)
    place = models.CharField(max_length=80)
    topic = models.CharField(max_length=120)
    written_at = models.DateTimeField()
    frozen_at = models.DateTimeField(default=clock.now)
    digest = models.CharField(max_length=64)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.digest[:12]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("Frozen evidence is never changed.")
        super().save(*args, **kwargs)

    def is_whole(self, content: str, author: str) -> bool:
        """Are these still the words, the author, the place and the moment that were frozen?"""
        return self.digest == fingerprint(content, author, self.place, self.written_at)


def frozen(post: Any) -> dict[str, Any]:
    """The post as it stands now, and what it said before."""
    return {
        "content": post.body,
        "earlier": "\n――――\n".join(revision.body.carried() for revision in post.revisions.all()),
        "author_name": post.name,
        "place": post.forum.title,
        "topic": post.thread.title,
        "written_at": post.written_at,
        "frozen_at": clock.now(),
        "digest": fingerprint(post.body, post.name, post.forum.title, post.written_at),
    }


def fingerprint(content: str, author: str, place: str, written_at: Any) -> str:
    """SHA-256 over the frozen post, so that anybody can tell it was not altered."""
    parts = [content, author, place, int(written_at.timestamp())]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()
