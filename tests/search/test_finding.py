"""What is found by whom, from the real nouns of every room."""

from datetime import timedelta

import pytest
from django.test import Client

from communities.posts import actions as posts
from disaster.shelters import actions as shelters
from governance.events import actions as events
from home.notices import actions as notices
from portal.foundation import clock
from search import actions
from search.finding import find
from search.models import Entry, IndexState
from surveys import seeds as survey_seeds
from tests.factories import governance, rules, surveys
from tests.factories.communities import Forums
from tests.factories.home import published

from .test_tokens import VARIANTS

SECRET = "ひみつの花壇計画"


@pytest.fixture
def forums(acting):
    return Forums(acting)


@pytest.fixture
def notice(acting):
    return published(acting("pr_author"), acting("pr_approver"), title="市民電子会議室の説明会を開きます")


def kinds(question: str, person=None) -> set[str]:
    return set(find(question, person).counts)


def found_titles(question: str, person=None) -> list[str]:
    return [entry.title for entry in find(question, person).entries]


def test_a_word_inside_a_compound_finds_notice_post_and_room(notice, forums):
    room = forums.citizen_room(title="市民電子会議室を使いこなす")
    forums.post(room, title="会議室の使い方", body="夜も会議室は開いていますか。")
    actions.rebuild()
    assert kinds("会議室") == {"notice", "room", "post"}


def test_two_kanji_do_not_find_a_longer_name(acting):
    published(acting("pr_author"), acting("pr_approver"), title="東京都の補助金")
    actions.rebuild()
    assert found_titles("京都") == []
    assert found_titles("東京都") == ["東京都の補助金"]


def test_forty_pairs_of_spellings_find_the_same(acting):
    by = acting("disaster_officer")
    for number, (written, usual) in enumerate(VARIANTS):
        for side, name in enumerate((written, usual)):
            shelters.designate(by=by, code=f"V{number}-{side}", name=f"{name}の案内", kana="", address="中央")
    actions.rebuild()
    for written, usual in VARIANTS:
        one, other = set(found_titles(written)), set(found_titles(usual))
        assert one == other, (written, usual)
        assert {f"{written}の案内", f"{usual}の案内"} <= one, (written, usual)


def test_a_draft_stands_behind_what_is_in_force_and_before_nothing(acting, frozen):
    frozen("2026-06-01 10:00")
    governance.a_committee_in_office()
    rules.an_enacted_rule()
    frozen("2026-06-20 10:00")
    draft = rules.a_draft(slug="draft", title="会議室の花壇のルール案")
    actions.rebuild()
    found = [entry for entry in find("会議室", None).entries if entry.kind == "rule"]
    states = [bool(entry.label) for entry in found]
    assert set(states) == {False, True} and states == sorted(states)
    assert found_titles("花壇のルール")[0].startswith(draft.title)


def test_what_is_said_is_found_by_its_reading_first(acting):
    by = acting("disaster_officer")
    for code, name, kana in (
        ("1", "津波公民館", "つはこうみんかん"),
        ("2", "津波避難ビル", "つなみひなんびる"),
    ):
        shelters.designate(by=by, code=code, name=name, kana=kana, address="浜見")
    actions.rebuild()
    assert found_titles("つはこうみんかん") == ["津波公民館"]
    assert found_titles("つなみひなんびる")[0] == "津波避難ビル"


# --- rules, proposals, surveys --------------------------------------------------------------------


@pytest.fixture
def committee(town, frozen):
    frozen("2026-11-22 09:00")
    return governance.a_committee_in_office()


def test_an_article_of_the_guideline_is_found_and_leads_to_it(committee):
    rules.the_guideline()
    actions.rebuild()
    found = find("世話人を置く", None)
    assert [entry.url for entry in found.entries] == ["/rules/guideline/#art-13"]
    assert "第13条" in found.entries[0].title
    assert "rule" in kinds("会議室")


