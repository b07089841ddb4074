"""議会との関係: a note for everybody, and a day before which no answer goes out."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from governance.answers import actions as answers
from governance.answers import permissions as answering
from governance.proposals import actions
from governance.proposals.models import Proposal
from governance.sittings import acting_secretariat
from portal.foundation import clock
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from residents.models import User
from tests.factories import governance, proposals

NOTE = "12月定例会の建設環境常任委員会に報告します。"
DAY = date(2026, 12, 10)


@pytest.fixture(autouse=True)
def committee_in_office(town, frozen):
    frozen("2026-11-20 09:00")
    proposals.set_deadlines()
    return governance.a_committee_in_office(("chair", "member_1"))


def told(kind):
    ids = OutboxMessage.objects.filter(kind=f"governance.{kind}").values_list("recipient_id", flat=True)
    return {person.email.split("@")[0] for person in User.objects.filter(pk__in=list(ids))}


def noted(status):
    proposal = proposals.a_proposal_in(status)
    return actions.note_assembly(proposal, by=acting_secretariat(), note=NOTE, embargo_until=DAY)


def test_an_answer_is_not_published_before_the_assembly_has_been_told():
    proposal = noted("answered")
    with pytest.raises(Denied) as refusal, clock.at(date(2026, 12, 9)):
        answers.publish(proposal, by=acting_secretariat())
    assert NOTE in str(refusal.value.reason) and "2026年12月10日" in str(refusal.value.reason)
    assert Proposal.objects.get().status == "answered"
    with clock.at(DAY):
        assert answers.publish(proposal, by=acting_secretariat()).status == "published"


def test_note_assembly_is_public_and_told_to_those_who_publish_and_decide():
    noted("routed")
    line = AuditEntry.objects.get(verb="governance.proposal.assembly_noted")
    assert (line.is_public, line.reason, line.details) == (True, NOTE, {"embargo_until": "2026-12-10"})
    assert told("proposal_held_back") >= {"mayor", "pr-author", "pr-approver"}


def test_the_same_day_again_tells_nobody_again_and_no_day_lets_it_go():
    proposal = noted("answered")
    before = OutboxMessage.objects.count()
    actions.note_assembly(
        proposal, by=acting_secretariat(), note="報告は資料配付とします。", embargo_until=DAY
    )
    assert OutboxMessage.objects.count() == before
    proposal = actions.note_assembly(proposal, by=acting_secretariat(), note="報告を終えました。")
    assert answering.can_publish_proposal(acting_secretariat(), proposal)


def test_whoever_may_not_publish_yet_is_not_late():
    proposal = noted("answered")
    assert proposal.step_due_on == DAY  # the five open days would have ended on 30 November
    other = proposals.a_proposal_in("presented", "自転車の置き場についての提言")
    actions.note_assembly(other, by=acting_secretariat(), note=NOTE, embargo_until=DAY)
    other = answers.answer(other, by=governance.acting_mayor())
    assert other.step_due_on == DAY


def test_an_embargo_beyond_the_promised_day_needs_an_extension_first():
    proposal = proposals.a_proposal_in("routed")
    late = date(2027, 3, 24)
    with pytest.raises(Denied) as refusal:
        actions.note_assembly(proposal, by=acting_secretariat(), note=NOTE, embargo_until=late)
    assert "延長" in str(refusal.value.next_step)
    answers.extend(proposal, by=acting_secretariat(), until=late, reason="3月定例会を待つためです。")
    proposal = actions.note_assembly(proposal, by=acting_secretariat(), note=NOTE, embargo_until=late)
    assert proposal.embargo_until == late


def test_the_database_holds_nothing_back_without_a_reason():
    proposals.a_proposal_in("routed")
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.update(embargo_until=DAY)


def test_the_secretariat_notes_it_by_form_and_everybody_reads_it(client_as):
    proposal = proposals.a_proposal_in("answered")
    url = f"{proposal.get_absolute_url()}assembly/"
    page = Client().get(proposal.get_absolute_url()).content.decode()
    assert NOTE not in page
    assert client_as("planner_author").post(url, {"note": NOTE}).status_code == 403
    sent = client_as("secretary").post(url, {"note": NOTE, "embargo_until": "2026-12-10"})
    assert sent["Location"] == proposal.get_absolute_url()
    page = Client().get(proposal.get_absolute_url()).content.decode()
    assert NOTE in page and "2026年12月10日" in page
    row = Client().get("/proposals/open-data/proposals.json").json()["proposals"][0]
    assert (row["assembly_note"], row["embargo_until"], row["kind"]) == (NOTE, "2026-12-10", "committee")
    assert NOTE in Client().get("/proposals/open-data/items.csv").content.decode("utf-8-sig")
    refused = client_as("secretary").get(f"{proposal.get_absolute_url()}publish/").content.decode()
    assert NOTE in refused
