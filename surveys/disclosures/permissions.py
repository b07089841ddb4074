"""Who may hand over, look and erase."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.roles.holdings import belongs
from surveys.envelopes.permissions import can_answer
from surveys.envelopes.sheets import NO_MORE_ANSWERS
from surveys.surveys.models import Anonymity, Survey


def can_hand_over(survey: Survey, ticket: str) -> Decision:
    """The holder of an unused ticket, in a survey that said from the start that it asks for names."""
    return _asks_for_names(survey) and can_answer(survey, ticket)


def can_read_disclosures(by: Acting, survey: Survey) -> Decision:
    """The sponsor alone, and only once no more answers are taken."""
    return _asks_for_names(survey) and _acts_for_sponsor(by, survey) and _is_over(survey)


def can_erase_disclosures(by: Acting, survey: Survey) -> Decision:
    return can_read_disclosures(by, survey)


def _asks_for_names(survey: Survey) -> Decision:
    if survey.anonymity == Anonymity.NAMED:
        return True
    return Denied(_("This survey asks for no names."))


def _acts_for_sponsor(by: Acting, survey: Survey) -> Decision:
    if by.body is not None and by.body.pk == survey.sponsor_id:
        return belongs(by)
    return Denied(
        _("Only the sponsor of this survey may do this."),
        _("The sponsor is “%(body)s”.") % {"body": survey.sponsor},
    )


def _is_over(survey: Survey) -> Decision:
    if survey.status in NO_MORE_ANSWERS:
        return True
    return Denied(_("The records are sealed until the survey is closed."))
