"""A resident's theme is discussed, summed up, proposed, answered, and carried out: the whole way by HTTP.

Everybody whose discussion it was hears of every step; whoever may not act is told why.
"""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from communities.models import Post, Room
from governance.follow_ups import tasks
from governance.models import Proposal, ProposalItem, ThemeProposal
from governance.resolutions.lifecycle import Competence
from governance.sittings import adopt
from portal.foundation import clock
from portal.foundation.models import OutboxMessage
from residents.models import Body
from tests.factories import governance as a
from tests.factories import proposals
from tests.factories.communities import FRAMING

THEME = "子どもはどこで遊んでいる?"
TITLE = "子どもの遊び場についての提言"
ANSWER = {
    "result": "planned",
    "text": "7月から開放時間を延ばします。",
    "reason": "夏に間に合わせるためです。",
}


@pytest.fixture
def term(town, frozen):
    frozen("2026-06-01 09:00")
    a.set_numbers(guideline=False, committee_rule=False, **{"room.city_area.min_facilitators": 1})
    proposals.set_deadlines(proposal__reading_days=5)
    return a.a_committee_in_office(("chair", "vice_chair_1", "member_1"))


def page(name, *args):
    return reverse(f"governance:{name}", args=args)


def done(client, url, data=None):
    answer = client.post(url, data or {})
    assert answer.status_code == 302, (
        answer.context and answer.context.get("form") and answer.context["form"].errors
    )
    return answer["Location"]


def refused(client, url, data=None):
    answer = client.post(url, data or {})
    assert answer.status_code == 403, (url, answer.status_code)
    return answer.content.decode()


def heard(person, verb):
    news = OutboxMessage.objects.filter(recipient_id=str(person.pk), kind="governance.proposal_moved")
    return any(message.context["verb"] == verb for message in news)


def test_a_theme_becomes_the_mayors_answer(term, client_as, people):
    room = _a_theme_gets_a_room(client_as, people)
    post = _it_is_discussed_and_summed_up(client_as, people, room)
    url = _the_facilitator_drafts_and_everybody_reads(client_as, people, room, post)
    _the_committee_resolves_and_hands_over(client_as, url)
    _the_secretariat_returns_it_and_then_receives_it(client_as, url)
    _the_sections_answer_and_the_mayor_decides(client_as, url)
    _everybody_reads_the_answer_and_what_became_of_it(client_as, people, url)


def _a_theme_gets_a_room(client_as, people):
    resident, secretary, chair = client_as("resident_1"), client_as("secretary"), client_as("chair")
    done(
        resident, page("theme-raise"), {"title": THEME, "description": "遊び場が少ないので話し合いたいです。"}
    )
    theme = ThemeProposal.objects.get()
    done(secretary, page("theme-receive", theme.pk))
    done(secretary, page("theme-admit", theme.pk))
    resolution = adopt(
        a.steering_committee(),
        "テーマの選定",
        f"「{THEME}」を選定し開設する。",
        Competence.THEMES,
        clock.today(),
    )
    done(chair, page("theme-shortlist", theme.pk))
    done(chair, page("theme-adopt", theme.pk), {"resolution": resolution.pk, "reason": "多くの声があるため"})
    named = {
        **FRAMING,
        "related_body": Body.objects.get(code="civic-autonomy").pk,
        "closes_on": "2026-08-31",
        "resolution": resolution.pk,
        "slug": "asobiba",
        "facilitator": people["facilitator_other"].email,
        "facilitator_source": "other",
    }
    done(chair, page("theme-prepare-room", theme.pk), named)
    assignment = people["facilitator_other"].facilitator_assignments.get()
    refused(chair, page("theme-open-room", theme.pk), {"resolution": resolution.pk})
    done(
        client_as("facilitator_other"),
        f"/facilitators/{assignment.pk}/accept/",
        {"shown_name": people["facilitator_other"].display_name},
    )
    done(chair, page("theme-open-room", theme.pk), {"resolution": resolution.pk})
    return Room.objects.get()