@pytest.mark.parametrize(
    ("status", "label"),
    [
        ("proposed", "案（まだ効力はありません）"),
        ("enacted", "施行前"),
        ("in_force", ""),
        ("ending", ""),
        ("abolished", "廃止"),
        ("lapsed", "失効"),
        ("repealed", "施行前の取りやめ"),
        ("rejected", "不採用"),
        ("withdrawn", "案の取下げ"),
    ],
)
def test_a_rule_not_in_force_is_found_and_says_what_it_is(client, committee, status, label):
    rules.a_rule_in(status)
    actions.rebuild()
    results = client.get("/search/", {"q": "休眠とした会議室", "kind": "rule"}).context["results"]
    assert [result["url"] for result in results] == ["/rules/room-rule/#art-3"]
    assert str(results[0]["label"]) == label


def test_answers_to_a_proposal_are_found_once_they_are_published(committee):
    from tests.factories.proposals import a_proposal_in

    for status, is_found in (("answered", False), ("published", True)):
        proposal = a_proposal_in(status, title=f"{status}の提言")
        answer = proposal.items.first().answer
        actions.rebuild()
        found = [e.object_id for e in find(answer.text, None).entries if e.kind == "proposal"]
        assert (str(proposal.pk) in found) == is_found, status


def test_an_event_is_found_once_it_is_announced_and_nobody_who_signed_up_is(
    committee, acting, people, client
):
    begins = clock.now() + timedelta(days=30)
    words = {
        "kind": "オフ会",
        "title": "会議室オフ会",
        "about": "かわせみの話をしましょう。",
        "place": "湘南台",
    }
    days = {"starts_at": begins, "ends_at": begins + timedelta(hours=2), "takes_sign_ups": True}
    event = events.plan(governance.steering_committee(), by=acting("chair"), **words, **days)
    actions.rebuild()
    for key in (None, "chair", "secretary"):  # a plan is found by nobody, those who made it included
        assert found_titles("かわせみ", people[key] if key else None) == []
    assert not Entry.objects.filter(kind="event").exists()

    event = events.announce(event, by=acting("chair"))
    events.sign_up(event, by=acting("resident_1", None))
    actions.refresh()
    assert found_titles("かわせみ") == found_titles("湘南台") == ["会議室オフ会"]
    assert [entry.url for entry in find("かわせみ", None).entries] == [event.get_absolute_url()]
    assert found_titles(people["resident_1"].display_name) == []
    page = client.get("/search/", {"q": "かわせみ"}).content.decode()
    assert "催し" in page and "中止" not in page

    events.cancel(event, by=acting("chair"), reason="台風のため")
    actions.refresh()
    assert "中止" in client.get("/search/", {"q": "かわせみ"}).content.decode()


def test_a_survey_is_found_from_its_opening_on(acting, town):
    survey_seeds.set_numbers(town)
    title = "図書館の夜間開館についてのアンケート"
    surveys.in_status(acting, "review", title=title)
    actions.rebuild()
    assert find("夜間開館", None).total == 0
    surveys.opened(acting, title=title)
    actions.refresh()
    assert [e.kind for e in find("夜間開館", None).entries] == ["survey"]


# --- what the reader may not see ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("visibility", "who", "sees"),
    [
        ("public", None, True),
        ("public", "resident_5", True),
        ("sns", None, False),
        ("sns", "resident_5", True),
        ("members", None, False),
        ("members", "resident_5", False),
        ("members", "system_admin", False),
        ("members", "resident_2", True),
    ],
)
def test_who_finds_a_post_of_each_audience(forums, people, visibility, who, sees):
    community = forums.general(visibility=visibility, title=f"{SECRET}の会")
    forums.post(community, by="resident_2", title=SECRET, body=f"{SECRET}を始めます。")
    actions.rebuild()
    found = find(SECRET, people[who] if who else None)
    assert ("post" in found.counts) == sees
    assert ("community" in found.counts) == sees
    assert found.total == (2 if sees else 0)


