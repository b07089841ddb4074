"""Anybody may raise a theme; nobody may drown the secretariat in them."""

import pytest
from django.test import Client

from governance.models import ThemeProposal

pytestmark = pytest.mark.django_db


def test_a_flood_of_themes_by_a_guest_is_stopped_and_keeps_the_words(town, client_as):
    words = {"title": "駅前の自転車", "description": "置き場が足りません。"}
    for _time in range(10):
        assert Client().post("/themes/raise/", words).status_code == 302
    answer = Client().post("/themes/raise/", words)
    assert answer.status_code == 200
    assert "置き場が足りません。" in answer.content.decode()
    assert ThemeProposal.objects.count() == 10
    assert client_as("resident_1").post("/themes/raise/", words).status_code == 302
