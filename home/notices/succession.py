"""A department ends: what it had not published yet goes on under the unit that follows (組織改正)."""

from __future__ import annotations

from django.db import transaction

from portal.foundation import audit
from portal.foundation.acting import Acting
from residents.models import Body

from .pages import NoticePage


@transaction.atomic
def follow(notice: NoticePage, successor: Body, *, by: Acting) -> NoticePage:
    """Not a word changes: only who speaks, on the page and in its latest draft."""
    NoticePage.objects.filter(pk=notice.pk).update(department=successor)
    latest = notice.latest_revision
    if latest is not None:
        latest.content["department"] = successor.pk
        latest.save(update_fields=["content"])
    audit.record("home.notice.followed", by=by, target=notice)
    return notice
