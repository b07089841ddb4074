"""A resident's theme becomes a city-area room by the committee's resolution; staff alone cannot open one."""

import pytest
from django.urls import reverse

from communities.models import Room
from governance.models import Meeting, Resolution, ThemeProposal
from governance.sittings import Sitting, announced
from portal.foundation import clock
from residents.models import Body
from tests.factories import governance as a
from tests.factories.communities import FRAMING

CODE = "steering-committee"
TITLE = "地域福祉ってなんだろう"


@pytest.fixture
def term(town, frozen):
    frozen("2026-06-01 18:50")
    a.set_numbers(guideline=False, committee_rule=False, **{"room.city_area.min_facilitators": 1})
    return a.a_committee_in_office()


def page(name: str, *args) -> str:
    return reverse(f"governance:{name}", args=args)


def test_a_theme_is_raised_chosen_and_discussed(term, client_as, people, client):
    theme = _a_resident_raises_it(client_as)
    _the_secretariat_brings_it_before_the_committee(client_as, theme)
    resolution = _the_committee_resolves(client_as, term)
    _staff_cannot_choose_or_open(client_as, theme, resolution)
    _the_committee_chooses_and_names_a_facilitator(client_as, people, theme, resolution)
    _the_room_opens_once_the_facilitator_accepted(client_as, people, theme, resolution)
    shown = client.get(page("theme-detail", theme.pk)).content.decode()
    assert "第5期第1号" in shown and Room.objects.get().get_absolute_url() in shown


def _a_resident_raises_it(client_as) -> ThemeProposal:
    resident = client_as("resident_1")
    resident.post(page("theme-raise"), {"title": TITLE, "description": "見守りについて話し合いたい。"})
    theme = ThemeProposal.objects.get()
    assert client_as("resident_2").get(page("theme-detail", theme.pk)).status_code == 404
    assert resident.get(page("theme-detail", theme.pk)).status_code == 200
    return theme


def _the_secretariat_brings_it_before_the_committee(client_as, theme):
    assert client_as("resident_1").post(page("theme-receive", theme.pk)).status_code == 403
    secretary = client_as("secretary")
    secretary.post(page("theme-receive", theme.pk))
    secretary.post(page("theme-admit", theme.pk))
    theme.refresh_from_db()
    assert theme.status == "eligible"


def _the_committee_resolves(client_as, term) -> Resolution:
    announced(term, Sitting(title="運営委員会", on=clock.today(), agenda="テーマの選定"))
    meeting = Meeting.objects.get()
    members = {who: client_as(who) for who in ("chair", "vice_chair_1", "member_1")}
    assert members["member_1"].post(page("meeting-convene", CODE, meeting.pk)).status_code == 403
    members["chair"].post(page("meeting-convene", CODE, meeting.pk))
    for client in members.values():
        client.post(page("meeting-attend", CODE, meeting.pk))
    motion = {"title": "テーマの選定", "text": f"「{TITLE}」を選定する。", "competence": "2"}
    assert (
        client_as("secretary").post(page("resolution-propose", CODE, meeting.pk), motion).status_code == 403
    )
    members["member_1"].post(page("resolution-propose", CODE, meeting.pk), motion)
    resolution = Resolution.objects.get()
    for client in members.values():
        client.post(page("resolution-vote", CODE, resolution.pk), {"choice": "for"})
    assert (
        client_as("secretary")
        .post(page("resolution-vote", CODE, resolution.pk), {"choice": "for"})
        .status_code
        == 403
    )
    members["chair"].post(page("resolution-adopt", CODE, resolution.pk))
    resolution.refresh_from_db()
    assert resolution.printed_number == "第5期第1号"
    return resolution


def _staff_cannot_choose_or_open(client_as, theme, resolution):
    secretary = client_as("secretary")
    shown = secretary.get(page("theme-detail", theme.pk)).content.decode()
    assert page("theme-adopt", theme.pk) not in shown
    refused = secretary.post(page("theme-adopt", theme.pk), {"resolution": resolution.pk})
    assert refused.status_code == 403
    assert "運営委員会" in refused.content.decode()
    theme.refresh_from_db()
    assert theme.status == "eligible"


def _the_committee_chooses_and_names_a_facilitator(client_as, people, theme, resolution):
    chair = client_as("chair")
    chair.post(page("theme-shortlist", theme.pk))
    chosen = {"resolution": resolution.pk, "reason": "多くの方に関わるテーマのため"}
    assert chair.post(page("theme-adopt", theme.pk), chosen).status_code == 302
    answers = {
        **FRAMING,
        "related_body": Body.objects.get(code="civic-autonomy").pk,
        "closes_on": "2026-12-20",
        "resolution": resolution.pk,
        "slug": "chiiki-fukushi",
        "facilitator": people["facilitator_dispatched"].email.upper(),
        "facilitator_source": "dispatched",
        "dispatched_by": "",
    }
    form = chair.get(page("theme-prepare-room", theme.pk)).content.decode()
    assert people["resident_1"].display_name not in form  # nobody is offered a list of everybody
    outsider = {
        **answers,
        "facilitator": people["resident_1"].email,
        "facilitator_source": "committee_member",
    }
    answer = chair.post(page("theme-prepare-room", theme.pk), outsider).content.decode()
    assert "この方は、今日の時点で委員会の委員ではありません。" in answer
    assert people["resident_1"].email in answer  # what was entered survives
    refused = chair.post(page("theme-prepare-room", theme.pk), answers)
    assert refused.status_code == 200 and not Room.objects.exists()
    answers["dispatched_by"] = people["facilitator_dispatched"].memberships.get().body_id
    chair.post(page("theme-prepare-room", theme.pk), answers)
    assert Room.objects.get().status == "preparing"


def _the_room_opens_once_the_facilitator_accepted(client_as, people, theme, resolution):
    chair = client_as("chair")
    too_early = chair.post(page("theme-open-room", theme.pk), {"resolution": resolution.pk})
    assert too_early.status_code == 403
    assignment = people["facilitator_dispatched"].facilitator_assignments.get()
    accepting = client_as("facilitator_dispatched", None)
    accepted = accepting.post(f"/facilitators/{assignment.pk}/accept/", {"shown_name": "進行 太郎"})
    assert accepted.status_code == 302
    chair.post(page("theme-open-room", theme.pk), {"resolution": resolution.pk})
    room = Room.objects.get()
    assert (room.status, room.opening_resolution) == ("open", "第5期第1号")
    closing = {"resolution": resolution.pk, "reason": "片付けたい"}
    assert client_as("secretary").post(page("theme-close-room", theme.pk), closing).status_code == 403
    assert "すでに" in chair.post(page("theme-close-room", theme.pk), closing).content.decode()
    room.refresh_from_db()
    assert room.status == "open"
