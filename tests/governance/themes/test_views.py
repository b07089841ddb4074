"""Pages of themes: the receipt, the contact, and the committee's own pages."""

from datetime import date

import pytest
from django.test import Client

from communities.rooms.models import Room
from governance.models import ThemeProposal, ThemeReceipt
from portal.foundation.models import OutboxMessage
from tests.factories import governance as a
from tests.factories.themes import TITLE, a_posted_summary, a_resolution, admitted, opened, raised

WORDS = {"title": "駅前の自転車", "description": "置き場が足りません。"}


@pytest.fixture
def committee(town, frozen):
    frozen("2026-06-01 09:00")
    term = a.a_committee_in_office()
    a.set_numbers(guideline=False, committee_rule=False, **{"room.city_area.min_facilitators": 1})
    return term


def test_a_guest_gets_a_receipt_that_shows_what_became_of_it(town, client_as):
    guest = Client()
    answer = guest.post("/themes/raise/", {**WORDS, "contact": "0000-11-2222"})
    receipt = ThemeReceipt.objects.get()
    assert answer["Location"] == f"/themes/receipts/{receipt.pk}/"
    html = guest.get(answer["Location"]).content.decode()
    assert "駅前の自転車" in html and "0000-11-2222" not in html and "noindex" in html
    pk = receipt.theme_id
    secretary = client_as("secretary")
    secretary.post(f"/themes/{pk}/receive/")
    without = secretary.post(f"/themes/{pk}/redirect/", {"reason": "x", "destination": "consultation"})
    assert "部署を選んでください" in without.content.decode()
    section = town.body("citizen-consultation")
    typed = {"reason": "担当課におつなぎします。", "destination": "consultation", "passed_on_to": section.pk}
    assert secretary.post(f"/themes/{pk}/redirect/", typed).status_code == 302
    html = Client().get(answer["Location"]).content.decode()
    assert "担当課におつなぎします。" in html and "市民相談課" in html
    assert Client().get(f"/themes/{pk}/").status_code == 404


def test_only_the_secretariat_opens_the_contact_and_hands_out_the_receipt(town, acting, client_as):
    theme = raised(acting, "secretary", source="paper", contact="鵠沼 0000-33-4444")
    html = client_as("secretary").get(f"/themes/{theme.pk}/").content.decode()
    assert f"/themes/receipts/{theme.receipt.pk}/" in html and "0000-33-4444" not in html
    assert "0000-33-4444" in client_as("secretary").get(f"/themes/{theme.pk}/contact/").content.decode()
    assert client_as("caretaker_1").get(f"/themes/{theme.pk}/contact/").status_code == 403
    assert client_as("resident_2").get(f"/themes/{theme.pk}/contact/").status_code == 404


def test_a_unit_lands_on_its_theme_and_so_does_everybody_it_tells(town, client_as, people):
    answer = client_as("planner_author").post("/themes/raise/", {**WORDS, "origin": "city"})
    url = answer["Location"]
    assert client_as("planner_author").get(url).status_code == 200
    client_as("secretary").post(f"{url}receive/")
    news = OutboxMessage.objects.get(
        kind="governance.theme_received", recipient_id=str(people["planner_chief"].pk)
    )
    assert client_as("planner_chief").get(news.url).status_code == 200
    assert client_as("pr_author").get(url).status_code == 404


def test_the_committee_chooses_only_by_a_resolution_that_names_the_theme(committee, acting, client_as):
    theme = admitted(acting)
    chair = client_as("chair")
    other, right = a_resolution(title="別のテーマ"), a_resolution()
    assert chair.post(f"/themes/{theme.pk}/adopt/", {"resolution": right.pk}).status_code == 403
    assert chair.post(f"/themes/{theme.pk}/shortlist/").status_code == 302
    form = chair.get(f"/themes/{theme.pk}/adopt/").content.decode()
    assert f'value="{right.pk}"' in form and f'value="{other.pk}"' not in form
    for typed in ({"resolution": other.pk, "reason": "x"}, {"resolution": right.pk, "reason": ""}):
        assert chair.post(f"/themes/{theme.pk}/adopt/", typed).status_code == 200
    assert ThemeProposal.objects.get().status == "shortlisted"
    typed = {"resolution": right.pk, "reason": "論点が具体的なため"}
    assert chair.post(f"/themes/{theme.pk}/adopt/", typed).status_code == 302
    assert "論点が具体的なため" in Client().get(f"/themes/{theme.pk}/").content.decode()


