"""The counter: two members of staff, two entries that agree, one code; and namesakes told apart."""

from __future__ import annotations

import html
import re
from datetime import date

import pytest
from django.test import Client

from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry
from surveys.certificates.attributes import Attributes
from surveys.certificates.person import VerifiedPerson, Way
from surveys.counters import actions, permissions
from surveys.counters.lifecycle import COUNTER_CHECK
from surveys.envelopes import actions as envelopes
from surveys.models import CounterCheck, Ticket, Voucher
from surveys.vouchers.actions import collect
from tests.factories import surveys as factory

HANAKO = {
    "document": "licence",
    "name": "見本　花子",
    "birth_date": "1988-04-01",
    "sex": "2",
    "address": "デモ県デモ市1丁目1番1号",
}
DETAILS = Attributes("見本 花子", "2", date(1988, 4, 1), "デモ県デモ市9丁目")


def words(response) -> str:
    return html.unescape(response.content.decode())


def test_the_verbs_lead_where_they_should():
    rows = {verb: (source, target) for verb, source, target, _by in COUNTER_CHECK.rows()}
    assert rows == {
        "record": ("", "recorded"),
        "confirm": ("recorded", "confirmed"),
        "drop": ("recorded", "dropped"),
    }


def test_two_members_of_staff_give_a_resident_a_code(gated, client_as, acting):
    first, second = client_as("it_staff"), client_as("it_chief")
    desk = f"/surveys/{gated.slug}/manage/counter/"
    neighbour = first.post(desk + "record/", {**HANAKO, "address": "デモ県となり市1丁目"})
    assert "form-error" in words(neighbour) and "見本　花子" in words(neighbour)
    recorded = first.post(desk + "record/", HANAKO)
    assert recorded.status_code == 302
    check = CounterCheck.objects.get()
    # The same person cannot be the second, and the page says why.
    assert first.post(recorded.url + "confirm/", HANAKO).status_code == 403
    assert "ご自分" in words(first.get(recorded.url))
    # What differs is not confirmed: another birth date, another document.
    for change in ({"birth_date": "1988-04-02"}, {"document": "two"}):
        page = second.post(recorded.url + "confirm/", {**HANAKO, **change})
        assert page.status_code == 200 and "form-errors" in words(page)
    assert not Voucher.objects.exists()
    # Another way of writing the same thing is no difference.
    written = {**HANAKO, "name": "見本 花子", "address": "デモ県デモ市１丁目"}
    slip = second.post(recorded.url + "confirm/", written)
    code = re.search(r"<pre[^>]*>([A-Z2-7-]{34})</pre>", words(slip))[1]
    assert "no-store" in slip["Cache-Control"] and not Ticket.objects.exists()
    assert second.post(recorded.url + "confirm/", written).status_code == 403 and Voucher.objects.count() == 1

    page = Client().post(f"/surveys/{gated.slug}/prove/collect/", {"code": code})
    assert page.status_code == 200 and Ticket.objects.count() == 1
    # By certificate the same person is known already.
    person = VerifiedPerson(Way.CERTIFICATE, "key\x1f1", DETAILS.same_person_text)
    assert envelopes.draw(gated, person).reason.code == "already-drawn"

    kept = f"{list(CounterCheck.objects.values())} {list(AuditEntry.objects.values('details', 'reason'))}"
    assert "花子" not in kept and "1988" not in kept and "デモ市1" not in kept
    line = AuditEntry.objects.get(verb="surveys.counter_check.confirmed")
    assert line.details == {"document": "licence", "namesakes": 1} and not line.is_public
    check.refresh_from_db()
    assert check.status == "confirmed"
    envelopes.close(gated, by=acting("planner_chief"))
    check.refresh_from_db()
    assert check.person_digest == ""


def test_a_namesake_draws_in_a_place_of_their_own(gated, acting):
    """見本 花子, born on one day in one town, twice in the register: two tickets, never a third."""
    first = VerifiedPerson(Way.CERTIFICATE, "key\x1f1", DETAILS.same_person_text)
    second = VerifiedPerson(Way.CERTIFICATE, "key\x1f2", DETAILS.same_person_text)
    assert envelopes.draw(gated, first)
    assert envelopes.draw(gated, second).reason.code == "already-drawn"

    def at_the_counter(number):
        check = actions.record(gated, DETAILS, document="licence", namesakes=number, by=acting("it_staff"))
        return actions.confirm(check, DETAILS, document="licence", namesakes=number, by=acting("it_chief"))

    assert collect(gated, at_the_counter(1)).reason.code == "already-drawn"
    assert collect(gated, at_the_counter(2))
    assert collect(gated, at_the_counter(2)).reason.code == "already-drawn"
    assert Ticket.objects.count() == 2
    check = actions.record(gated, DETAILS, document="licence", namesakes=2, by=acting("it_staff"))
    with pytest.raises(Denied):
        actions.confirm(check, DETAILS, document="licence", namesakes=3, by=acting("it_chief"))
    assert AuditEntry.objects.filter(
        verb="surveys.counter_check.confirmed", details={"document": "licence", "namesakes": 2}
    ).exists()


def test_a_check_is_broken_off_with_a_reason(gated, client_as, acting):
    check = actions.record(gated, DETAILS, document="licence", by=acting("it_staff"))
    address = f"/surveys/{gated.slug}/manage/counter/{check.pk}/"
    assert (
        client_as("it_chief").post(address + "drop/", {"reason": "書類の期限が切れていました。"}).status_code
        == 302
    )
    check.refresh_from_db()
    assert check.status == "dropped" and check.person_digest == ""
    assert not permissions.can_confirm_counter_check(acting("it_chief"), check)
    assert not permissions.can_drop_counter_check(acting("it_chief"), check)


@pytest.mark.parametrize("who", ["guest", "resident_1", "planner_chief", "pr_approver", "secretary"])
def test_only_those_who_verify_reach_the_counter(gated, client_as, acting, who):
    client = client_as(who)
    for page in ("", "record/"):
        assert client.get(f"/surveys/{gated.slug}/manage/counter/{page}").status_code == 403
    assert not permissions.can_record_counter_check(acting(who), gated)
    with pytest.raises(Denied):
        actions.record(gated, DETAILS, document="licence", by=acting(who))


def test_the_counter_serves_gated_surveys_that_collect(gated, unlocked, acting, client_as):
    desk = client_as("it_staff")
    planned = factory.planned(acting, "certificate")
    for survey, is_led_there in ((gated, True), (unlocked, False), (planned, False)):
        page = words(desk.get(f"/surveys/{survey.slug}/manage/"))
        assert (f"/surveys/{survey.slug}/manage/counter/" in page) is is_led_there
    with pytest.raises(Denied):
        actions.record(unlocked, DETAILS, document="licence", by=acting("it_staff"))
    check = actions.record(gated, DETAILS, document="licence", by=acting("it_staff"))
    envelopes.close(gated, by=acting("planner_chief"))
    with pytest.raises(Denied):
        actions.confirm(check, DETAILS, document="licence", by=acting("it_chief"))


def test_a_form_asks_back_and_keeps_what_was_entered(gated, client_as):
    desk = f"/surveys/{gated.slug}/manage/counter/record/"
    page = client_as("it_staff").post(desk, {**HANAKO, "birth_date": "2999-01-01", "is_namesake": "on"})
    assert words(page).count('form-error"') + words(page).count("form-error ") >= 2
    assert 'value="見本　花子"' in words(page) and not CounterCheck.objects.exists()
