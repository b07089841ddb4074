"""What happens to notices by the clock. Idempotent; takes no objects."""

from datetime import timedelta

from portal.foundation import clock
from portal.foundation.acting import CLOCK
from residents.bodies.successors import given_way

from . import actions, notifications, succession
from .pages import NoticePage


def release_due() -> int:
    """Every minute: what was approved for this time becomes public."""
    due = list(NoticePage.objects.due_for_release(clock.now()))
    for notice in due:
        actions.release(notice)
    return len(due)


def archive_due() -> int:
    """Every morning: what was for yesterday leaves the front page."""
    due = list(NoticePage.objects.due_for_archive(clock.today()))
    for notice in due:
        actions.archive(notice)
    return len(due)


def announce_expiry() -> int:
    """Every morning: authors hear three days before."""
    soon = list(NoticePage.objects.expiring_on(clock.today() + timedelta(days=3)))
    for notice in soon:
        notifications.notice_expiring(notice, CLOCK)
    return len(soon)


def follow_reorganisations() -> None:
    """Every morning; published notices keep the name of the department that spoke."""
    found = given_way(clock.today())
    for notice in NoticePage.objects.in_work().filter(department__in=found):
        succession.follow(notice, found[notice.department_id], by=CLOCK)
