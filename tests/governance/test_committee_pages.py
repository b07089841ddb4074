"""Every page of the committee's shelves answers, for everybody who may open it, in a seeded town."""

import pytest
from django.test import Client
from django.urls import reverse

from governance.models import (
    HonorariumList,
    Meeting,
    Recruitment,
    Resolution,
    Seat,
    SeatApplication,
    ThemeProposal,
)
from residents.accounts.middleware import SESSION_KEY

pytestmark = pytest.mark.django_db


def client_of(town, key: str, body: str = "") -> Client:
    client = Client()
    acting = town.acting(key, body)
    client.force_login(acting.person, backend="allauth.account.auth_backends.AuthenticationBackend")
    if acting.body is not None:
        session = client.session
        session[SESSION_KEY] = acting.body.pk
        session.save()
    return client


def public_pages() -> list[str]:
    code = "steering-committee"
    recruitment = Recruitment.objects.get(term__number=5)
    return [
        reverse("governance:committee-list"),
        reverse("governance:committee-detail", args=[code]),
        reverse("governance:term-detail", args=[code, 4]),
        reverse("governance:meeting-list", args=[code]),
        reverse("governance:resolution-list", args=[code]),
        reverse("governance:recruitment-detail", args=[code, recruitment.pk]),
        reverse("governance:theme-list"),
        reverse("governance:theme-raise"),
        *[meeting.get_absolute_url() for meeting in Meeting.objects.select_related("body")],
        *[resolution.get_absolute_url() for resolution in Resolution.objects.select_related("body")],
        *[theme.get_absolute_url() for theme in ThemeProposal.objects.public()],
    ]


def test_everybody_may_read_the_public_pages(seeded):
    for page in public_pages():
        assert Client().get(page).status_code == 200, page
        assert client_of(seeded, "secretary").get(page).status_code == 200, page
        assert client_of(seeded, "chair", "steering-committee").get(page).status_code == 200, page
        assert client_of(seeded, "mayor").get(page).status_code == 200, page


def test_the_pages_of_those_who_act(seeded):
    secretary = client_of(seeded, "secretary")
    mayor = client_of(seeded, "mayor")
    chair = client_of(seeded, "chair", "steering-committee")
    code = "steering-committee"
    recruitment = Recruitment.objects.get(term__number=5)
    seat = Seat.objects.get(term__number=5, person=seeded.person("chair"))
    drawn_up = HonorariumList.objects.get()
    theme = ThemeProposal.objects.filter(room__isnull=False).first()
    application = SeatApplication.objects.filter(recruitment=recruitment).first()
    for client, name, args in [
        (secretary, "application-list", [recruitment.pk]),
        (secretary, "application-detail", [application.pk]),
        (mayor, "seat-commission-list", [recruitment.pk]),
        (mayor, "seat-dismiss", [seat.pk]),
        (chair, "seat-letter", [seat.pk]),
        (chair, "seat-resign", [seat.pk]),
        (chair, "office-choose", [seat.pk]),
        (chair, "meeting-plan", [code]),
        (secretary, "meeting-plan", [code]),
        (
            secretary,
            "meeting-cancel",
            [code, Meeting.objects.filter(status="announced").latest("starts_at").pk],
        ),
        (secretary, "honorarium-list", [code]),
        (mayor, "honorarium-detail", [drawn_up.pk]),
        (chair, "theme-close-room", [theme.pk]),
        (chair, "theme-extend-room", [theme.pk]),
        (chair, "theme-end-discussion", [theme.pk]),
        (chair, "theme-name-facilitator", [theme.pk]),
        (chair, "theme-defer", [ThemeProposal.objects.get(status="eligible").pk]),
        (chair, "theme-not-adopt", [ThemeProposal.objects.get(status="eligible").pk]),
        (secretary, "theme-raise", []),
    ]:
        page = reverse(f"governance:{name}", args=args)
        assert client.get(page).status_code == 200, page
