"""委嘱状 on the screen and on paper, and offices held by those who left them."""

import re
import zlib
from datetime import date

import pytest

from governance.committees import actions as committees
from governance.offices import actions as offices
from governance.seats.letter import wording
from governance.seats.models import Office, Seat
from portal.foundation.acting import Acting
from tests.factories import governance as a


@pytest.fixture
def term(town, frozen):
    frozen("2026-06-01 09:00")
    return a.a_committee_in_office()


def test_the_letter_names_number_term_person_issuer_and_articles(term):
    seat = Seat.objects.get(person__email="chair@demo.example.jp")
    said = wording(seat)
    assert said["to"] == f"{seat.person} 様"
    assert "運営委員会（第5期）" in said["sentences"][0]
    assert said["sentences"][1] == "任期は、令和8年6月1日から令和10年5月31日までとします。"
    assert said["signed_by"] == "海老名 のぞみ(架空)"
    together = "".join(said["citations"])
    for article in ("第7条", "第8条第1項", "第10条第1項", "第10条第2項"):
        assert article in together


def test_a_seat_above_the_maximum_cites_the_mayors_decision(term, people):
    a.set_numbers(committee__max_members=3)
    committees.raise_maximum(term, by=a.acting_mayor(), maximum=18, reason="新しい地区のため")
    seat = a.a_seat(term.recruitments.get(), people["resident_1"])
    assert "第8条第2項（令和8年6月1日の市長決定" in "".join(wording(seat)["citations"])


def test_the_letter_as_a_tagged_pdf_for_the_member_and_the_office_only(term, client_as):
    pytest.importorskip("weasyprint", exc_type=(ImportError, OSError))
    seat = Seat.objects.get(person__email="member-1@demo.example.jp")
    address = f"/committees/seats/{seat.pk}/letter.pdf"
    assert client_as("resident_2").get(address).status_code == 403
    assert client_as("guest").get(address).status_code == 302
    answer = client_as("member_1").get(address)
    assert answer["Content-Type"] == "application/pdf"
    content = b"".join(answer.streaming_content)
    assert content.startswith(b"%PDF-1.7")
    inside = b"".join(opened(part) for part in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.S))
    assert b"/Lang (ja)" in inside
    assert client_as("secretary").get(address).status_code == 200


def opened(part: bytes) -> bytes:
    try:
        return zlib.decompress(part)
    except zlib.error:
        return b""


def test_a_chair_who_left_early_stands_in_the_term_with_the_days_of_the_office(term, frozen, client_as):
    office = Office.objects.chairs().select_related("seat__person").get()
    person = office.seat.person
    frozen("2027-03-31 12:00")
    offices.step_down(office, by=Acting(person, term.body), reason="体調のため")
    frozen("2028-07-01 12:00")
    shown = client_as("guest").get(f"/committees/{term.body.code}/terms/5/").content.decode()
    assert "委員長（2026年6月1日(月)〜2027年3月31日(水)）" in shown
    assert shown.index(str(person)) < shown.index("副島 いちろう")
    assert "副委員長（2026年6月1日(月)〜2028年5月31日(水)）" in shown


@pytest.fixture
def to_come(town, frozen, people):
    """Commissioned in March for a term that begins in April."""
    frozen("2026-03-01 09:00")
    a.set_numbers()
    return a.a_seat(a.a_recruitment(a.a_term(5, date(2026, 4, 1))), people["resident_1"])


def test_a_commission_is_taken_back_before_its_first_day(to_come, frozen, people, client_as):
    mayor = client_as("mayor")
    address = f"/committees/seats/{to_come.pk}/dismiss/"
    assert address in mayor.get("/committees/steering-committee/").content.decode()
    assert mayor.post(address, {"reason": "重複した委嘱のため"}).status_code == 302
    seat = Seat.objects.get()
    assert (seat.status, seat.ended_on, seat.membership) == ("ended", date(2026, 3, 1), None)
    frozen("2026-04-01 09:00")
    assert not people["resident_1"].memberships.exists()
    assert not Seat.objects.on(date(2026, 4, 1)).exists()
    shown = client_as("guest").get("/committees/steering-committee/terms/5/").content.decode()
    assert "就任前に終了" in shown


def test_who_was_commissioned_may_resign_before_the_first_day(to_come, people, client_as):
    resident = client_as("resident_1")
    address = f"/committees/seats/{to_come.pk}/resign/"
    assert address in resident.get(f"/committees/seats/{to_come.pk}/letter/").content.decode()
    assert resident.post(address, {"reason": "転居のため"}).status_code == 302
    mayor = client_as("mayor")
    accept = f"/committees/seats/{to_come.pk}/accept-resignation/"
    assert accept in mayor.get("/committees/steering-committee/").content.decode()
    assert mayor.post(accept, {"last_day": "2026-04-30"}).status_code == 302
    seat = Seat.objects.get()
    assert (seat.status, seat.end_reason, seat.ended_on) == ("ended", "resigned", date(2026, 3, 1))
    assert not people["resident_1"].memberships.exists()