def _it_is_discussed_and_summed_up(client_as, people, room):
    resident, facilitator, chair = client_as("resident_2"), client_as("facilitator_other"), client_as("chair")
    address, theme = f"/rooms/{room.slug}/", ThemeProposal.objects.get()
    words = {"title": "夏の公園", "body": "夕方に閉まるのが早いです。"}
    assert "参加してから書き込んでください" in resident.post(f"{address}posts/new/", words).content.decode()
    done(resident, f"{address}join/", {"shown_name": people["resident_2"].display_name})
    done(resident, f"{address}posts/new/", words)
    post = Post.objects.get()
    section = Body.objects.get(code="civic-autonomy").members_on()
    news = OutboxMessage.objects.filter(kind="communities.post_written_to_section")
    assert {row.recipient_id for row in news} == {str(person.pk) for person in section}
    refused(client_as("secretary"), page("theme-end-discussion", theme.pk))
    done(chair, page("theme-end-discussion", theme.pk), {"resolution": _resolved("話し合いの終了").pk})
    assert "書き込みは終了しました" in resident.post(f"{address}posts/new/", words).content.decode()
    summary = {
        "text": "夏の夕方にも遊べる場所がほしいという声が多くありました。",
        "cited": post.get_absolute_url(),
    }
    refused(resident, f"{address}summaries/draft/", summary)
    url = done(facilitator, f"{address}summaries/draft/", summary)
    done(facilitator, f"{url}post/")
    adopting = {"resolution": _resolved("まとめの採択").pk, "summary": room.summaries.get().pk}
    refused(facilitator, page("theme-adopt-summary", theme.pk), adopting)
    done(chair, page("theme-adopt-summary", theme.pk), adopting)
    for kind in ("prepared", "opened", "discussion_ended", "summary_adopted"):
        news = OutboxMessage.objects.filter(kind=f"governance.theme_room_{kind}")
        assert news.filter(recipient_id=str(people["resident_1"].pk)).exists(), kind
    return post


def _resolved(motion):
    text = f"「{THEME}」の{motion}を決議する。"
    return adopt(a.steering_committee(), motion, text, Competence.THEMES, clock.today())


def _the_facilitator_drafts_and_everybody_reads(client_as, people, room, post):
    facilitator = client_as("facilitator_other")
    form = facilitator.get(f"/proposals/draft/?room={room.pk}").content.decode()
    assert "夏の夕方にも遊べる場所" in form and post.get_absolute_url() in form
    typed = {
        "title": TITLE,
        "background": "会議室のまとめをもとにしました。",
        "items": "公園の開放時間を延ばす\n夏は19時まで。\n\nプレイリーダーを置く",
        "rooms": [room.pk],
        "cited": post.get_absolute_url(),
    }
    told = refused(client_as("resident_3"), "/proposals/draft/", typed)
    assert "テーマを提起" in told
    wrong = facilitator.post("/proposals/draft/", {**typed, "cited": "/rooms/asobiba/"})
    assert wrong.context["form"].errors["cited"] and "夏は19時まで。" in wrong.content.decode()
    url = done(facilitator, "/proposals/draft/", typed)
    assert Client().get(url).status_code == 404
    refused(facilitator, f"{url}lay-open/")
    done(client_as("member_1"), f"{url}lay-open/")
    html = Client().get(url).content.decode()
    assert "夕方に閉まるのが早いです。" in html and "閲覧できます" in html
    for key in ("resident_1", "resident_2", "facilitator_other"):
        assert heard(people[key], "lay_open"), key
    assert not heard(people["resident_3"], "lay_open")
    return url


def _the_committee_resolves_and_hands_over(client_as, url):
    chair = client_as("chair")
    resolution = proposals.a_resolution(TITLE)
    assert "閲覧期間中" in refused(chair, f"{url}adopt/", {"resolution": resolution.pk})
    with clock.at(date(2026, 6, 12)):
        done(chair, f"{url}adopt/", {"resolution": resolution.pk})
        refused(client_as("member_1"), f"{url}hand-over/")
        done(chair, f"{url}hand-over/")
    assert "提言第1号" in Client().get(url).content.decode()


