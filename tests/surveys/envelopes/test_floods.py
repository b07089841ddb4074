"""Texts for signing, open sheets and guesses at receipts are slowed down, without remembering anybody."""

import pytest
from django.test import Client

from surveys.models import Challenge, Ticket

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fixture", "step", "data", "times"),
    [
        ("gated", "prove", {}, 60),
        ("unlocked", "answer", {"step": "begin"}, 60),
        ("unlocked", "receipt", {"receipt": "ABCD-EFGH-IJKL"}, 30),
    ],
)
def test_a_flood_is_refused_with_a_next_step(request, fixture, step, data, times):
    survey = request.getfixturevalue(fixture)
    path = f"/surveys/{survey.slug}/{step}/"
    codes = [Client().post(path, data).status_code for _time in range(times + 1)]
    assert codes[-1] == 403 and 403 not in codes[:-1]
    assert Challenge.objects.count() + Ticket.objects.count() <= times
    assert Client().get(path).status_code == 200
