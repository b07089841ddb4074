"""What must happen to the screens when mode, notices or information change."""

from django.conf import settings
from django.db import transaction
from django_q.tasks import async_task

WRITER = getattr(settings, "SNAPSHOT_TASK", "portal.snapshot.write")  # the roof says who writes it


def changed() -> None:
    """Have the static copy of the light page written anew after commit."""
    transaction.on_commit(lambda: async_task(WRITER), robust=True)
