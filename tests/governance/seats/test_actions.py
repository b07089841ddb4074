"""Commissioning, the maximum, resigning, dismissing, and midnight after the last day."""

from datetime import date

import pytest

from governance.applications import actions as applications
from governance.committees import actions as committees
from governance.committees import tasks as reminders
from governance.seats import actions, tasks
from governance.seats.models import Office, Seat
from governance.seats.permissions import sits_on
from governance.selections import actions as selections
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from residents.models import User
from residents.roles.holdings import holds
from tests.factories import governance as a


@pytest.fixture
def recruitment(town, frozen):
    frozen("2026-06-01 09:00")
    a.set_numbers()
    return a.a_recruitment(a.a_term())


def applicants(count: int) -> list[User]:
    people = []
    for n in range(count):
        person = User.objects.create_user(f"applicant-{n}@example.jp", display_name=f"応募 {n}")
        person.connections.create(kind="work", from_on=date(2020, 1, 1))
        people.append(person)
    return people


def test_a_commissioned_person_may_act_for_the_committee_until_midnight_after_the_term(
    recruitment, people, frozen
):
    person = people["resident_1"]
    body = recruitment.term.body
    assert not holds(Acting(person, body), "committee.steering")
    seat = a.a_seat(recruitment, person)
    assert (seat.status, seat.ends_on) == ("serving", date(2028, 5, 31))
    frozen("2028-05-31 23:59")
    last_evening = Acting(User.objects.get(pk=person.pk), body)
    assert holds(last_evening, "committee.steering")
    assert sits_on(last_evening, body)
    frozen("2028-06-01 00:00")
    after_midnight = Acting(User.objects.get(pk=person.pk), body)
    assert not holds(after_midnight, "committee.steering")
    assert not sits_on(after_midnight, body)
    assert tasks.begin_and_expire() == 1
    assert tasks.begin_and_expire() == 0
    seat.refresh_from_db()
    assert (seat.status, seat.end_reason, seat.ended_on) == ("ended", "expired", date(2028, 5, 31))


def test_a_seat_for_a_term_still_to_come_begins_with_it(town, people, frozen):
    frozen("2026-03-01 09:00")
    a.set_numbers()
    recruitment = a.a_recruitment(a.a_term(5, date(2026, 4, 1)))
    seat = a.a_seat(recruitment, people["resident_1"])
    assert seat.status == "commissioned"
    assert not sits_on(Acting(people["resident_1"], recruitment.term.body), recruitment.term.body)
    frozen("2026-04-01 00:00")
    tasks.begin_and_expire()
    assert Seat.objects.get().status == "serving"
    assert sits_on(Acting(User.objects.get(pk=people["resident_1"].pk), seat.term.body), seat.term.body)


def test_the_sixteenth_member_is_refused_by_article_8(recruitment):
    *fifteen, sixteenth = applicants(16)
    for person in fifteen:
        a.a_seat(recruitment, person)
    application = a.a_selected_application(recruitment, sixteenth)
    with pytest.raises(Denied) as refused:
        actions.commission(recruitment.term, by=a.acting_mayor(), application=application, letter_number="16")
    assert "15" in str(refused.value) and "8" in str(refused.value)
    assert Seat.objects.count() == 15
    application.refresh_from_db()
    assert application.status == "accepted"


def test_the_sixteenth_member_is_accepted_after_the_mayors_decision_up_to_18(recruitment):
    *fifteen, sixteenth = applicants(16)
    for person in fifteen:
        a.a_seat(recruitment, person)
    decision = committees.raise_maximum(
        recruitment.term, by=a.acting_mayor(), maximum=18, reason="新しい地区の参加者を迎えるため"
    )
    seat = a.a_seat(recruitment, sixteenth)
    assert seat.size_decision == decision
    assert Seat.objects.exclude(pk=seat.pk).filter(size_decision__isnull=False).count() == 0


def test_nobody_is_commissioned_who_did_not_apply(recruitment):
    with pytest.raises(Denied):
        actions.commission(recruitment.term, by=a.acting_mayor(), application=None, letter_number="1")


def test_nobody_is_commissioned_from_another_recruitment(recruitment, people):
    application = a.a_selected_application(recruitment, people["resident_1"])
    later = a.a_term(6, date(2028, 6, 1))
    with pytest.raises(Denied):
        actions.commission(later, by=a.acting_mayor(), application=application, letter_number="1")


def test_a_commission_is_told_recorded_and_cannot_be_issued_twice(recruitment, people):
    application = a.a_selected_application(recruitment, people["resident_1"])
    actions.commission(recruitment.term, by=a.acting_mayor(), application=application, letter_number="第5期1")
    entry = AuditEntry.objects.get(verb="governance.seat.commissioned")
    assert entry.is_public and entry.reference == "第5期1"
    told = OutboxMessage.objects.get(kind="governance.seat_commissioned")
    assert told.recipient_id == str(people["resident_1"].pk)
    with pytest.raises(Denied):
        actions.commission(
            recruitment.term, by=a.acting_mayor(), application=application, letter_number="第5期2"
        )


def test_a_second_term_is_marked_as_reappointed(recruitment, people, frozen):
    assert not a.a_seat(recruitment, people["resident_1"]).is_reappointed
    frozen("2028-06-01 09:00")
    again = a.a_seat(a.a_recruitment(a.a_term(6)), people["resident_1"])
    assert again.is_reappointed


