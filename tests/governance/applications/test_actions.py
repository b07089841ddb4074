"""Applying online and on paper, answering the mayor, moving up, and being forgotten in time."""

from datetime import timedelta

import pytest

from governance.applications import actions, tasks
from governance.applications.balance import balance
from governance.applications.models import SeatApplication
from governance.recruitments import actions as recruitments
from governance.recruitments import tasks as windows
from governance.recruitments.models import Recruitment
from governance.selections import actions as selections
from governance.selections.models import Assessment
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from residents.models import User
from tests.factories import governance as a


@pytest.fixture
def recruitment(town, frozen):
    frozen("2026-06-01 09:00")
    a.set_numbers()
    return a.a_recruitment(a.a_term())


def paper(recruitment, email="kami@example.jp", **words):
    return actions.enter(
        recruitment,
        by=a.acting_secretariat(),
        **{
            "email": email,
            "display_name": "紙野 書男",
            "received_on": clock.today(),
            "connection": "work",
            "uses_internet": True,
            "motives": "紙で応募します。",
            **words,
        },
    )


def a_reserve(recruitment, person):
    application = a.an_assessed_application(recruitment, person)
    return selections.reserve(application, by=a.acting_secretariat(), assessment="補欠")


def test_motives_rest_sealed_and_opening_them_is_recorded(recruitment, people):
    application = a.an_application(recruitment, people["resident_1"])
    application = SeatApplication.objects.get(pk=application.pk)
    assert "会議室" not in str(application.motives)
    assert "会議室" in application.motives.reveal(by=a.acting_secretariat(), reason="選考")
    assert AuditEntry.objects.filter(verb="residents.personal_data.viewed").count() == 1


def test_an_applicant_who_does_not_use_the_internet_is_not_eligible(recruitment, people):
    with pytest.raises(Denied):
        actions.submit(
            recruitment,
            by=Acting(people["resident_1"]),
            connection="residence",
            uses_internet=False,
            motives="",
        )
    assert not SeatApplication.objects.exists()


def test_whoever_withdrew_may_apply_again(recruitment, people):
    application = a.an_application(recruitment, people["resident_1"])
    actions.withdraw(application, by=Acting(people["resident_1"]))
    assert a.an_application(recruitment, people["resident_1"]).status == "submitted"


def test_a_paper_opens_an_account_for_somebody_who_had_none_and_tells_them(recruitment):
    application = paper(recruitment)
    person = User.objects.get(email="kami@example.jp")
    assert application.applicant == person and application.channel == "paper"
    assert not person.has_usable_password()
    assert person.connections.on(clock.today()).get().kind == "work"
    told = OutboxMessage.objects.get(kind="governance.application_entered")
    assert told.recipient_id == str(person.pk)


def test_a_paper_of_somebody_known_changes_nothing_about_their_account(recruitment, people):
    before = people["resident_1"].display_name
    application = paper(recruitment, email=people["resident_1"].email.upper())
    assert application.applicant == people["resident_1"]
    assert User.objects.get(pk=people["resident_1"].pk).display_name == before
    with pytest.raises(Denied):
        paper(recruitment, email=people["resident_1"].email)


def test_a_paper_counts_by_the_day_it_arrived(recruitment, frozen):
    frozen("2026-07-01 09:00")
    windows.open_and_close()
    assert Recruitment.objects.get(pk=recruitment.pk).status == "closed"
    assert paper(recruitment, received_on=recruitment.closes_on).status == "submitted"
    with pytest.raises(Denied):
        paper(recruitment, email="late@example.jp", received_on=recruitment.closes_on + timedelta(days=1))
    assert not User.objects.filter(email="late@example.jp").exists()


def test_a_seat_needs_a_yes_and_a_no_lets_the_next_move_up(recruitment, people):
    reserve = a_reserve(recruitment, people["resident_2"])
    second = a_reserve(recruitment, people["resident_3"])
    assert (reserve.reserve_rank, second.reserve_rank) == (1, 2)
    chosen = a.an_assessed_application(recruitment, people["resident_1"])
    selections.recommend(chosen, by=a.acting_secretariat(), assessment="推薦")
    selections.select(chosen, by=a.acting_mayor())
    with pytest.raises(Denied):
        actions.turn_down(chosen, by=Acting(people["resident_2"]))
    actions.turn_down(chosen, by=Acting(people["resident_1"]))
    reserve.refresh_from_db()
    second.refresh_from_db()
    assert (reserve.status, second.status) == ("recommended", "reserve")
    assert OutboxMessage.objects.filter(kind="governance.application_moved_up").exists()


def test_withdrawing_an_accepted_seat_lets_the_next_move_up(recruitment, people):
    reserve = a_reserve(recruitment, people["resident_2"])
    early = a.an_application(recruitment, people["resident_3"])
    actions.withdraw(early, by=Acting(people["resident_3"]))
    reserve.refresh_from_db()
    assert reserve.status == "reserve"
    accepted = a.a_selected_application(recruitment, people["resident_1"])
    actions.withdraw(accepted, by=Acting(people["resident_1"]))
    reserve.refresh_from_db()
    assert reserve.status == "recommended"


def test_the_balance_counts_only_what_was_declared(recruitment, people):
    for key, band, gender in (("resident_1", "30s", "female"), ("resident_2", "", "female")):
        actions.submit(
            recruitment,
            by=Acting(people[key]),
            connection="residence",
            uses_internet=True,
            motives="動機",
            age_band=band,
            gender=gender,
        )
    by_age, by_gender, *_ = balance(recruitment, recruitment.applications.all(), by=a.acting_secretariat())
    assert [row[1:] for row in by_age["rows"]] == [[1, 0], [1, 0]]
    assert [row[1:] for row in by_gender["rows"]] == [[2, 0]]


def test_what_led_to_no_seat_is_destroyed_after_the_retention(recruitment, people, frozen):
    declined = a.an_assessed_application(recruitment, people["resident_1"])
    selections.set_aside(declined, by=a.acting_secretariat(), assessment="面談済み")
    selections.decline(declined, by=a.acting_mayor())
    reserve = a_reserve(recruitment, people["resident_2"])
    seat = a.a_seat(recruitment, people["resident_3"])
    frozen("2026-07-01 09:00")
    windows.open_and_close()
    recruitments.complete(recruitment, by=a.acting_secretariat())
    assert OutboxMessage.objects.get(kind="governance.application_reserved").recipient_id == str(
        people["resident_2"].pk
    )
    frozen("2027-07-01 00:05")
    assert tasks.erase_due() == 0
    frozen("2027-07-02 00:05")
    assert tasks.erase_due() == 1
    assert tasks.erase_due() == 0
    assert not SeatApplication.objects.filter(pk=declined.pk).exists()
    assert not Assessment.objects.filter(application_id=declined.pk).exists()
    assert Recruitment.objects.get().erased == 1
    frozen("2028-05-31 23:00")
    assert tasks.erase_due() == 0
    frozen("2028-06-01 00:05")
    assert tasks.erase_due() == 1
    assert not SeatApplication.objects.filter(pk=reserve.pk).exists()
    assert SeatApplication.objects.get().pk == seat.application_id


def test_a_recruitment_called_off_is_forgotten_too(recruitment, people, frozen):
    a.an_application(recruitment, people["resident_1"])
    recruitments.cancel(recruitment, by=a.acting_secretariat(), reason="見直し")
    frozen("2027-06-03 00:05")
    assert tasks.erase_due() == 1
