"""Answers rest sealed; the program opens them for nobody before the closing."""

from __future__ import annotations

import json

import pytest
from cryptography.exceptions import InvalidTag
from django.db import connection

from portal.foundation import sealing
from portal.foundation.decisions import Denied
from portal.foundation.models import SealingKey
from surveys.envelopes import sheets
from surveys.envelopes.actions import close
from surveys.models import InnerEnvelope
from surveys.tallies import actions as tallies
from surveys.tallies import results
from tests.factories import surveys as factory

pytestmark = pytest.mark.usefixtures("numbers")

WORDS = "駅前の図書館を夜も開けてほしい"


def words_of(survey):
    question = survey.questions.get(kind="text")
    return {str(question.pk): {"text": WORDS}}


@pytest.fixture
def answered(acting):
    survey = factory.opened(acting)
    factory.answer_open(survey, words_of(survey))
    return survey


def stored():
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT sealed_answers FROM {InnerEnvelope._meta.db_table}")
        return [bytes(row[0]) for row in cursor.fetchall()]


def test_the_database_alone_shows_no_word_of_an_answer(answered):
    (row,) = stored()
    assert WORDS.encode() not in row and json.dumps(WORDS).encode() not in row and b"text" not in row


@pytest.mark.parametrize("status", ["collecting", "suspended"])
def test_before_the_closing_the_program_opens_no_sheet(acting, status):
    survey = factory.in_status(acting, status)
    with pytest.raises(Denied) as refused:
        sheets.opened(survey)
    assert "封をしてあります" in str(refused.value.reason)


def test_after_the_closing_the_tally_opens_what_was_filed(answered, acting):
    survey = close(answered, by=acting("planner_chief"))
    assert list(sheets.opened(survey)) == [words_of(survey)]
    tallies.tally(survey, by=acting("planner_chief"))
    survey.refresh_from_db()
    assert [texts for _question, texts in results.texts(survey)] == [[WORDS]]


def test_a_survey_nobody_answered_is_counted_too(acting):
    assert list(sheets.opened(factory.in_status(acting, "closed"))) == []


def test_every_survey_has_a_key_of_its_own(answered, acting):
    other = factory.opened(acting)
    factory.answer_open(other, words_of(other))
    keys = {bytes(key.wrapped) for key in SealingKey.objects.filter(purpose__startswith="surveys.answers:")}
    assert len(keys) == 2
    sheet = InnerEnvelope.objects.get(pool=answered.pool)
    with pytest.raises(InvalidTag):
        sheets.Reader(other).text(bytes(sheet.sealed_answers))


def test_without_its_key_no_sheet_can_be_opened_any_more(answered, acting):
    survey = close(answered, by=acting("planner_chief"))
    SealingKey.objects.filter(purpose=sheets.purpose(survey)).update(wrapped=None)
    with pytest.raises(sealing.Erased):
        list(sheets.opened(survey))


def test_short_and_long_answers_rest_in_envelopes_of_one_size(acting):
    survey = factory.opened(acting)
    key = str(survey.questions.get(kind="text").pk)
    for text in ("", "はい", "あ" * 100):
        factory.answer_open(survey, {key: {"text": text}})
    assert {len(row) for row in stored()} == {1 + 32 + 1024 + 16}


def test_opening_many_sheets_asks_the_database_no_oftener(acting, django_assert_max_num_queries):
    survey = factory.opened(acting)
    InnerEnvelope.objects.bulk_create(sheets.sealed(survey, [words_of(survey)] * 40))
    survey = close(survey, by=acting("planner_chief"))
    with django_assert_max_num_queries(3):
        assert len(list(sheets.opened(survey))) == 40
