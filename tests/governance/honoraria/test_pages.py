"""What the secretariat types about payments stays on the page until it is right."""

import pytest
from django.urls import reverse

from governance.honoraria.models import HonorariumExemption, HonorariumList
from tests.factories import governance as a
from tests.governance.honoraria.test_actions import RATES, draft

CODE = "steering-committee"


@pytest.fixture
def term(town, frozen):
    frozen("2026-04-01 09:00")
    a.set_numbers(guideline=False, committee_rule=False, **RATES)
    return a.a_committee_in_office()


def test_who_waives_is_asked_until_it_is_whole(term, client_as, people):
    secretary, address = client_as("secretary"), reverse("governance:honorarium-exempt", args=[CODE])
    half = {"person": people["member_1"].pk, "reason": "本人の申し出による"}
    page = secretary.post(address, half).content.decode()
    assert "この項目は必須です。" in page and "本人の申し出による" in page
    assert client_as("resident_1").post(address, half).status_code == 403
    assert not HonorariumExemption.objects.exists()
    secretary.post(address, {**half, "kind": "waived"})
    assert HonorariumExemption.objects.get().person == people["member_1"]


def test_a_declaration_needs_its_day(term, client_as, people):
    address = reverse("governance:honorarium-declare", args=[CODE])
    page = client_as("secretary").post(address, {"declaration-person": people["member_1"].pk})
    assert "この項目は必須です。" in page.content.decode()


def test_a_list_is_thrown_away_with_a_reason(term, acting, client_as):
    drawn_up = draft(term, acting)
    address = reverse("governance:honorarium-discard", args=[drawn_up.pk])
    secretary = client_as("secretary")
    assert "この項目は必須です。" in secretary.post(address, {"reason": ""}).content.decode()
    for number in (drawn_up.pk, drawn_up.pk + 1):
        elsewhere = reverse("governance:honorarium-discard", args=[number])
        assert client_as("resident_1").post(elsewhere, {"reason": "数え違い"}).status_code == 403
    assert secretary.post(address, {"reason": "数え違い"}).status_code == 302
    assert HonorariumList.objects.get().status == "discarded"
