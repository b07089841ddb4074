"""A draft lies open, residents and guests comment, the answers are read with the decision.

Plain HTTP without JavaScript; whoever is refused is told why.
"""

import pytest
from django.test import Client

from governance.comment_periods.models import CommentPeriod, PublicComment
from governance.comment_periods.tasks import follow_the_calendar
from portal.foundation.models import OutboxMessage
from tests.factories import governance, rules


@pytest.fixture
def draft(town, frozen):
    frozen("2026-11-22 09:00")
    governance.a_committee_in_office()
    governance.set_numbers(**{"rules.comment_days": 30})
    return rules.a_draft()


def see(client, url):
    answer = client.get(url)
    assert answer.status_code == 200, url
    return answer.content.decode()


def comment(client, page, text, **more):
    ticket = client.get(f"{page}send/").context["form"]["ticket"].value()
    return client.post(f"{page}send/", {"text": text, "ticket": ticket, **more})


def test_a_draft_lies_open_for_comments(draft, client_as, people, frozen):
    secretary, chair, resident, guest = (
        client_as("secretary"),
        client_as("chair"),
        client_as("resident_1"),
        Client(),
    )
    address = "/rules/room-rule/comments/lay-open/"
    assert "/accounts/login/" in guest.get(address)["Location"]
    assert resident.get(address).status_code == 403
    assert address in see(secretary, "/rules/room-rule/")
    assert address not in see(resident, "/rules/room-rule/")

    # too short without a reason: said beside the field, nothing lost
    words = {"question": "困ることを教えてください。", "closes_on": "2026-12-01", "shorter_because": ""}
    answer = secretary.post(address, words)
    assert answer.status_code == 200 and "30日間" in answer.content.decode()
    assert "困ることを教えてください。" in answer.content.decode()
    assert secretary.post(address, {**words, "closes_on": "2026-12-21"})["Location"] == "/rules/room-rule/"
    period = CommentPeriod.objects.get()
    page = period.get_absolute_url()
    assert page in see(guest, "/rules/room-rule/")
    told = OutboxMessage.objects.filter(kind="governance.comments_opened")
    assert told.filter(recipient_id=str(people["resident_9"].pk)).count() == 1

    assert "no-store" in guest.get(f"{page}send/")["Cache-Control"]

    # everybody comments; empty words are refused, a second press is the same comment
    assert comment(guest, page, "").status_code == 200
    answer = comment(guest, page, "第3条は短すぎます。", name="通りすがり")
    receipt = answer["Location"]
    ticket = PublicComment.objects.get().pk
    again = guest.post(f"{page}send/", {"text": "第3条は短すぎます。", "ticket": str(ticket)})
    assert again["Location"] == receipt and PublicComment.objects.count() == 1
    assert "第3条は短すぎます。" in see(Client(), receipt) and "noindex" in see(Client(), receipt)
    own = comment(resident, page, "賛成です。")["Location"]
    assert "賛成です。" in see(resident, own)
    assert Client().get(own).status_code == 404 and client_as("resident_2").get(own).status_code == 404
    shown = see(guest, page)
    assert "意見2件" in shown and "短すぎます" not in shown
    assert "通りすがり" in see(secretary, f"{page}received/")
    assert resident.get(f"{page}received/").status_code == 403

    # a later last day, never an earlier one
    assert secretary.post(f"{page}extend/", {"closes_on": "2026-12-01", "reason": "延長"}).status_code == 200
    assert (
        secretary.post(f"{page}extend/", {"closes_on": "2026-12-25", "reason": "祝日のため"}).status_code
        == 302
    )

    # nothing is decided while comments come in, or have no answer
    resolution = rules.a_resolution(f"「{draft.title}」の制定")
    decision = {"effective_from": "2027-02-01", "resolution": resolution.pk}
    enact = "/rules/room-rule/enact/"
    assert not chair.get(enact).context["may"]
    assert secretary.get(f"{page}groups/add/").status_code == 403
    frozen("2026-12-26 00:05")
    follow_the_calendar()
    follow_the_calendar()
    assert guest.get(f"{page}send/").status_code == 403
    assert OutboxMessage.objects.filter(
        kind="governance.comments_closed", recipient_id=str(people["chair"].pk)
    ).exists()
    refused = chair.post(enact, decision)
    assert page in refused.content.decode() and refused.status_code == 403

    # answered in groups; others read nothing of it before the decision
    numbers = list(period.comments.order_by("number").values_list("pk", flat=True))
    group = {"summary": "期間が短い", "outcome": "unchanged", "answer": "6か月で足ります。"}
    add = f"{page}groups/add/"
    assert secretary.post(add, group).status_code == 200  # no comment chosen
    assert secretary.post(add, {**group, "comments": [numbers[0]]})["Location"] == page
    kept = period.groups.get()
    edit = f"{page}groups/{kept.pk}/"
    assert (
        secretary.post(edit, {**group, "answer": "半年あれば足ります。", "comments": numbers})["Location"]
        == page
    )
    assert "半年あれば足ります。" in see(secretary, page)
    assert "半年あれば足ります。" not in see(guest, page) and "半年" not in see(guest, receipt)

    # with the decision the answers are public, at once
    assert chair.post(enact, decision)["Location"] == "/rules/room-rule/"
    shown = see(guest, page)
    assert "半年あれば足ります。" in shown and "案のとおりとした" in shown and "意見2件" in shown
    assert "半年あれば足ります。" in see(guest, receipt)
    assert secretary.post(edit, {**group, "comments": numbers}).status_code == 403
    follow_the_calendar()
    answered = OutboxMessage.objects.filter(kind="governance.comments_answered")
    assert [message.recipient_id for message in answered] == [str(people["resident_1"].pk)]
    period.refresh_from_db()
    assert period.status == "published"
    assert "回答を公表済み" in see(guest, "/rules/room-rule/")