def _the_secretariat_returns_it_and_then_receives_it(client_as, url):
    secretary, chair = client_as("secretary"), client_as("chair")
    with clock.at(date(2026, 6, 15)):
        refused(chair, f"{url}return/", {"reason": "x"})
        done(secretary, f"{url}return/", {"reason": "項目2の説明を書き足してください。"})
        assert "項目2の説明を書き足してください。" in Client().get(url).content.decode()
        mended = {
            "background": "会議室のまとめをもとにしました。",
            "items": "公園の開放時間を延ばす\n夏は19時まで。\n\nプレイリーダーを置く\n週末に見守る人を置く。",
            "reason": "項目2の説明を加えました。",
        }
        done(chair, f"{url}correct/", mended)
        done(chair, f"{url}adopt/", {"resolution": proposals.a_resolution(TITLE).pk})
        done(chair, f"{url}hand-over/")
        refused(client_as("mayor"), f"{url}receive/")
        done(secretary, f"{url}receive/")
    html = Client().get(url).content.decode()
    assert "受付第1号" in html and "2026年9月9日" in html  # 60 open days, with 海の日 and 山の日 between
    assert Proposal.objects.get().versions.count() == 2


def _the_sections_answer_and_the_mayor_decides(client_as, url):
    secretary, planner = client_as("secretary"), client_as("planner_author")
    planning, disaster = Body.objects.get(code="planning-section"), Body.objects.get(code="disaster")
    first, second = ProposalItem.objects.all()
    with clock.at(date(2026, 6, 18)):
        sections = {f"unit_{item.pk}": planning.pk for item in (first, second)}
        done(secretary, f"{url}route/", {**sections, f"cooperating_{first.pk}": [disaster.pk]})
        assert "企画課" in refused(client_as("pr_author"), f"{url}items/1/answer/", ANSWER)
        done(planner, f"{url}items/1/answer/", ANSWER)
        done(planner, f"{url}items/2/answer/", {**ANSWER, "result": "under_study"})
        head = client_as("planner_chief")
        assert "危機管理防災課" in refused(head, f"{url}items/1/approve/")
        done(client_as("disaster_officer"), f"{url}items/1/concur/", {"remark": "異議ありません。"})
        refused(planner, f"{url}items/1/approve/")
        done(head, f"{url}items/1/approve/")
        done(head, f"{url}items/2/approve/")
    mayor = client_as("mayor")
    with clock.at(date(2026, 9, 10)):
        tasks.remind_of_what_is_due()
        html = Client().get(url).content.decode()
        assert "期限超過" in html and ANSWER["text"] not in html
        extension = {"until": "2026-09-30", "reason": "議会の日程に合わせるためです。"}
        refused(planner, f"{url}extend/", extension)
        late = secretary.post(f"{url}extend/", {**extension, "until": "2026-09-01"})
        assert late.context["form"].errors["until"]
        done(secretary, f"{url}extend/", extension)
        assert "議会の日程に合わせるためです。" in Client().get(url).content.decode()
        done(mayor, f"{url}items/2/send-back/", {"reason": "いつまでに決めるかを書いてください。"})
        done(planner, f"{url}items/2/answer/", {**ANSWER, "result": "not_possible"})
        done(client_as("planner_chief"), f"{url}items/2/approve/")
        done(mayor, f"{url}answer/")
        refused(mayor, f"{url}publish/")
        done(secretary, f"{url}publish/")


def _everybody_reads_the_answer_and_what_became_of_it(client_as, people, url):
    with clock.at(date(2026, 10, 1)):
        report = {
            "progress": "done",
            "text": "7月から19時まで開けています。",
            "next_title": "",
            "next_due_on": "",
        }
        assert "企画課" in refused(client_as("disaster_officer"), f"{url}items/1/report/", report)
        assert "公園の開放時間を延ばす" in refused(client_as("secretary"), f"{url}conclude/")
        done(client_as("planner_author"), f"{url}items/1/report/", report)
        done(client_as("secretary"), f"{url}conclude/")
    html = Client().get(url).content.decode()
    for seen in (ANSWER["text"], ANSWER["reason"], "7月から19時まで開けています。", "企画課", "完了"):
        assert seen in html
    for verb in (
        "adopt",
        "hand_over",
        "return_for_correction",
        "receive",
        "route",
        "extend",
        "report",
        "conclude",
    ):
        for key in ("resident_1", "resident_2"):
            assert heard(people[key], verb), (key, verb)
    assert "7月から19時まで開けています。" in Client().get("/proposals/ledger/?state=done").content.decode()
