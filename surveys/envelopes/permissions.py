"""Who may prove themselves, and who may answer; an account plays no part in either."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.utils.timezone import make_aware
from django.utils.translation import gettext_lazy as _

from portal.foundation import clock
from portal.foundation.decisions import Decision, Denied
from surveys.certificates.permissions import may_verify
from surveys.surveys.models import Survey
from surveys.surveys.printed_forms import Answerable

from .challenge import digest
from .models import Ticket


def can_prove(survey: Survey) -> Decision:
    """May a certificate be presented for this survey now?"""
    if not survey.is_gated:
        return Denied(_("This survey needs no certificate."), _("You can answer at once."))
    return _is_collecting(survey) and may_verify(
        survey.verifying_body, survey.certificate_kind, clock.today()
    )


def can_draw_open_ticket(survey: Answerable) -> Decision:
    """May somebody begin to answer without proving anything?"""
    if survey.is_gated:
        return Denied(
            _("This survey can be answered only with a certificate."),
            _(
                "Being registered or a general monitor is not enough; please prove yourself with your card first."
            ),
        )
    return _is_collecting(survey)


def can_answer(survey: Answerable, ticket: str) -> Decision:
    """May the holder of this ticket answer? The ticket alone counts; who holds it is not asked."""
    if not (takes := is_still_open(survey)):
        return takes
    if Ticket.objects.filter(pool=survey.pool, digest=digest(ticket)).exists():
        return True
    if survey.is_gated:
        return Denied(
            _("Only the holder of an unused answer ticket can answer this survey."),
            _("Please prove yourself with your certificate first. A ticket works once."),
        )
    return Denied(
        _("This answer was already sent, or was not begun on this site."),
        _("If you already saw a receipt number, your answer has arrived."),
    )


def is_still_open(survey: Answerable) -> Decision:
    """Is the survey open, or are those who began in time still inside the minutes they were promised?"""
    if not survey.is_collecting:
        return _not_collecting(survey)
    grace = timedelta(minutes=survey.grace_minutes)
    return True if clock.now() <= last_moment(survey) + grace else _over()


def last_moment(survey: Answerable) -> datetime:
    """Midnight at the end of the last day, in the town's time."""
    return make_aware(datetime.combine(survey.closes_on, time.max))


def _is_collecting(survey: Answerable) -> Decision:
    if not survey.is_collecting:
        return _not_collecting(survey)
    return True if clock.now() <= last_moment(survey) else _over()


def _not_collecting(survey: Answerable) -> Denied:
    return Denied(
        _("This survey takes no answers at present (%(status)s).") % {"status": survey.get_status_display()},
        _("The survey's page says when it was open and where the result will be."),
    )


def _over() -> Denied:
    return Denied(_("The time for answers is over."), _("The result will be published on the survey's page."))
