"""News: written in the transaction of the act, delivered after it as notification and mail."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import structlog
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
log = structlog.get_logger(__name__)


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
    # Robust: where the broker is down the act stands, and the timetable delivers a minute later.
    transaction.on_commit(lambda: async_task("portal.foundation.tasks.deliver"), robust=True)


def words(message: OutboxMessage, recipient: Any, *, with_address: bool = True) -> tuple[str, str]:
    """(subject, body) of one piece of news in the reader's language; a mail needs the page's address in it."""
    room, _, past_tense = message.kind.partition(".")
    with translation.override(getattr(recipient, "preferred_language", "") or settings.LANGUAGE_CODE):
        text = render_to_string(
            f"{room}/mail/{past_tense}.txt",
            {
                **message.context,
                "url": settings.WAGTAILADMIN_BASE_URL + message.url if message.url and with_address else "",
                "recipient": recipient,
                "town_name": settings.TOWN_NAME,
                "demo": settings.DEMO,
            },
        )
    subject, _, body = text.strip().partition("\n")
    return subject.strip(), body.strip()


def deliver(limit: int = 200) -> int:
    """Send what is waiting; a failure is tried again by a later run, up to five times. Returns how many went out."""
    waiting = OutboxMessage.objects.filter(delivered_at__isnull=True, attempts__lt=MAX_ATTEMPTS)
    ids = list(waiting.order_by("attempts", "id").values_list("id", flat=True)[:limit])
    return sum(_deliver(pk) for pk in ids)


@transaction.atomic
def _deliver(pk: int) -> bool:
    """Send one message if nobody else is at it."""
    rows = OutboxMessage.objects.select_for_update(
        skip_locked=connection.features.has_select_for_update_skip_locked
    )
    message = rows.filter(pk=pk, delivered_at__isnull=True).first()
    if message is None:
        return False
    message.attempts += 1
    try:
        _send(message)
        message.delivered_at = clock.now()
    except Exception:
        # A relay that is down, or words that do not render: the news stays and a later run tries again.
        log.exception("news not delivered", message_id=message.pk, kind=message.kind)
    message.save(update_fields=["attempts", "delivered_at"])
    return message.delivered_at is not None


def _send(message: OutboxMessage) -> None:
    recipient = get_user_model().objects.filter(pk=message.recipient_id, is_active=True).first()
    if recipient is None or not getattr(recipient, "wants_mail", True):
        return
    subject, body = words(message, recipient)
    EmailMessage(subject, body, settings.DEFAULT_FROM_EMAIL, [recipient.email]).send()
