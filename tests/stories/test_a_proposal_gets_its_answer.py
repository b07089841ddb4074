"""From the committee's draft to the mayor's answer, every step by the person whose step it is.

Plain HTTP without JavaScript; whoever is refused is told why.
"""

import pytest
from django.test import Client

from governance.models import Proposal
from tests.factories import governance, proposals


@pytest.fixture
def committee(town, frozen):
    frozen("2026-11-22 09:00")
    return governance.a_committee_in_office(("chair", "member_1"))


def refused(client, url, data=None):
    answer = client.post(url, data or {})
    assert answer.status_code == 403, url
    return answer.content.decode()


def done(client, url, data=None):
    answer = client.post(url, data or {})
    assert answer.status_code == 302, getattr(answer.context, "get", lambda *_: answer.content.decode())(
        "form"
    )
    return answer["Location"]


def test_a_proposal_gets_its_answer(committee, client_as):
    member, chair, secretary = client_as("member_1"), client_as("chair"), client_as("secretary")
    planner, mayor, resident = client_as("planner_author"), client_as("mayor"), client_as("resident_1")
    typed = {
        "title": proposals.TITLE,
        "background": "会議室での話し合いをまとめました。",
        "items": "公園の開放時間を延ばす\n夏の夕方も遊べるようにする。\n\nプレイリーダーを置く",
    }
    refused(resident, "/proposals/draft/", typed)
    url = done(member, "/proposals/draft/", typed)
    assert (
        done(member, f"{url}revise/", {**typed, "background": "会議室での3か月の話し合いをまとめました。"})
        == url
    )
    assert resident.get(url).status_code == 404

    assert member.get(f"{url}adopt/").context["may"].next_step
    resolution = proposals.a_resolution()
    done(member, f"{url}adopt/", {"resolution": resolution.pk})
    assert "提言第1号" in Client().get(url).content.decode()

    assert "委員長" in refused(member, f"{url}hand-over/") or "chair" in refused(member, f"{url}hand-over/")
    done(chair, f"{url}hand-over/")
    late = secretary.post(f"{url}receive/", {"answer_due_on": "2026-11-01"})
    assert late.status_code == 200 and late.context["form"].errors["answer_due_on"]
    refused(mayor, f"{url}receive/", {"answer_due_on": "2027-02-20"})
    done(secretary, f"{url}receive/", {"answer_due_on": "2027-02-20"})

    found = Proposal.objects.get()
    unit = governance.Body.objects.get(code="planning-section")
    done(secretary, f"{url}route/", {f"unit_{item.pk}": unit.pk for item in found.items.all()})
    assert "企画課" in Client().get(url).content.decode()

    answer = {"result": "planned", "text": "来年度から行います。", "reason": "予算の見通しが立ったためです。"}
    page = refused(client_as("pr_author"), f"{url}items/1/answer/", answer)
    assert "企画課" in page
    assert planner.post(f"{url}items/1/answer/", {**answer, "reason": ""}).context["form"].errors["reason"]
    done(planner, f"{url}items/1/answer/", answer)
    assert "プレイリーダーを置く" in refused(mayor, f"{url}answer/")
    done(planner, f"{url}items/2/answer/", {**answer, "result": "not_possible"})
    refused(planner, f"{url}items/1/approve/")
    head = client_as("planner_chief")
    done(head, f"{url}items/1/approve/")
    done(head, f"{url}items/2/approve/")
    assert "来年度から行います。" in mayor.get(f"{url}answer/").content.decode()
    assert "来年度から行います。" not in Client().get(url).content.decode()
    refused(planner, f"{url}answer/")
    done(mayor, f"{url}answer/")

    refused(mayor, f"{url}publish/")
    done(secretary, f"{url}publish/")
    refused(secretary, f"{url}publish/")
    html = Client().get(url).content.decode()
    for seen in ("企画課", "2026年11月22日", "来年度から行います。", "予算の見通しが立ったためです。"):
        assert seen in html
