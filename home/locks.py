"""A page somebody keeps locked in the editor goes to a colleague when they leave (人事異動).

Wagtail lets nobody but whoever locked a page, or an administrator, edit or unlock it: without this a page
would stay shut with a person who is gone.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from home.notices.pages import NoticePage
from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.standing import Standing

PROVIDER = "home.locks"


def standing_with(person: Any, body: Any) -> list[Standing]:
    """Notices of this department; a page of the whole portal with the last body the person belongs to."""
    locked = Page.objects.filter(locked=True, locked_by=person)
    theirs = Q(pk__in=NoticePage.objects.filter(department=body).values("pk"))
    if not person.memberships.in_force().exclude(body=body).exists():
        theirs |= ~Q(pk__in=NoticePage.objects.filter(department__isnull=False).values("pk"))
    return [
        Standing(
            PROVIDER,
            str(page.pk),
            _("Page locked in the editor"),
            page.draft_title or page.title,
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
        )
        for page in locked.filter(theirs).order_by("pk")
    ]


@transaction.atomic
def pass_on(pk: str, *, to: Any, by: Acting) -> None:
    """The colleague keeps it locked, edits it, and opens it when it is done."""
    page = Page.objects.select_for_update().get(pk=pk)
    page.locked_by, page.locked_at = to, clock.now()
    page.save(update_fields=["locked_by", "locked_at"])
    audit.record("home.page.lock_handed_over", by=by, target=page)
