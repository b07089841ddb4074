"""What the mayor types on the page of commissions stays there until it is right."""

import pytest
from django.urls import reverse

from governance.committees.models import SizeDecision
from governance.seats.models import Seat
from tests.factories import governance as a


@pytest.fixture
def term(town, frozen):
    frozen("2026-06-01 09:00")
    return a.a_committee_in_office()


def test_a_number_used_before_is_said_at_the_field(term, client_as, people):
    recruitment, mayor = term.recruitments.get(), client_as("mayor")
    waiting = [a.a_selected_application(recruitment, people[f"resident_{n}"]) for n in (1, 2)]
    address = reverse("governance:seat-commission", args=[waiting[0].pk])
    used = Seat.objects.first().letter_number
    page = mayor.post(address, {"letter_number": used}).content.decode()
    assert "この委嘱状番号は、すでに使われています。" in page and f'value="{used}"' in page
    assert "この項目は必須です。" in mayor.post(address, {"letter_number": " "}).content.decode()
    assert not Seat.objects.filter(person=people["resident_1"]).exists()
    shown = mayor.get(reverse("governance:seat-commission-list", args=[recruitment.pk])).content.decode()
    assert all(reverse("governance:seat-commission", args=[one.pk]) in shown for one in waiting)
    assert 'value="第5期委嘱第' in mayor.get(address).content.decode()
    mayor.post(address, {"letter_number": "第5期委嘱第40号"})
    assert Seat.objects.get(person=people["resident_1"]).letter_number == "第5期委嘱第40号"


def test_a_decision_without_a_number_keeps_its_reason(term, client_as):
    address = reverse("governance:term-raise-maximum", args=[term.body.code, term.number])
    reason = "新しい地区から委員を迎えるため"
    page = client_as("mayor").post(address, {"reason": reason}).content.decode()
    assert "この項目は必須です。" in page and reason in page
    assert client_as("secretary").post(address, {"reason": reason}).status_code == 403
    client_as("mayor").post(address, {"maximum": "18", "reason": reason})
    assert SizeDecision.objects.get().reason == reason
