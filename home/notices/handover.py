"""Drafts of notices go to a colleague when their author leaves the department (人事異動)."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.foundation import audit
from portal.foundation.acting import Acting
from portal.foundation.standing import Standing

from .pages import NoticePage

PROVIDER = "home.notices.handover"


def standing_with(person: Any, body: Any) -> list[Standing]:
    """Notices of this department that the person began and nobody has published yet."""
    mine = NoticePage.objects.filter(owner=person, department=body).in_work()
    return [
        Standing(
            PROVIDER,
            str(notice.pk),
            _("Notice in work"),
            notice.draft_title or notice.title,
            reverse("wagtailadmin_pages:edit", args=[notice.pk]),
        )
        for notice in mine.order_by("pk")
    ]


@transaction.atomic
def pass_on(pk: str, *, to: Any, by: Acting) -> None:
    """The colleague answers for it now, and counts as an author: they do not approve it themselves."""
    notice = NoticePage.objects.select_for_update(of=("self",)).get(pk=pk)
    NoticePage.objects.filter(pk=notice.pk).update(owner=to)
    audit.record("home.notice.handed_over", by=by, target=notice)