def test_a_page_gives_no_hint_of_what_it_hides(forums, client, client_as):
    community = forums.general(visibility="members")
    forums.post(community, by="resident_2", title=SECRET, body="だれにも言わないでください。")
    actions.rebuild()
    for reader in (client, client_as("resident_5"), client_as("system_admin")):
        html = reader.get("/search/", {"q": SECRET}).content.decode()
        assert "だれにも言わない" not in html
        assert "見つかりませんでした" in html
    html = client_as("resident_2").get("/search/", {"q": SECRET}).content.decode()
    assert "だれにも言わないでください。" in html


def test_leaving_takes_the_posts_from_ones_results_without_indexing_anew(forums, people):
    from communities.forums import actions as forum_actions

    community = forums.general(visibility="members")
    forums.post(community, by="resident_2", title=SECRET)
    actions.rebuild()
    assert find(SECRET, people["resident_2"]).total == 1
    membership = community.memberships.get(person=people["resident_2"])
    forum_actions.leave(membership, by=forums.person("resident_2"))
    assert find(SECRET, people["resident_2"]).total == 0


def test_a_withdrawn_post_is_gone_even_before_the_index_follows(forums):
    post = forums.post(forums.citizen_room(), title=SECRET)
    actions.rebuild()
    assert find(SECRET, None).total == 1
    posts.withdraw(post, by=forums.person("resident_2"))
    assert Entry.objects.filter(kind="post").exists()
    assert find(SECRET, None).total == 0
    actions.refresh()
    assert not Entry.objects.filter(kind="post").exists()


def test_a_notice_not_yet_published_is_not_in_the_index(acting):
    from tests.factories.home import submitted

    submitted(acting("pr_author"), title=SECRET)
    actions.rebuild()
    assert not Entry.objects.filter(title__contains=SECRET).exists()


# --- following the ledger -------------------------------------------------------------------------


def test_the_index_follows_what_was_acted_upon_and_nothing_else(forums):
    first = forums.post(forums.citizen_room(), title="花壇の話", body="ひまわりを植えます。")
    actions.rebuild()
    untouched = Entry.objects.get(kind="room").pk
    posts.edit(first, by=forums.person("resident_2"), body="コスモスを植えます。")
    assert find("コスモス", None).total == 0
    assert actions.refresh() >= 1
    assert find("コスモス", None).total == 1
    assert find("ひまわり", None).total == 0
    assert Entry.objects.filter(pk=untouched).exists()
    assert actions.refresh() == 0


def test_a_notice_appears_and_disappears(acting, notice):
    actions.refresh()
    assert found_titles("説明会") == ["市民電子会議室の説明会を開きます"]
    notices.withdraw(notice, by=acting("pr_approver"), reason="日程の誤り")
    actions.refresh()
    assert not Entry.objects.filter(kind="notice").exists()


def test_a_new_dictionary_makes_the_index_anew(notice, monkeypatch):
    actions.rebuild()
    old = Entry.objects.get(kind="notice").pk
    monkeypatch.setattr("search.tokens.dictionary_version", lambda: "9/9/9")
    actions.refresh()
    assert IndexState.objects.get().dictionary == "9/9/9"
    assert Entry.objects.get(kind="notice").pk != old


def test_a_line_committed_late_is_still_followed(forums):
    """On PostgreSQL a line with a smaller number may become visible after a larger one was read."""
    post = forums.post(forums.citizen_room(), title="花壇の話")
    actions.rebuild()
    posts.edit(post, by=forums.person("resident_2"), body="コスモスを植えます。")
    forums.post(forums.general(), title="別の話")
    state = IndexState.objects.get()
    from portal.foundation.models import AuditEntry

    late = AuditEntry.objects.get(verb="communities.post.edited")
    newer = AuditEntry.objects.filter(pk__gt=late.pk).values_list("pk", flat=True)
    state.ledger_seen = [*state.ledger_seen, *newer]
    state.save()
    actions.refresh()
    assert find("コスモス", None).total == 1


