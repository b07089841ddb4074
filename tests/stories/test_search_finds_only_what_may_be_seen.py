"""Thread 6: one word finds notice, post and article; a stranger finds no trace of what is not theirs."""

import pytest
from django.test import Client

from communities.posts import actions as posts
from search import tasks
from tests.factories import governance, rules
from tests.factories.communities import Forums
from tests.factories.home import published

SECRET = "秘密の打ち合わせ会議室"


@pytest.fixture
def town_that_talks(acting, frozen):
    """A notice, a public post, the guideline, and a members-only community that speaks of the same word."""
    frozen("2026-11-22 09:00")
    governance.a_committee_in_office()
    rules.the_guideline()
    published(acting("pr_author"), acting("pr_approver"), title="市民電子会議室の説明会を開きます")
    forums = Forums(acting)
    forums.post(forums.citizen_room(), title="はじめての投稿", body="市民電子会議室はだれでも使えますか。")
    closed = forums.general(visibility="members", title="川べりを歩く会")
    hidden = forums.post(closed, by="resident_2", title=SECRET, body="会議室のかぎは植木鉢の下です。")
    tasks.refresh()
    return forums, hidden


def kinds_shown(html: str) -> dict[str, int]:
    return {kind: html.count(f"<span>{kind}</span>") for kind in ("お知らせ", "発言", "ルール")}


def test_a_word_inside_a_compound_finds_notice_post_and_article(town_that_talks):
    html = Client().get("/search/", {"q": "会議室"}).content.decode()
    assert "市民電子<mark>会議室</mark>の説明会を開きます" in html
    assert "市民電子<mark>会議室</mark>はだれでも使えますか。" in html
    assert "/rules/guideline/#art-" in html
    assert min(kinds_shown(html).values()) >= 1


def test_a_stranger_finds_no_trace(town_that_talks, client_as):
    for reader in (Client(), client_as("resident_7"), client_as("system_admin"), client_as("it_chief")):
        for question in ("会議室", "植木鉢", "秘密の打ち合わせ", "ひみつのうちあわせ"):
            answer = reader.get("/search/", {"q": question})
            html = answer.content.decode().replace(f'value="{question}"', "")
            assert "の下です" not in html
            assert SECRET not in html
        assert reader.get("/search/", {"q": "植木鉢"}).context["found"].total == 0
        assert reader.get("/search/", {"q": "会議室", "kind": "post"}).context["found"].counts["post"] == 1


def test_a_member_finds_it_until_they_may_not_read_it_any_more(town_that_talks, client_as):
    forums, hidden = town_that_talks
    member = client_as("resident_2")
    assert "<mark>植木鉢</mark>の下" in member.get("/search/", {"q": "植木鉢"}).content.decode()
    posts.withdraw(hidden, by=forums.person("resident_2"))
    html = member.get("/search/", {"q": "植木鉢"}).content.decode()
    assert "の下です" not in html
    assert "見つかりませんでした" in html


def test_whoever_types_what_they_hear_finds_it_too(town_that_talks):
    reader = Client()
    for spelling in ("会議室", "會議室", "かいぎしつ", "カイギシツ", "ｶｲｷﾞｼﾂ"):
        html = reader.get("/search/", {"q": spelling}).content.decode()
        assert "の説明会を開きます" in html, spelling
