"""Who may prove themselves by the app: whoever may prove themselves at all, where the town is registered."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from portal.foundation.decisions import Decision, Denied
from surveys.envelopes.permissions import can_prove
from surveys.surveys.models import Survey

from .provider import is_configured


def can_use_app(survey: Survey) -> Decision:
    return can_prove(survey) and _is_registered()


def _is_registered() -> Decision:
    if is_configured():
        return True
    return Denied(
        _("This town does not offer the Digital Authentication App."),
        _("Please prove yourself with your certificate, or at the counter."),
    )