# --- the page -------------------------------------------------------------------------------------


def test_the_page_marks_the_word_and_is_not_indexed(client, notice):
    actions.rebuild()
    page = client.get("/search/", {"q": "会議室"})
    html = page.content.decode()
    assert "市民電子<mark>会議室</mark>の説明会を開きます" in html
    assert "行政からのお知らせ" in html
    assert page["X-Robots-Tag"] == "noindex"
    assert 'content="noindex"' in html


def test_without_a_question_the_page_explains_itself(client, town):
    html = client.get("/search/").content.decode()
    assert "ひらがな" in html
    assert client.get("/search/", {"q": "　"}).status_code == 200


def test_nothing_found_offers_spellings_similar_words_and_the_telephone(client, acting):
    by = acting("disaster_officer")
    shelters.designate(
        by=by, code="1", name="中央市民センター", kana="ちゅうおうしみんせんたー", address="中央"
    )
    actions.rebuild()
    html = client.get("/search/", {"q": "ちゅうおうしみんせんたた"}).content.decode()
    assert "見つかりませんでした" in html
    assert "中央市民センター" in html
    assert "打ちまちがい" in html
    assert 'href="tel:' in html
    nothing = client.get("/search/", {"q": "ぬぬぬぬぬ"}).content.decode()
    assert "中央市民センター" not in nothing


def test_a_sentence_finds_what_holds_some_of_its_words(client, acting):
    published(acting("pr_author"), acting("pr_approver"), title="粗大ごみの収集日が変わります")
    actions.rebuild()
    html = client.get("/search/", {"q": "粗大ごみはいつ集めに来ますか"}).content.decode()
    assert "粗大" in html
    assert "一部の言葉" in html


def test_narrowing_down_keeps_the_counts(client, notice, forums):
    forums.post(forums.citizen_room(title="会議室の広場"), title="会議室について")
    actions.rebuild()
    html = client.get("/search/", {"q": "会議室", "kind": "post"}).content.decode()
    assert "会議室の説明会" not in html
    found = client.get("/search/", {"q": "会議室", "kind": "post"}).context["found"]
    assert dict(found.counts) == {"notice": 1, "room": 1, "post": 1}


def test_on_the_english_site_links_stay_english_and_japanese_is_marked_as_such(client, notice):
    actions.rebuild()
    html = client.get("/en/search/", {"q": "会議室"}).content.decode()
    assert 'lang="ja"' in html


def test_shown_and_counted_are_capped(client, forums):
    room = forums.citizen_room()
    first = forums.post(room, title="花壇")
    for number in range(24):
        forums.reply(first, body=f"花壇の水やり {number}")
    actions.rebuild()
    page = client.get("/search/", {"q": "花壇"})
    assert len(page.context["results"]) == 20
    second = client.get("/search/", {"q": "花壇", "page": "2"})
    assert len(second.context["results"]) == 5
    assert client.get("/search/", {"q": "花壇", "page": "99"}).status_code == 200


def test_the_number_of_queries_does_not_grow_with_the_hits(forums, django_assert_num_queries, town):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    room = forums.citizen_room()
    first = forums.post(room, title="花壇")
    forums.reply(first, body="花壇の水やり")
    actions.rebuild()
    client = Client()
    client.get("/search/", {"q": "花壇"})
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get("/search/", {"q": "花壇"})
    for number in range(15):
        forums.reply(first, body=f"花壇の水やり {number}")
    actions.rebuild()
    with CaptureQueriesContext(connection) as many:
        client.get("/search/", {"q": "花壇"})
    assert len(many) == len(few)
    assert len(few) <= 25


@pytest.mark.parametrize(
    "question", ["'", '"', "(", "*", "%", "\\", "NEAR(a b)", "a AND", "🌻", "\x00", "あ" * 500, "、。"]
)
def test_no_question_breaks_the_page(client, town, question):
    assert client.get("/search/", {"q": question}).status_code == 200
