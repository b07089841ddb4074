"""What is remembered between sending a resident to the app and their return; nothing of the resident."""

from __future__ import annotations

from django.db import models

from portal.foundation.privacy import NoPersonalData
from portal.foundation.sides import Side
from surveys.surveys.models import Survey


class AppLogin(models.Model):
    """One visit to the app on behalf of a survey; deleted the moment somebody comes back with its state.

    The state comes back in an address, so it alone proves nothing: the browser that left must also be the one that
    returns (`browser`, a digest of its cookie), and only we know `verifier` (PKCE, RFC 7636) and `nonce`.
    """

    state = models.CharField(max_length=64, primary_key=True)
    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="app_logins")
    browser = models.CharField(max_length=64)
    nonce = models.CharField(max_length=64)
    verifier = models.CharField(max_length=128)
    language = models.CharField(max_length=12)
    begun_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)

    side = Side.ISSUING
    personal_data = NoPersonalData

    def __str__(self) -> str:
        return f"{self.survey}"
