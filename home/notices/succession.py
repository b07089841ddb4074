"""A department ends: what it had not published yet goes on under the unit that follows (組織改正)."""

from __future__ import annotations

from django.db import transaction

from portal.foundation import audit, clock
from portal.foundation.acting import CLOCK, Acting
from residents.bodies.successors import given_way
from residents.models import Body

from .pages import NoticePage


def follow_reorganisations() -> None:
    """Every morning; published notices keep the name of the department that spoke."""
    found = given_way(clock.today())
    for notice in NoticePage.objects.in_work().filter(department__in=found):
        follow(notice, found[notice.department_id], by=CLOCK)


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
