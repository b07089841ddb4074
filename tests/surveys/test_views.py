"""The pages: what they say, what they ask of the database, what they leave in a browser."""

from __future__ import annotations

import html
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.foundation import clock
from surveys import seeds
from surveys.desk import VERBS
from surveys.models import Survey, SurveySponsor
from surveys.surveys import actions
from tests.factories import surveys as factory


def words(response):
    return html.unescape(response.content.decode())


def queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def answers_for(survey):
    single = survey.questions.first()
    return {str(single.pk): {"choices": [single.choices.first().pk]}}


def published(acting, number):
    return [factory.in_status(acting, "published") for _count in range(number)]


def test_the_list_asks_the_same_however_many_surveys_there_are(numbers, acting, settings):
    settings.PAGE_CACHE = False
    published(acting, 2)
    few = queries(Client(), "/surveys/")
    published(acting, 6)
    assert queries(Client(), "/surveys/") == few <= 6


def test_the_desk_asks_the_same_however_many_surveys_there_are(numbers, acting, client_as):
    planner = client_as("planner_author")
    [factory.planned(acting) for _count in range(2)]
    few = queries(planner, "/surveys/manage/")
    [factory.planned(acting) for _count in range(6)]
    assert queries(planner, "/surveys/manage/") == few


def test_a_survey_and_its_result_ask_the_same_however_many_answered(numbers, acting, settings):
    settings.PAGE_CACHE = False
    counts = []
    for number in (2, 40):
        survey = factory.opened(acting)
        for _count in range(number):
            factory.answer_open(survey, answers_for(survey))
        detail = queries(Client(), f"/surveys/{survey.slug}/")
        for verb in ("close", "tally", "publish"):
            VERBS[verb].action(Survey.objects.get(pk=survey.pk), by=acting("planner_chief"))
        counts.append((detail, queries(Client(), f"/surveys/{survey.slug}/result/")))
    assert counts[0] == counts[1]


def test_the_sponsors_page_asks_the_same_however_many_there_are(numbers, acting, client_as):
    officer, today = client_as("it_chief"), clock.today()

    def add(number):
        for _count in range(number):
            sponsor = SurveySponsor(
                body=acting("npo_author").body, scope="x", valid_from=today, valid_until=today
            )
            sponsor.step("apply", by=acting("npo_author"))
            sponsor.step("refuse", by=acting("it_chief"))

    add(2)
    few = queries(officer, "/surveys/sponsors/")
    add(6)
    assert queries(officer, "/surveys/sponsors/") == few


def test_the_list_is_read_by_key(numbers, acting):
    published(acting, 23)
    client = Client()
    first = words(client.get("/surveys/"))
    assert first.count("survey-") >= 20 and 'rel="next"' in first


def test_what_is_being_prepared_is_seen_by_those_who_work_on_it_only(numbers, acting, client_as):
    survey = factory.planned(acting)
    for address in (f"/surveys/{survey.slug}/", f"/surveys/{survey.slug}/manage/"):
        for stranger in (Client(), client_as("resident_1"), client_as("secretary")):
            assert stranger.get(address).status_code == 404
        for worker in ("planner_chief", "pr_approver", "it_chief"):
            assert client_as(worker).get(address).status_code == 200
    assert survey.title not in words(Client().get("/surveys/"))


@pytest.mark.parametrize("who", ["guest", "resident_1", "secretary"])
def test_a_stranger_is_told_why_the_desk_is_not_theirs(unlocked, client_as, who):
    page = client_as(who).get(f"/surveys/{unlocked.slug}/manage/")
    assert page.status_code == 403 and "refusal-reason" in words(page)


def test_the_author_is_told_on_the_page_why_somebody_else_must_decide(numbers, acting, client_as):
    survey = factory.planned(acting, by="it_chief")
    actions.submit(survey, by=acting("it_staff"))
    actions.approve(survey, by=acting("pr_approver"))
    page = words(client_as("it_chief").get(f"/surveys/{survey.slug}/manage/"))
    assert "ご自分で作成したアンケート" in page or "You wrote this survey yourself" in page
    posted = client_as("it_chief").post(f"/surveys/{survey.slug}/manage/permit/")
    assert posted.status_code == 403
    survey.refresh_from_db()
    assert survey.status == "approved"


