"""Surveys brought to a status by performing the verbs, as the demo town's people would."""

from __future__ import annotations

import itertools
from datetime import timedelta

from portal.foundation import clock
from residents.models import Body
from surveys.envelopes import actions as envelopes
from surveys.models import Survey
from surveys.surveys import actions
from surveys.surveys.actions import Plan, QuestionDraft
from surveys.tallies import actions as tallies

_numbers = itertools.count(1)

QUESTIONS = (
    QuestionDraft(
        "single", "市の情報を主に何で知りますか。", ("広報紙", "市のサイト", "知人から"), is_required=True
    ),
    QuestionDraft("multiple", "この一年に使ったものを選んでください。", ("図書館", "公民館", "電子会議室")),
    QuestionDraft("scale", "市の情報提供に満足していますか。", ("1 不満", "2", "3", "4", "5 満足")),
    QuestionDraft("text", "ご意見をお書きください。"),
)


def plan_of(mode: str = "open", **changes) -> Plan:
    number = next(_numbers)
    today = clock.today()
    fields = {
        "slug": f"survey-{number}",
        "title": f"地域情報化に関するアンケート{number}",
        "purpose": "情報の届け方を見直すために使います。",
        "contact": "企画課 0000-00-0000",
        "mode": mode,
        "opens_on": today,
        "closes_on": today + timedelta(days=20),
        "questions": QUESTIONS,
    }
    if mode == "certificate":
        verifier = Body.objects.get(code="information-policy")
        fields |= {"municipality": "デモ県デモ市", "verifying_body": verifier}
    return Plan(**{**fields, **changes})


def planned(acting, mode: str = "open", by: str = "planner_author", **changes) -> Survey:
    return actions.plan(plan_of(mode, **changes), by=acting(by))


def in_status(acting, status: str, mode: str = "open", **changes) -> Survey:
    """Walk the way until the status is reached."""
    survey = planned(acting, mode, **changes)
    way = [
        ("review", lambda s: actions.submit(s, by=acting("planner_author"))),
        ("approved", lambda s: actions.approve(s, by=acting("pr_approver"))),
        ("permitted", lambda s: actions.permit(s, by=acting("it_chief"))),
        ("collecting", lambda s: actions.open(s, by=acting("planner_chief"))),
        ("closed", lambda s: envelopes.close(s, by=acting("planner_chief"))),
        ("tallied", lambda s: tallies.tally(s, by=acting("planner_chief"))),
        ("published", lambda s: actions.publish(s, by=acting("planner_chief"))),
    ]
    if status == "cancelled":
        return actions.cancel(survey, by=acting("planner_author"), reason="予算の見直しのため")
    for reached, go in way:
        if survey.status == status:
            break
        if status == "suspended" and survey.status == "collecting":
            return actions.suspend(survey, by=acting("it_chief"), reason="障害の点検のため")
        go(survey)
        survey.refresh_from_db()
        assert survey.status == reached
    return survey


def opened(acting, mode: str = "open", **changes) -> Survey:
    return in_status(acting, "collecting", mode, **changes)


def answer_open(survey: Survey, answers: dict) -> str:
    return envelopes.answer(survey, ticket=envelopes.draw_open_ticket(survey), answers=answers)