def test_a_resigning_member_stays_until_the_mayor_accepts(recruitment, people, frozen):
    seat = a.a_seat(recruitment, people["resident_1"])
    body = recruitment.term.body
    seat = actions.resign(seat, by=Acting(people["resident_1"], body), reason="転居のため")
    assert seat.status == "resigning"
    assert OutboxMessage.objects.filter(kind="governance.seat_resigned").count() == 1
    seat = actions.accept_resignation(seat, by=a.acting_mayor(), last_day=date(2026, 6, 30))
    assert (seat.status, seat.end_reason) == ("ended", "resigned")
    frozen("2026-06-30 12:00")
    assert sits_on(Acting(User.objects.get(pk=people["resident_1"].pk), body), body)
    frozen("2026-07-01 00:00")
    assert not sits_on(Acting(User.objects.get(pk=people["resident_1"].pk), body), body)


def test_a_dismissed_chair_leaves_the_office_too(town, frozen):
    frozen("2026-06-01 09:00")
    term = a.a_committee_in_office()
    office = Office.objects.chairs().get()
    actions.dismiss(office.seat, by=a.acting_mayor(), reason="委員会の決議を公表前に外部へ渡したため")
    office.refresh_from_db()
    assert (office.status, office.until_on) == ("ended", clock.today())
    assert [step.verb for step in office.steps.all()] == ["choose", "vacate"]
    assert term.seats.in_force().count() == 2


def test_a_withdrawn_application_cannot_become_a_seat(recruitment, people):
    application = a.a_selected_application(recruitment, people["resident_1"])
    application = applications.withdraw(application, by=Acting(people["resident_1"]))
    with pytest.raises(Denied):
        actions.commission(recruitment.term, by=a.acting_mayor(), application=application, letter_number="1")


def test_a_questioned_member_keeps_the_seat_until_the_mayor_has_decided(recruitment, people):
    body = recruitment.term.body
    seat = a.a_seat(recruitment, people["resident_1"])
    with pytest.raises(Denied):
        actions.question(seat, by=a.acting_mayor(), reason="転出の届")
    seat = actions.question(seat, by=a.acting_secretariat(), reason="転出の届が出ています。")
    assert seat.status == "under_review"
    assert sits_on(Acting(people["resident_1"], body), body)
    told = OutboxMessage.objects.filter(kind="governance.seat_questioned")
    assert str(people["resident_1"].pk) in set(told.values_list("recipient_id", flat=True))
    seat = actions.uphold(seat, by=a.acting_mayor(), reason="市内に通勤している。")
    assert seat.status == "serving"


def test_whoever_no_longer_meets_article_11_loses_the_seat_at_midnight(recruitment, people, frozen):
    body = recruitment.term.body
    seat = a.a_seat(recruitment, people["resident_1"])
    actions.question(seat, by=a.acting_secretariat(), reason="転出の届")
    seat = actions.disqualify(seat, by=a.acting_mayor(), reason="市内との関わりがない。")
    assert (seat.status, seat.end_reason) == ("ended", "ineligible")
    frozen("2026-06-02 00:00")
    assert not sits_on(Acting(User.objects.get(pk=people["resident_1"].pk), body), body)


def test_a_substitute_serves_for_the_remainder_of_the_term(recruitment, people, frozen):
    reserve = a.an_assessed_application(recruitment, people["resident_2"])
    reserve = selections.reserve(reserve, by=a.acting_secretariat(), assessment="補欠")
    serving = a.a_seat(recruitment, people["resident_3"])
    left = a.a_seat(recruitment, people["resident_1"])
    frozen("2026-09-10 09:00")
    left = actions.dismiss(left, by=a.acting_mayor(), reason="長期の欠席")
    reserve.refresh_from_db()
    assert reserve.status == "recommended"
    selections.select(reserve, by=a.acting_mayor())
    applications.accept(reserve, by=Acting(people["resident_2"]))
    letter = {"by": a.acting_mayor(), "application": reserve, "letter_number": "補-1"}
    with pytest.raises(Denied):
        actions.commission(recruitment.term, replaces=serving, **letter)
    seat = actions.commission(recruitment.term, replaces=left, **letter)
    assert (seat.starts_on, seat.ends_on) == (date(2026, 9, 10), date(2028, 5, 31))
    assert seat.replaces == left
    assert not Seat.objects.to_be_replaced().exists()


def test_the_secretariat_is_reminded_once_ninety_days_before_a_term_ends(recruitment, frozen):
    frozen("2028-03-01 00:05")
    assert reminders.remind_of_term_ends() == 0
    frozen("2028-03-02 00:05")
    assert reminders.remind_of_term_ends() == 1
    frozen("2028-03-03 00:05")
    reminders.remind_of_term_ends()
    told = OutboxMessage.objects.filter(kind="governance.term_ending")
    assert told.count() == 2
    assert set(told.values_list("recipient_id", flat=True)) == {
        str(by.person.pk) for by in a.acting_selectors()
    }


def test_terms_are_numbered_one_after_the_other_and_never_overlap(recruitment):
    for number, starts_on in ((5, date(2028, 6, 1)), (7, date(2028, 6, 1)), (6, date(2028, 5, 31))):
        with pytest.raises(Denied):
            a.a_term(number, starts_on)
    assert a.a_term(6, date(2028, 6, 1)).ends_on == date(2030, 5, 31)
