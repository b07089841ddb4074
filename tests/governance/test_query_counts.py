"""Lists and pages ask the database the same number of questions however much has happened."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.models import Meeting, Resolution
from governance.sittings import adopt
from governance.themes import actions as themes
from portal.foundation import clock
from tests.factories import governance as a

CODE = "steering-committee"


@pytest.fixture
def term(town, frozen):
    frozen("2026-06-01 10:00")
    term = a.a_committee_in_office()
    _something_happens(term, 1)
    return term


def _something_happens(term, times: int) -> None:
    for n in range(times):
        number = Resolution.objects.count()
        on = clock.today() + timedelta(days=number + 1)
        adopt(term.body, f"決議 {number}", "本文", a.Competence.THEMES, on)
        theme = themes.raise_theme(by=a.acting_secretariat(), title=f"題 {number} {n}", description="文")
        themes.admit(themes.receive(theme, by=a.acting_secretariat()), by=a.acting_secretariat())


def count(url: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert Client().get(url).status_code == 200
    return len(queries)


@pytest.mark.parametrize(
    ("name", "args", "at_most"),
    [
        ("committee-list", [], 6),
        ("committee-detail", [CODE], 14),
        ("meeting-list", [CODE], 8),
        ("resolution-list", [CODE], 8),
        ("theme-list", [], 6),
        ("term-detail", [CODE, 5], 8),
    ],
)
def test_a_list_costs_the_same_with_more_rows(term, name, args, at_most):
    url = reverse(f"governance:{name}", args=args)
    few = count(url)
    _something_happens(term, 3)
    assert count(url) == few
    assert few <= at_most


def test_a_meeting_page_costs_the_same_with_more_votes(term):
    first = count(Meeting.objects.order_by("pk")[0].get_absolute_url())
    recruitment = term.recruitments.get()
    for n in range(1, 4):
        a.a_seat(recruitment, a.person(f"resident_{n}"))
    _something_happens(term, 1)
    assert count(Meeting.objects.order_by("-pk")[0].get_absolute_url()) == first
    resolutions = Resolution.objects.select_related("body").order_by("pk")
    assert count(resolutions[0].get_absolute_url()) == count(resolutions.last().get_absolute_url())
