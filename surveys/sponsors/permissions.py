"""Who may ask to be a sponsor, and who answers."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.models import Body
from residents.roles.holdings import belongs, holds

from .lifecycle import SPONSOR
from .models import SurveySponsor


def can_apply_sponsor(by: Acting) -> Decision:
    return belongs(by) and _is_outside(by)


def can_approve_sponsor(by: Acting, sponsor: SurveySponsor) -> Decision:
    return _manages_the_system(by) and SPONSOR.allows("approve", sponsor.status)


def can_refuse_sponsor(by: Acting, sponsor: SurveySponsor) -> Decision:
    return _manages_the_system(by) and SPONSOR.allows("refuse", sponsor.status)


def can_suspend_sponsor(by: Acting, sponsor: SurveySponsor) -> Decision:
    return _manages_the_system(by) and SPONSOR.allows("suspend", sponsor.status)


def can_resume_sponsor(by: Acting, sponsor: SurveySponsor) -> Decision:
    return _manages_the_system(by) and SPONSOR.allows("resume", sponsor.status)


def is_eligible(body: Body, on: date) -> Decision:
    """May this outside body run surveys on that day?"""
    if SurveySponsor.objects.in_force(on).filter(body=body).exists():
        return True
    return Denied(
        _("“%(body)s” is not approved as a survey sponsor for this day.") % {"body": body},
        _("Outside bodies apply first; the city's system management body decides."),
    )


def _manages_the_system(by: Acting) -> Decision:
    return holds(by, "survey.survey_system_operation")


def _is_outside(by: Acting) -> Decision:
    if by.body.kind == Body.Kind.ORGANISATION:
        return True
    return Denied(
        _("Only outside bodies apply; units of the city hall act by the role table."),
        _("If your unit should run surveys, ask for a line in the role table."),
    )
