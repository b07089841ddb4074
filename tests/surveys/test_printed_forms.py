"""What a resident sees where answers are taken: printed at the opening, never changed, and following the survey."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from portal.foundation import sealing
from surveys import seeds
from surveys.envelopes import actions, sheets
from surveys.envelopes.order_free import random_key
from surveys.models import InnerEnvelope, PrintedForm, Question
from surveys.surveys import actions as surveys
from tests.factories import surveys as factory
from tests.surveys.ballots.conftest import blind_survey, quick_keys  # noqa: F401
from tests.surveys.ballots.test_at_once import together

pytestmark = pytest.mark.usefixtures("numbers")


def told(form):
    """The form without the numbers of its rows, which differ from run to run."""
    return [
        (q.position, q.kind, q.text, q.is_required, q.may_decline, [c.text for c in q.choices])
        for q in form.questions
    ]


def test_a_form_is_printed_at_the_opening(acting):
    planned = factory.in_status(acting, "permitted")
    assert not PrintedForm.objects.exists()
    survey = surveys.open(planned, by=acting("planner_chief"))
    form = PrintedForm.objects.get()
    assert (form.slug, form.title, form.status) == (survey.slug, survey.title, "collecting")
    assert (form.is_gated, form.grace_minutes, form.closes_on) == (False, 30, survey.closes_on)
    assert form.ballot_key is None and len(bytes(form.sealing_key)) == 32
    news = ["広報紙", "市のサイト", "知人から"]
    assert told(form)[0] == (1, "single", "市の情報を主に何で知りますか。", True, True, news)
    assert told(form)[3] == (4, "text", "ご意見をお書きください。", False, True, [])


def test_a_form_knows_the_key_that_tokens_are_signed_with(blind_survey):  # noqa: F811
    form = PrintedForm.objects.get()
    assert bytes(form.ballot_key) == bytes(blind_survey.ballot_key.public_key)
    assert form.is_gated


@pytest.mark.parametrize("column", ["content", "sealing_key", "slug"])
def test_the_database_refuses_to_change_what_was_printed(unlocked, column):
    changed = {"content": {"questions": []}, "sealing_key": b"x" * 32, "slug": "another"}[column]
    with pytest.raises(DatabaseError, match="what was printed stays as it is"), transaction.atomic():
        PrintedForm.objects.update(**{column: changed})


def test_a_question_changed_afterwards_changes_nothing_where_answers_are_taken(unlocked):
    Question.objects.filter(survey=unlocked, position=1).update(text="すりかえた質問")
    page = Client().post(f"/surveys/{unlocked.slug}/answer/", {"step": "begin"}).content.decode()
    assert "市の情報を主に何で知りますか。" in page and "すりかえた質問" not in page


def test_a_form_follows_its_survey(unlocked, acting):
    def stands():
        form = PrintedForm.objects.get()
        return form.status, (form.closes_on - unlocked.closes_on).days

    survey = surveys.suspend(unlocked, by=acting("it_chief"), reason="障害の点検のため")
    assert stands() == ("suspended", 0)
    page = Client().get(f"/surveys/{survey.slug}/answer/")
    assert page.status_code == 403 and "中断中" in page.content.decode()
    survey = surveys.resume(survey, by=acting("it_chief"))
    later = survey.closes_on + timedelta(days=3)
    surveys.extend(survey, by=acting("planner_chief"), reason="台風のため", closes_on=later)
    assert stands() == ("collecting", 3)
    actions.close(survey, by=acting("planner_chief"))
    assert stands() == ("closed", 3)


def test_a_sheet_sealed_before_surveys_had_their_own_key_opens_beside_the_others(unlocked, acting):
    place = sheets.purpose(unlocked)
    old = sealing.seal('{"1": {"text": "前の封"}}', purpose=place, bound_to=place)
    InnerEnvelope(id=random_key(), pool=unlocked.pool, sealed_answers=old).save(force_insert=True)
    factory.answer_open(unlocked, {"1": {"text": "後の封"}})
    closed = actions.close(unlocked, by=acting("planner_chief"))
    assert sorted(sheet["1"]["text"] for sheet in sheets.opened(closed)) == ["前の封", "後の封"]


@pytest.mark.postgres
def test_on_postgresql_no_answer_is_lost_while_the_rows_are_shuffled(own_transactions, town, acting):
    """Taking answers and shuffling lock no common row there; the pool itself is held."""
    seeds.set_numbers(town)
    survey = factory.opened(acting)

    def answer_or_shuffle():
        if next(turns) % 2:
            return actions.shuffle_open_surveys()
        return [factory.answer_open(survey, {"1": {"text": "x"}}) for _number in range(15)]

    turns = iter(range(8))
    results = together(8, answer_or_shuffle)
    assert [result for result in results if isinstance(result, Exception)] == []
    assert InnerEnvelope.objects.count() == 60 and connection.vendor == "postgresql"