@pytest.mark.parametrize("who", ["secretary", "resident_1", "caretaker_1", "mayor"])
def test_the_pages_of_the_committee_tell_others_why_not(committee, acting, people, client_as, who):
    theme = opened(acting, people, a_resolution())
    for page in ("extend-room", "end-discussion", "adopt-summary", "close-room", "facilitator", "defer"):
        assert client_as(who).get(f"/themes/{theme.pk}/{page}/").status_code == 403, page


def test_the_committee_extends_ends_adopts_and_closes_on_pages(committee, acting, people, client_as):
    theme = opened(acting, people, a_resolution())
    chair, url = client_as("chair"), f"/themes/{theme.pk}/"
    for page in ("extend-room", "end-discussion", "close-room", "facilitator"):
        assert f"{url}{page}/" in chair.get(url).content.decode()
    extending = {"resolution": a_resolution("延長").pk, "closes_on": "2026-06-20"}
    earlier = chair.post(f"{url}extend-room/", extending)
    assert "今の最終日より後の日" in earlier.content.decode()
    assert chair.post(f"{url}extend-room/", {**extending, "closes_on": "2026-08-31"}).status_code == 302
    assert Room.objects.get().closes_on == date(2026, 8, 31)
    ended = chair.post(f"{url}end-discussion/", {"resolution": a_resolution("終了").pk})
    assert ended.status_code == 302
    summary = a_posted_summary(Room.objects.get(), people)
    typed = {"resolution": a_resolution("採択").pk, "summary": summary.pk}
    assert chair.post(f"{url}adopt-summary/", typed).status_code == 302
    assert summary.text in Client().get("/rooms/chiiki-fukushi/").content.decode()
    typed = {"resolution": a_resolution("閉鎖").pk, "reason": "提言を出したため"}
    assert chair.post(f"{url}close-room/", typed).status_code == 302
    html = Client().get("/rooms/chiiki-fukushi/").content.decode()
    assert "提言を出したため" in html and "務めた進行役" in html


def test_the_committee_changes_who_chairs_on_a_page(committee, acting, people, client_as):
    theme = opened(acting, people, a_resolution())
    chair, url = client_as("chair"), f"/themes/{theme.pk}/facilitator/"
    first = theme.room.facilitators.get()
    resolution = a_resolution("進行役の交代").pk
    assert "新しい進行役を指名するか" in chair.post(url, {"resolution": resolution}).content.decode()
    twice = {"resolution": resolution, "facilitator": first.person.email, "facilitator_source": "other"}
    assert "すでにこの会議室の進行役に" in chair.post(url, twice).content.decode()
    typed = {
        "resolution": resolution,
        "replaced": first.pk,
        "reason": "転居のため",
        "facilitator": people["member_1"].email,
        "facilitator_source": "committee_member",
    }
    assert chair.post(url, typed).status_code == 302
    assert theme.room.facilitators.in_hand().get().person == people["member_1"]
    assert theme.room.title == TITLE


def test_a_room_page_says_what_is_decided_by_whom_by_when_and_what_can_change(
    committee, acting, people, client
):
    theme = opened(acting, people, a_resolution())
    html = client.get(theme.room.get_absolute_url()).content.decode()
    for words in (
        "見守りに市が何を足すか",
        "市長",
        "次年度の予算案まで",
        "予算の額のほかは",
        "市民自治推進課",
    ):
        assert words in html
