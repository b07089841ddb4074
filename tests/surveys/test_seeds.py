"""The demo town's surveys can be multiplied for benchmarks without telling anything untrue."""

import pytest

from surveys import seeds
from surveys.envelopes import actions as envelopes
from surveys.envelopes.models import InnerEnvelope, Receipt
from surveys.envelopes.sheets import opened
from surveys.models import Survey
from surveys.seed_forms import SMOKING


@pytest.fixture
def asked(town, settings):
    settings.TEST_CERTIFICATES_ALLOWED = False
    seeds.seed(town)
    return Survey.objects.get(slug=SMOKING.slug)


def sheets(survey):
    return InnerEnvelope.objects.filter(pool=survey.pool)


def test_a_small_town_stays_small(asked):
    assert seeds.bulk(1) == 0
    assert sheets(asked).count() == 7


def test_a_larger_scale_adds_what_is_missing_and_the_same_scale_adds_nothing(asked):
    assert (seeds.bulk(2), seeds.bulk(2), seeds.bulk(4), seeds.bulk(3)) == (200, 0, 400, 0)
    assert sheets(asked).count() == Receipt.objects.filter(pool=asked.pool).count() == 607


def test_bulk_sheets_have_the_shapes_of_the_answered_ones(asked, acting):
    questions = {str(question.pk): question for question in asked.questions.all()}
    seeds.bulk(2)
    asked = envelopes.close(asked, by=acting("npo_approver"))
    written = list(opened(asked))
    assert len(written) == 207
    for sheet in written:
        assert set(sheet) <= set(questions)
        assert {key for answer in sheet.values() for key in answer} <= {"choices", "declined", "text"}
        assert all(pk in sheet for pk, question in questions.items() if question.is_required)


def test_a_closed_survey_gets_no_more_answers(asked, acting):
    envelopes.close(asked, by=acting("npo_approver"))
    assert seeds.bulk(3) == 0
    assert sheets(asked).count() == 7
