"""News: written in the transaction of the act, delivered after it as notification and mail."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.db import connection, transaction
from django.template.loader import render_to_string
from django.utils import translation
from django_q.tasks import async_task

from . import clock
from .models import OutboxMessage

MAX_ATTEMPTS = 5


def post(
    kind: str,
    recipients: Iterable[Any],
    *,
    url: str = "",
    context: dict[str, Any] | None = None,
    once: str = "",
) -> None:
    """Leave one row of news per recipient. ``once`` makes a repeat of the same news harmless.

    ``kind`` is ``<room>.<past_tense>``; its words stand in ``<room>/mail/<past_tense>.txt``.
    """
    people = {str(person.pk): person for person in recipients}
    if not people:
        return
    rows = [
        OutboxMessage(
            kind=kind,
            recipient_id=pk,
            url=url,
            context=context or {},
            once=f"{once}:{pk}" if once else None,
            at=clock.now(),
        )
        for pk in people
    ]
    OutboxMessage.objects.bulk_create(rows, ignore_conflicts=bool(once))
    transaction.on_commit(lambda: async_task("portal.foundation.tasks.deliver"))


def words(message: OutboxMessage, recipient: Any) -> tuple[str, str]:
    """(subject, body) of one piece of news in the reader's language."""
    room, _, past_tense = message.kind.partition(".")
    with translation.override(getattr(recipient, "preferred_language", "") or settings.LANGUAGE_CODE):
        text = render_to_string(
            f"{room}/mail/{past_tense}.txt",
            {
                **message.context,
                "url": settings.WAGTAILADMIN_BASE_URL + message.url if message.url else "",
                "recipient": recipient,
                "town_name": settings.TOWN_NAME,
                "demo": settings.DEMO,
            },
        )
    subject, _, body = text.strip().partition("\n")
    return subject.strip(), body.strip()


def deliver(limit: int = 200) -> int:
    """Send what is waiting; a failure is tried again up to five times. Returns how many went out."""
    sent = 0
    for _ in range(limit):
        if not _deliver_next():
            break
        sent += 1
    return sent


@transaction.atomic
def _deliver_next() -> bool:
    waiting = OutboxMessage.objects.filter(delivered_at__isnull=True, attempts__lt=MAX_ATTEMPTS)
    waiting = waiting.select_for_update(skip_locked=connection.features.has_select_for_update_skip_locked)
    message = waiting.order_by("attempts", "id").first()
    if message is None:
        return False
    message.attempts += 1
    message.save(update_fields=["attempts"])
    recipient = get_user_model().objects.filter(pk=message.recipient_id, is_active=True).first()
    if recipient is not None and recipient.email:
        subject, body = words(message, recipient)
        EmailMessage(subject, body, settings.DEFAULT_FROM_EMAIL, [recipient.email]).send()
    message.delivered_at = clock.now()
    message.save(update_fields=["delivered_at"])
    return True