def test_a_survey_is_planned_and_brought_to_opening_on_the_pages(numbers, acting, client_as):
    planner, today = client_as("planner_author"), clock.today()
    plan = {
        "title": "まちの掲示板アンケート",
        "slug": "board",
        "purpose": "掲示板の置き場所を決めるために使います。",
        "contact": "企画課",
        "mode": "open",
        "sampling": "self_selected",
        "opens_on": today.isoformat(),
        "closes_on": (today - timedelta(days=1)).isoformat(),
    }
    refused = planner.post("/surveys/plan/", plan)
    assert refused.status_code == 200 and "まちの掲示板アンケート" in words(refused)
    taken = planner.post("/surveys/plan/", {**plan, "slug": "manage", "closes_on": today.isoformat()})
    assert taken.status_code == 200
    made = planner.post("/surveys/plan/", {**plan, "closes_on": today.isoformat()})
    assert made.status_code == 302
    questions = "/surveys/board/manage/questions/"
    half = planner.post(questions, {"text": "どこがよいですか。", "kind": "single", "choices": "駅前"})
    assert half.status_code == 200 and "駅前" in words(half)
    planner.post(questions, {"text": "どこがよいですか。", "kind": "single", "choices": "駅前\n公園"})
    planner.post(questions, {"text": "消す問", "kind": "text"})
    last = Survey.objects.get(slug="board").questions.last()
    planner.post(f"/surveys/board/manage/questions/{last.pk}/strike/")
    for who, verb in (
        ("planner_author", "submit"),
        ("pr_approver", "approve"),
        ("it_chief", "permit"),
        ("planner_chief", "open"),
    ):
        client = client_as(who)
        assert client.get(f"/surveys/board/manage/{verb}/").status_code == 200
        assert client.post(f"/surveys/board/manage/{verb}/").status_code == 302
    assert Survey.objects.get(slug="board").is_collecting
    assert client_as("planner_chief").post("/surveys/board/manage/extend/", {"reason": ""}).status_code == 200
    assert client_as("planner_chief").get("/surveys/board/manage/nonsense/").status_code == 404


def test_verbs_act_on_the_press_only(unlocked, client_as):
    chief = client_as("planner_chief")
    assert chief.get(f"/surveys/{unlocked.slug}/manage/close/").status_code == 200
    unlocked.refresh_from_db()
    assert unlocked.is_collecting


def test_an_outside_body_applies_and_is_approved_on_the_pages(numbers, client_as):
    npo, officer, today = client_as("npo_author"), client_as("it_chief"), clock.today()
    assert npo.get("/surveys/plan/").status_code == 403
    form = {"scope": "生活情報", "valid_from": today.isoformat(), "valid_until": today.isoformat()}
    assert npo.post("/surveys/sponsors/apply/", form).status_code == 302
    sponsor = SurveySponsor.objects.get()
    decide = f"/surveys/sponsors/{sponsor.pk}/approve/"
    assert npo.post(decide, {"reason": "自分で承認"}).status_code == 403
    assert officer.post(decide, {"reason": "実績を確認しました。"}).status_code == 302
    assert npo.get("/surveys/plan/").status_code == 200
    assert (
        officer.post(f"/surveys/sponsors/{sponsor.pk}/refuse/", {"reason": "遅すぎた判断"}).status_code == 403
    )
    assert client_as("planner_author").get("/surveys/sponsors/apply/").status_code == 403


def test_proving_and_answering_leave_nothing_in_the_browser_but_the_form_token(gated, unlocked):
    client = Client()
    for address in (f"/surveys/{gated.slug}/prove/", f"/surveys/{gated.slug}/answer/"):
        page = client.get(address)
        assert "no-store" in page["Cache-Control"]
    client.post(f"/surveys/{unlocked.slug}/answer/", {"step": "begin"})
    assert set(client.cookies) <= {"csrftoken"}
    assert not client.session.keys()


def test_result_stays_sealed_until_it_is_published(unlocked, acting, client_as):
    result = f"/surveys/{unlocked.slug}/result/"
    for who in ("guest", "planner_chief", "system_admin", "it_chief"):
        assert client_as(who).get(result).status_code == 403
        assert client_as(who).get(f"/surveys/{unlocked.slug}/manage/words/").status_code == 403
    chief = client_as("planner_chief")
    chief.post(f"/surveys/{unlocked.slug}/manage/close/")
    assert chief.get(result).status_code == 403
    chief.post(f"/surveys/{unlocked.slug}/manage/tally/")
    assert chief.get(result).status_code == 200
    assert Client().get(result).status_code == 403
    assert client_as("system_admin").get(result).status_code == 403
    chief.post(f"/surveys/{unlocked.slug}/manage/publish/")
    assert Client().get(result).status_code == 200
    assert Client().get(f"/surveys/{unlocked.slug}/manage/words/").status_code == 403


def test_the_seed_tells_its_story_once(town, settings, tmp_path):
    settings.VAR_DIR = tmp_path
    seeds.seed(town)
    before = Survey.objects.count()
    seeds.seed(town)
    assert Survey.objects.count() == before == 12
    local = Survey.objects.get(slug="local-information-2005")
    assert (local.title, local.status) == ("長岡市地域情報化に関するアンケート", "published")
    assert (local.is_gated, local.proven_count, local.answered_count) == (True, 36, 36)
    page = words(Client().get("/surveys/local-information-2005/result/"))
    assert "n = 36" in page and "＊" in page and page.count("<figure") == 5
    assert "None" not in page and "-%" not in page
    assert (tmp_path / "testcards" / "hanako" / "key.pem").stat().st_mode & 0o077 == 0
    for address in (
        "/surveys/",
        "/surveys/anonymity/",
        "/surveys/town-planning/",
        "/surveys/street-smoking/",
        "/surveys/keys/",
        "/surveys/lifelong-learning-blind/receipts/",
        "/surveys/lifelong-learning-blind/recount.json",
    ):
        assert Client().get(address).status_code == 200
