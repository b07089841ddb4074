"""The adviser's log at the committee (checklist 83): through HTTP, expected values typed by hand."""

from datetime import timedelta

import pytest

from governance.advice import actions, permissions
from governance.advice.lifecycle import ADVICE
from governance.advice.models import Advice
from governance.issues import actions as issues
from governance.seats.permissions import sits_on
from portal.foundation import clock
from portal.foundation.decisions import Denied
from portal.foundation.models import OutboxMessage
from residents.models import Contract
from tests.factories import governance as a

HOME = "/committees/steering-committee/advice/"

SEATLESS = {"vice_chair_2", *(f"member_{n}" for n in range(2, 10))}
"""Members of the founded town who have no seat in the term of these tests."""


@pytest.fixture
def committee(town):
    a.a_committee_in_office(("chair", "vice_chair_1", "member_1"))
    return a.steering_committee()


def text(response):
    return response.content.decode()


def told(kind, people):
    rows = OutboxMessage.objects.filter(kind=f"governance.{kind}").values_list("recipient_id", flat=True)
    return sorted(
        key for key, person in people.items() if str(person.pk) in set(rows) and key not in SEATLESS
    )


def test_the_life_of_advice():
    assert {(verb, source, target) for verb, source, target, _by in ADVICE.rows()} == {
        ("give", "", "given"),
        ("acknowledge", "given", "acknowledged"),
        ("answer", "given", "answered"),
        ("answer", "acknowledged", "answered"),
    }


WHO = ["adviser", "chair", "member_1", "secretary", "caretaker_1", "resident_1", "mayor"]


def test_who_advises_and_who_answers(committee, acting, town):
    assert [who for who in WHO if permissions.can_give_advice(acting(who), committee)] == ["adviser"]
    assert not permissions.can_give_advice(acting("adviser", None), committee)
    advice = actions.give(committee, by=acting("adviser"), title="題", text="本文")
    for ask in (permissions.can_acknowledge_advice, permissions.can_answer_advice):
        assert [who for who in WHO if ask(acting(who), advice)] == ["chair", "member_1"]
    assert not sits_on(acting("adviser"), committee)


def test_with_the_contract_the_right_ends(committee, acting, frozen):
    last = Contract.objects.get(contractor__code="sfc-consortium").until_on
    frozen(f"{last + timedelta(days=1)} 09:00")
    with pytest.raises(Denied):
        actions.give(committee, by=acting("adviser"), title="題", text="本文")
    assert clock.today() > last


def test_advice_is_given_taken_note_of_and_answered(committee, acting, client, client_as, people):
    issue = issues.raise_issue(committee, by=acting("chair"), title="発言が減っている", about="半年で半分。")
    closed = issues.raise_issue(
        committee,
        by=acting("chair"),
        title="内密の件",
        about="x",
        is_public=False,
        closing_ground="個人のこと",
    )
    adviser, member, resident = client_as("adviser"), client_as("member_1"), client_as("resident_1", None)
    assert resident.get(f"{HOME}give/").status_code == 403
    form = text(adviser.get(f"{HOME}give/"))
    assert "発言が減っている" in form and "内密の件" not in form
    kept = adviser.post(f"{HOME}give/", {"title": "入口を分かりやすく", "text": "", "issue": issue.pk})
    assert "入口を分かりやすく" in text(kept) and not Advice.objects.exists()
    adviser.post(
        f"{HOME}give/", {"title": "入口を分かりやすく", "text": "初めての方の入口を。", "issue": closed.pk}
    )
    assert not Advice.objects.exists()
    adviser.post(
        f"{HOME}give/", {"title": "入口を分かりやすく", "text": "初めての方の入口を。", "issue": issue.pk}
    )
    adviser.post(
        f"{HOME}give/", {"title": "入口を分かりやすく", "text": "初めての方の入口を。", "issue": issue.pk}
    )
    advice = Advice.objects.get()
    page = advice.get_absolute_url()
    assert told("advice_given", people) == ["chair", "member_1", "vice_chair_1"]
    assert issue.get_absolute_url() in text(client.get(page))

    assert adviser.post(f"{page}answer/", {"answer": "自答"}).status_code == 403
    member.post(f"{page}acknowledge/")
    assert told("advice_acknowledged", people) == ["adviser"]
    assert member.post(f"{page}acknowledge/").status_code == 403
    member.post(f"{page}answer/", {"answer": "次の会議で話します。"})
    assert told("advice_answered", people) == ["adviser", "chair", "vice_chair_1"]
    shown = text(client.get(page))
    assert "初めての方の入口を。" in shown and "次の会議で話します。" in shown
    assert member.post(f"{page}answer/", {"answer": "もう一度"}).status_code == 403
    assert "入口を分かりやすく" in text(client.get(HOME))
