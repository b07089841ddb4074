"""A resident words a change, the committee resolves it, the new text binds on its day.

Plain HTTP without JavaScript; whoever is refused is told why.
"""

from datetime import date

import pytest
from django.test import Client

from governance.rules.tasks import follow_the_calendar
from portal.foundation import clock, parameters
from portal.foundation.models import OutboxMessage
from tests.factories import governance, rules


@pytest.fixture
def rule(town, frozen):
    frozen("2026-11-22 09:00")
    governance.a_committee_in_office()
    return rules.an_enacted_rule()


def boxes(client, url):
    """Every box of the form as it stands, ready to be sent back."""
    form = client.get(url).context["form"]
    return {field.html_name: field.value() or "" for field in form}


def see(client, url):
    answer = client.get(url)
    assert answer.status_code == 200, url
    return answer.content.decode()


def test_a_committee_amends_a_room_rule(rule, client_as, people):
    resident, stranger, secretary = client_as("resident_1"), client_as("npo_author"), client_as("secretary")
    member = client_as("member_1")
    url = "/rules/room-rule/amend/"

    # a guest is asked to log in; a body without a part in it is told so
    assert "/accounts/login/" in Client().get(url)["Location"]
    assert str(stranger.get(url).context["may"].reason) in see(stranger, url)

    # the resident changes one number, looks at what it would mean, and proposes it
    data = boxes(resident, url)
    data["body_art-3"] = data["body_art-3"].replace("6か月", "12か月")
    data["reason"] = "年に一度の催しの会議室が休眠になってしまうためです。"
    preview = resident.post(url, {**data, "preview": "1"}).content.decode()
    assert "第3条第1項中「6か月」を「12か月」に改める。" in preview
    assert preview.count("<ins>") == 1 and preview.count("<del>") == 1
    assert "改正後の全文" in preview
    moved = resident.post(url, {**data, "fate_art-1": "down", "preview": "1"}).content.decode()
    assert "移動：第1条を第2条とする" in moved
    answer = resident.post(url, {**data, "propose": "1"})
    proposal = answer["Location"]
    assert "12か月" in see(Client(), proposal)
    assert "6か月" in see(Client(), "/rules/room-rule/")

    # nobody may adopt it yet: the committee has not resolved
    adopt = f"{proposal}adopt/"
    for client in (member, secretary, resident):
        assert not client.get(adopt).context["may"]
    decision = {"effective_from": "2027-01-01", "room.inactivity_days": "365"}
    refused = member.post(adopt, {**decision, "resolution": "999"})
    assert refused.status_code == 200 and refused.context["form"].errors["resolution"]

    # the committee resolves; the secretariat still may not carry it out, and is told who may
    resolution = rules.a_resolution(f"「{rule.title}」の一部改正")
    refused = secretary.post(adopt, {**decision, "resolution": resolution.pk})
    assert refused.status_code == 403
    assert "運営委員会" in refused.content.decode()

    # a member adopts it; a second press is harmless
    page = see(member, adopt)
    assert resolution.title in page
    answer = member.post(adopt, {**decision, "resolution": resolution.pk})
    assert answer.status_code == 302 and answer["Location"] == "/rules/room-rule/"
    again = member.post(adopt, {**decision, "resolution": resolution.pk})
    assert again.status_code in (200, 403)
    assert rules.reloaded(rule).latest.number == 2

    # until its day the old text binds; the new one can be read already
    assert "6か月" in see(Client(), "/rules/room-rule/")
    assert "12か月" in see(Client(), "/rules/room-rule/?asof=2027-01-01")
    assert "12か月" in see(Client(), "/rules/room-rule/compare/?from=1&to=2")
    told = OutboxMessage.objects.filter(kind="governance.amendment_adopted")
    assert [message.recipient_id for message in told] == [str(people["resident_1"].pk)]

    # on its day the portal itself goes by the new number
    with clock.at(date(2027, 1, 1)):
        follow_the_calendar()
        assert "12か月" in see(Client(), "/rules/room-rule/")
        assert "6か月" in see(Client(), "/rules/room-rule/?asof=2026-12-31")
        assert parameters.value("room.inactivity_days") == 365


def test_a_draft_with_open_places_is_enacted_only_after_the_committee_filled_them_in(rule, client_as):
    resident, chair = client_as("resident_1"), client_as("chair")
    page = resident.get("/rules/propose/")
    typed = {
        "title": "会議室の基本ルール",
        "slug": "basics",
        "text": page.context["form"]["text"].value(),
        "reason": "はじめての人にも分かるルールが必要です。",
    }
    assert "○か月" in typed["text"]
    assert resident.post("/rules/propose/", typed)["Location"] == "/rules/basics/"
    rules.a_resolution("「会議室の基本ルール」の制定")
    refusal = chair.get("/rules/basics/enact/").context["may"]
    assert not refusal and "第6条第1項" in str(refusal.reason)
