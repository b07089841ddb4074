"""The demo town's surveys: real titles of the field trial, fictional answers, all by verbs."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction

from portal.foundation import clock, parameters
from portal.foundation.acting import CLOCK
from surveys import seed_ballots, seed_ways
from surveys.ballots import actions as ballots
from surveys.ballots.tasks import post_last_pages
from surveys.certificates import actions as certificates
from surveys.certificates.testcards import TestOffice
from surveys.envelopes import actions as envelopes
from surveys.envelopes import challenge, sheets
from surveys.envelopes.models import InnerEnvelope, Receipt
from surveys.envelopes.order_free import random_key
from surveys.models import Survey
from surveys.seed_forms import LIFELONG_LEARNING, LOCAL_INFORMATION, SMOKING, TOURISM, TOWN_PLANNING, Form
from surveys.seed_respondents import Trial
from surveys.seed_sheets import sheet
from surveys.seed_trust import issue_test_cards, record_standing
from surveys.sponsors import actions as sponsors
from surveys.surveys import actions as surveys
from surveys.surveys.actions import Plan
from surveys.tallies import actions as tallies

SEEDED, BULK = 7, 200
"""Answers to the open survey in a small town, and in each further one of its size."""

OF_THE_TRIAL = (
    (SMOKING.told_as("street-smoking-2006-monitors", "路上喫煙に関するアンケート(特定モニター)"), 74),
    (SMOKING.told_as("street-smoking-2006-certificate", "路上喫煙に関するアンケート(電子証明書)"), 22),
    (TOURISM.told_as("tourism-2006-monitors", "千代田の観光アンケート(特定モニター)"), 73),
    (TOURISM.told_as("tourism-2006-certificate", "千代田の観光アンケート(電子証明書)"), 20),
)
SMOKING_OPEN = (SMOKING.told_as("street-smoking-2006-open", "路上喫煙に関するアンケート(オープン)"), 43)
"""As many answers as the reports of the field trial count; what they say is invented."""

BLIND_SINCE = date(2023, 10, 1)
"""RFC 9474 was published in October 2023; the surveys of the field trial knew answer tickets only."""

CONTACT = "企画課 アンケート担当 電話 0000-00-0000(平日 8時30分〜17時)"


def seed(town: Any) -> None:
    """Numbers, standing, test authority, then surveys past and present; again changes nothing."""
    if Survey.objects.exists():
        return
    set_numbers(town)
    record_standing(town)
    _sponsors(town)
    if settings.TEST_CERTIFICATES_ALLOWED:
        _past_blind(town)
        issue_test_cards(town)
        with clock.at(date(2005, 11, 1)):
            trial = Trial(by=town.acting("it_chief"))
        _past(town, trial, [(LOCAL_INFORMATION, 36)], date(2005, 12, 30), date(2006, 1, 20))
        _past(town, trial, [(LIFELONG_LEARNING, 50)], date(2006, 1, 29), date(2006, 2, 10))
        _past(town, trial, OF_THE_TRIAL, date(2006, 2, 7), date(2006, 2, 21))
        _past_open(town, *SMOKING_OPEN, date(2006, 2, 7), date(2006, 2, 21))
    _present(town)


@transaction.atomic
def bulk(scale: int) -> int:
    """For benchmarks: ``scale - 1`` times more answers to the open survey; says how many were missing.

    Only while it collects: what is closed has been counted, and nobody answers behind the gate unproven.
    """
    survey = Survey.objects.collecting().filter(slug=SMOKING.slug).first()
    if survey is None:
        return 0
    missing = SEEDED + BULK * (scale - 1) - InnerEnvelope.objects.filter(pool=survey.pool).count()
    questions = list(survey.questions.prefetch_related("choices"))
    chance = random.Random(scale)
    filed = sheets.sealed(survey, [sheet(questions, chance) for _number in range(missing)])
    receipts = [
        Receipt(id=random_key(), pool=survey.pool, digest=challenge.digest(envelopes.new_secret()[:14]))
        for _number in range(missing)
    ]
    InnerEnvelope.objects.bulk_create(filed, batch_size=1000)
    Receipt.objects.bulk_create(receipts, batch_size=1000)
    return len(filed)


def set_numbers(town: Any) -> None:
    """The numbers of the room, by decision of the system management body."""
    by = town.acting("it_chief")
    for name, value in {
        "survey.challenge_minutes": 60,
        "survey.grace_minutes": 30,
        "survey.small_cell": 5,
        "survey.standing_reminder_days": 60,
        "survey.reference_base": 30,
        "survey.eligible_residents": 45_000,
        "survey.open_ballots_from": 30,
    }.items():
        parameters.set_value(name, value, valid_from=date(2005, 4, 1), basis="電子アンケート運用基準", by=by)


def _sponsors(town: Any) -> None:
    """The NPO of the field trial asked to run open surveys, and was approved for the fiscal year."""
    start = town.today - timedelta(days=120)
    with clock.at(start):
        sponsor = sponsors.apply(
            scope="生活情報と地域活動についてのアンケート(電子証明書を使わないもの)",
            valid_from=start,
            valid_until=start + timedelta(days=365),
            by=town.acting("npo_author"),
        )
    with clock.at(start + timedelta(days=6)):
        sponsors.approve(
            sponsor, by=town.acting("it_chief"), reason="活動の実績と、個人情報の取扱規程を確認しました。"
        )


def _plan(form: Form, opens: date, closes: date, **changes: Any) -> Plan:
    return Plan(
        slug=form.slug,
        title=form.title,
        purpose=form.purpose,
        contact=CONTACT,
        opens_on=opens,
        closes_on=closes,
        questions=form.questions,
        **{"mode": "open", **changes},
    )


def _prepare(town: Any, plan: Plan, *, author: str, opener: str) -> Survey:
    """From plan to opening, each step by another person on another day."""
    opens = plan.opens_on
    with clock.at(opens - timedelta(days=20)):
        survey = surveys.plan(plan, by=town.acting(author))
    with clock.at(opens - timedelta(days=14)):
        survey = surveys.submit(survey, by=town.acting(author))
    with clock.at(opens - timedelta(days=9)):
        survey = surveys.approve(survey, by=town.acting("pr_approver"))
    with clock.at(opens - timedelta(days=5)):
        survey = surveys.permit(survey, by=town.acting("it_chief"))
    with clock.at(opens):
        opening = ballots.open if opens >= BLIND_SINCE else surveys.open
        return opening(survey, by=town.acting(opener))


def _past_blind(town: Any) -> None:
    """Two months ago the town first handed out ballot tokens; that survey can be counted again."""
    opens = town.today - timedelta(days=60)
    with clock.at(opens - timedelta(days=1)):
        TestOffice(settings.VAR_DIR / "testcards").register(by=town.acting("it_staff"))
    form = LIFELONG_LEARNING.told_as("lifelong-learning-blind", "生涯学習に関するアンケート(無記名券の試行)")
    plan = _plan(form, opens, opens + timedelta(days=20), **_gate(town))
    survey = _prepare(town, plan, author="planner_author", opener="planner_chief")
    questions = list(survey.questions.prefetch_related("choices"))
    seed_ballots.in_two_waves(survey, 40, partial(sheet, questions, random.Random(60)))
    _counted(town, survey)


def _past(town: Any, trial: Trial, forms: Sequence[tuple[Form, int]], opens: date, closes: date) -> None:
    """Certificate surveys of the field trial, with as many (invented) answers as were counted then."""
    with clock.at(opens - timedelta(days=1)):
        certificates.load_list(trial.root.list(clock.now()), by=trial.by)
    plans = [_plan(form, opens, closes, **_gate(town)) for form, _answers in forms]
    opened = [_prepare(town, plan, author="planner_author", opener="planner_chief") for plan in plans]
    for later, (survey, (_form, answers)) in enumerate(zip(opened, forms, strict=True)):
        with clock.at(opens + timedelta(days=3 + later)):
            chance = random.Random(answers)
            questions = list(survey.questions.prefetch_related("choices"))
            trial.answer(survey, answers, partial(sheet, questions, chance))
    for survey in opened:
        _counted(town, survey)


def _past_open(town: Any, form: Form, answers: int, opens: date, closes: date) -> None:
    """The same without a certificate: anybody could answer."""
    survey = _prepare(town, _plan(form, opens, closes), author="planner_author", opener="planner_chief")
    with clock.at(opens + timedelta(days=3)):
        _answers(survey, answers, random.Random(answers))
    _counted(town, survey)


def _counted(town: Any, survey: Survey) -> None:
    """Closed by the clock, counted and published."""
    with clock.at(survey.closes_on + timedelta(days=1)):
        survey = envelopes.close(survey, by=CLOCK)
        post_last_pages()
    with clock.at(survey.closes_on + timedelta(days=5)):
        tallies.tally(survey, by=town.acting("planner_author"))
    with clock.at(survey.closes_on + timedelta(days=20)):
        surveys.publish(survey, by=town.acting("planner_chief"))


def _gate(town: Any) -> dict[str, Any]:
    return {
        "mode": "certificate",
        "municipality": "デモ県デモ市",
        "verifying_body": town.body("information-policy"),
    }


def _present(town: Any) -> None:
    """One survey behind the certificate gate, one open one of the NPO, one still in preparation."""
    opens, closes = town.today - timedelta(days=4), town.today + timedelta(days=24)
    if settings.TEST_CERTIFICATES_ALLOWED:
        _prepare_gated(town, _plan(TOWN_PLANNING, opens, closes, **_gate(town)))
        seed_ways.at_the_counter(town, Survey.objects.get(slug=TOWN_PLANNING.slug))
        form = TOWN_PLANNING.told_as("town-planning-first-wave", "まちづくり繰返しアンケート 第1回")
        opens_later = town.today + timedelta(days=40)
        wave = _plan(form, opens_later, opens_later + timedelta(days=20), **_gate(town))
        seed_ways.series(town, replace(wave, anonymity="pseudonymous"))
    survey = _prepare(town, _plan(SMOKING, opens, closes), author="npo_author", opener="npo_approver")
    _answers(survey, SEEDED, random.Random(43))
    with clock.at(town.today - timedelta(days=1)):
        surveys.plan(
            _plan(
                Form(
                    "trial-review",
                    "実証実験通期アンケート",
                    "実証実験の一年をふりかえり、続け方を決めるために使います。",
                    (),
                ),
                town.today + timedelta(days=30),
                town.today + timedelta(days=60),
            ),
            by=town.acting("planner_author"),
        )


def _prepare_gated(town: Any, plan: Plan) -> None:
    """The gate opens only under today's revocation list, so its last step is taken today."""
    days = (18, 12, 8, 3)
    acts = (
        ("planner_author", surveys.submit),
        ("pr_approver", surveys.approve),
        ("it_chief", surveys.permit),
    )
    with clock.at(town.today - timedelta(days=days[0])):
        survey = surveys.plan(plan, by=town.acting("planner_author"))
    for ago, (who, act) in zip(days[1:], acts, strict=True):
        with clock.at(town.today - timedelta(days=ago)):
            survey = act(survey, by=town.acting(who))
    survey = ballots.open(survey, by=town.acting("planner_chief"))
    questions = list(survey.questions.prefetch_related("choices"))
    seed_ballots.spent(
        survey, seed_ballots.drawn(survey, range(6)), partial(sheet, questions, random.Random(6))
    )
    ballots.post_page(survey)


def _answers(survey: Survey, number: int, chance: random.Random) -> None:
    """Invented answers to an open survey."""
    questions = list(survey.questions.prefetch_related("choices"))
    for _number in range(number):
        ticket = envelopes.draw_open_ticket(survey)
        envelopes.answer(survey, ticket=ticket, answers=sheet(questions, chance))
