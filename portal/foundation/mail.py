"""The demo town keeps its mails instead of sending them."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from .models import KeptMail


class KeepingBackend(BaseEmailBackend):
    """A simulator of the mail relay: nothing leaves the building. Production refuses it."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        KeptMail.objects.bulk_create(
            KeptMail(to=", ".join(m.to), subject=str(m.subject)[:300], body=str(m.body))
            for m in email_messages
        )
        return len(email_messages)
