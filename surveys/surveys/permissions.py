"""Who may do what with a survey (domain 6.3, M8); every no says why."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.models import Body
from residents.roles.holdings import belongs, holds
from surveys.sponsors.permissions import is_eligible

from . import requirements
from .lifecycle import SURVEY
from .models import Survey

AUTHORING = ("plan", "design", "submit")


def can_plan_survey(by: Acting) -> Decision:
    return belongs(by) and _may_sponsor(by)


def can_design_survey(by: Acting, survey: Survey) -> Decision:
    part = holds(by, "survey.form_entry") or _acts_for_sponsor(by, survey)
    return part and SURVEY.allows("design", survey.status)


def can_submit_survey(by: Acting, survey: Survey) -> Decision:
    return (
        _acts_for_sponsor(by, survey) and SURVEY.allows("submit", survey.status) and _form_is_complete(survey)
    )


def can_send_back_survey(by: Acting, survey: Survey) -> Decision:
    return holds(by, "survey.content_approval") and SURVEY.allows("send_back", survey.status)


def can_approve_survey(by: Acting, survey: Survey) -> Decision:
    return (
        holds(by, "survey.content_approval")
        and _is_not_the_author(by, survey)
        and SURVEY.allows("approve", survey.status)
    )


def can_permit_survey(by: Acting, survey: Survey) -> Decision:
    return (
        holds(by, "survey.survey_system_operation")
        and _is_not_the_author(by, survey)
        and SURVEY.allows("permit", survey.status)
    )


def can_open_survey(by: Acting, survey: Survey) -> Decision:
    return (
        _acts_for_sponsor(by, survey) and SURVEY.allows("open", survey.status) and _nothing_is_missing(survey)
    )


def can_suspend_survey(by: Acting, survey: Survey) -> Decision:
    return _acts_for_sponsor_or_system(by, survey) and SURVEY.allows("suspend", survey.status)


def can_resume_survey(by: Acting, survey: Survey) -> Decision:
    return _acts_for_sponsor_or_system(by, survey) and SURVEY.allows("resume", survey.status)


def can_extend_survey(by: Acting, survey: Survey) -> Decision:
    return _acts_for_sponsor(by, survey) and SURVEY.allows("extend", survey.status)


def can_close_survey(by: Acting, survey: Survey) -> Decision:
    if by.is_clock:
        return _time_is_over(survey) and SURVEY.allows("close", survey.status)
    return _acts_for_sponsor(by, survey) and SURVEY.allows("close", survey.status)


def can_tally_survey(by: Acting, survey: Survey) -> Decision:
    """Counted only after the closing; before that the program opens no sealed answer for anybody."""
    return acts_for_sponsor_or_tally(by, survey) and SURVEY.allows("tally", survey.status)


def can_publish_survey(by: Acting, survey: Survey) -> Decision:
    part = holds(by, "survey.content_approval") or _acts_for_sponsor(by, survey)
    return part and SURVEY.allows("publish", survey.status)


def can_cancel_survey(by: Acting, survey: Survey) -> Decision:
    return _acts_for_sponsor(by, survey) and SURVEY.allows("cancel", survey.status)


def can_read_survey_desk(by: Acting, survey: Survey) -> Decision:
    """The working page: for the sponsor and for everybody with a part in the division of roles."""
    return (
        _acts_for_sponsor(by, survey)
        or holds(by, "survey.form_entry")
        or holds(by, "survey.content_approval")
        or holds(by, "survey.survey_system_operation")
        or holds(by, "survey.tally")
        or _has_no_part(survey)
    )


def _may_sponsor(by: Acting) -> Decision:
    if by.body.kind == Body.Kind.ORGANISATION:
        return is_eligible(by.body, clock.today())
    return holds(by, "survey.survey_execution")


def _acts_for_sponsor(by: Acting, survey: Survey) -> Decision:
    if by.body is not None and by.body.pk == survey.sponsor_id:
        return belongs(by)
    return _has_no_part(survey)


def _has_no_part(survey: Survey) -> Denied:
    return Denied(
        _("Only the sponsor of this survey may do this."),
        _("The sponsor is “%(body)s”.") % {"body": survey.sponsor},
    )


def acts_for_sponsor_or_tally(by: Acting, survey: Survey) -> Decision:
    """The sponsor, or whoever the role table names for counting (集計)."""
    return holds(by, "survey.tally") or _acts_for_sponsor(by, survey)


def _acts_for_sponsor_or_system(by: Acting, survey: Survey) -> Decision:
    return holds(by, "survey.survey_system_operation") or _acts_for_sponsor(by, survey)


def _is_not_the_author(by: Acting, survey: Survey) -> Decision:
    authors = survey.steps.filter(verb__in=AUTHORING, person_id=by.person_id)
    if not authors.exists():
        return True
    return Denied(
        _("You wrote this survey yourself; somebody else has to decide on it."),
        _("A colleague of the same unit may do it."),
    )


def _form_is_complete(survey: Survey) -> Decision:
    if requirements.form_is_complete(survey):
        return True
    return Denied(
        _("The form is not complete."), _("It needs a question, and each question at least two choices.")
    )


def _nothing_is_missing(survey: Survey) -> Decision:
    missing = requirements.missing(survey)
    if not missing:
        return True
    return Denied(
        _("Something is still missing before the survey can open."),
        " / ".join(str(line.text) for line in missing),
    )


def _time_is_over(survey: Survey) -> Decision:
    if survey.closes_on < clock.today():
        return True
    return Denied(_("The time for answers is not over."))
