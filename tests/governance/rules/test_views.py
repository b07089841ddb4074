"""The pages of the rules: what each day shows, and what happens to a wrong question."""

import json
import re
from datetime import date

import pytest
from django.test import Client

from governance.amendments.lifecycle import AMENDMENT
from governance.rules import actions, presenting, transcriptions
from governance.rules.lifecycle import RULE, VersionKind
from governance.rules.models import RuleVersion
from governance.rules.notation import parse
from governance.sittings import acting_chair, acting_secretariat
from tests.factories import governance, rules


@pytest.fixture(autouse=True)
def committee_in_office(town, frozen):
    frozen("2026-11-22 09:00")
    return governance.a_committee_in_office()


@pytest.fixture
def reader():
    return Client()


def page(client, url):
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_list_tells_binding_coming_and_abolished_apart(reader):
    rules.an_ending_rule(date(2027, 1, 1))
    rules.a_draft(slug="draft", title="新しい案")
    rules.the_guideline()
    context = reader.get("/rules/").context
    assert [(tab["current"], tab["count"]) for tab in context["kinds"]] == [
        (True, 3),
        (False, 1),
        (False, 2),
        (False, 0),
    ]
    only = reader.get("/rules/?kind=guideline").context
    assert len(only["in_force"]) == 1 and not only["coming"]
    assert len(reader.get("/rules/?kind=nonsense").context["coming"]) == 1
    titles = {key: [row["title"] for row in context[key]] for key in ("in_force", "coming", "abolished")}
    assert titles == {
        "in_force": ["藤沢市市民電子会議室実施要領", rules.TITLE],
        "coming": ["新しい案"],
        "abolished": [],
    }


@pytest.mark.parametrize(
    ("asof", "state", "seen"),
    [
        ("2001-03-31", "not_yet", False),
        ("2001-04-01", "without_text", False),
        ("2003-04-01", "without_text", False),
        ("2004-01-25", "without_text", False),
        ("2004-01-26", "with_text", True),
        ("2026-11-22", "with_text", True),
        ("2099-01-01", "with_text", True),
    ],
)
def test_the_guideline_as_of_a_day(reader, asof, state, seen):
    rules.the_guideline()
    answer = reader.get(f"/rules/guideline/?asof={asof}")
    assert answer.context["standing"].state == state
    assert ("委員会は、委員15人以内で組織する。" in answer.content.decode()) is seen
    for address in ("art-8", "art-8-p2", "art-9-p1-i4"):
        assert (f'id="{address}"' in answer.content.decode()) is seen


@pytest.mark.parametrize("asof", ["2004-13-40", "きのう", "0001-01-01", "2004/01/26"])
def test_a_bad_day_is_an_error_at_the_field_and_todays_text_stays(reader, asof):
    rules.the_guideline()
    answer = reader.get("/rules/guideline/", {"asof": asof})
    assert answer.status_code == 200
    assert answer.context["form"].errors["asof"]
    assert answer.context["standing"].state == "with_text"


def test_a_future_text_is_readable_before_its_day(reader):
    rule = rules.an_enacted_rule()
    actions.amend(
        rule,
        by=acting_chair(rules.committee()),
        text=parse(rules.TEXT.replace("6か月", "12か月")),
        resolution=rules.a_resolution(f"{rules.TITLE}を改める"),
        effective_from=date(2027, 1, 1),
    )
    assert "12か月" not in page(reader, "/rules/room-rule/")
    assert "12か月" in page(reader, "/rules/room-rule/?asof=2027-01-01")


def test_the_abolition_that_waits_is_announced_and_the_text_still_shown(reader):
    rules.an_ending_rule(date(2027, 1, 1))
    answer = reader.get("/rules/room-rule/")
    assert [banner["tone"] for banner in answer.context["banners"]] == ["warning"]
    assert "2027年1月1日" in answer.content.decode() and "人を傷つけるもの" in answer.content.decode()
    assert reader.get("/rules/room-rule/?asof=2027-01-01").context["standing"].state == "abolished"


def test_an_article_has_an_address_of_its_own_with_every_wording(reader):
    rule = rules.an_enacted_rule()
    actions.amend(
        rule,
        by=acting_chair(rules.committee()),
        text=parse(rules.TEXT.replace("6か月", "12か月")),
        resolution=rules.a_resolution(f"{rules.TITLE}を改める"),
        effective_from=date(2027, 1, 1),
    )
    html = page(reader, "/rules/room-rule/articles/art-3/")
    assert "6か月" in html and "12か月" in html
    assert reader.get("/rules/room-rule/articles/art-99/").status_code == 404


def test_every_article_a_draft_links_to_can_be_read_as_a_draft(reader):
    draft = rules.a_draft()
    html = page(reader, draft.get_absolute_url())
    links = re.findall(r'href="(/rules/[^"]+/articles/[^"]+)"', html)
    assert links
    for link in links:
        article = page(reader, link)
        assert "案の本文" in article
        assert "これまでの規定" not in article
    assert reader.get("/rules/room-rule/articles/art-99/").status_code == 404
    assert reader.get("/rules/nothing/").status_code == 404


def test_comparing_two_versions_marks_the_change_once(reader):
    rule = rules.an_enacted_rule()
    actions.amend(
        rule,
        by=acting_chair(rules.committee()),
        text=parse(rules.TEXT.replace("6か月", "12か月")),
        resolution=rules.a_resolution(f"{rules.TITLE}を改める"),
        effective_from=date(2027, 1, 1),
    )
    html = page(reader, "/rules/room-rule/compare/?from=1&to=2")
    assert html.count("<ins>") == 1 and html.count("<del>") == 1
    assert "第3条第1項中「6か月」を「12か月」に改める。" in html
    wrong = reader.get("/rules/room-rule/compare/?from=1&to=99")
    assert wrong.status_code == 200 and wrong.context["form"].errors["to"]


def test_two_days_are_compared_by_what_was_in_force_on_them(reader):
    rule = rules.an_enacted_rule()
    actions.amend(
        rule,
        by=acting_chair(rules.committee()),
        resolution=rules.a_resolution(f"{rule.title}を改める"),
        text=parse(rules.TEXT.replace("6か月", "12か月")),
        effective_from=date(2027, 1, 1),
    )
    url = "/rules/room-rule/compare/"
    assert page(reader, f"{url}?earlier=2026-12-01&later=2027-06-01").count("<ins>") == 1
    assert page(reader, f"{url}?earlier=2026-11-22&later=2026-12-31").count("<ins>") == 0
    wrong = reader.get(f"{url}?earlier=2020-01-01&later=2027-06-01")
    assert wrong.status_code == 200 and "earlier" in wrong.context["days"].errors


def test_versions_without_text_cannot_be_compared(reader):
    rules.the_guideline()
    assert "is_comparable" in reader.get("/rules/guideline/compare/").context
    assert not reader.get("/rules/guideline/compare/?from=1&to=2").context["is_comparable"]


def test_the_text_of_a_day_as_plain_lines_and_as_data(reader):
    rules.the_guideline()
    plain = reader.get("/rules/guideline.txt?asof=2004-01-26")
    assert plain["Content-Type"] == "text/plain; charset=utf-8"
    assert (
        "第9条　委員会は、次に掲げる事項を処理する。\n(1)　電子会議室全体の企画、運営に関すること。"
        in plain.content.decode()
    )
    data = json.loads(reader.get("/rules/guideline.json?asof=2003-04-01").content)
    assert (data["state"], data["until"], data["version"]["number"]) == ("without_text", "2004-01-26", 2)
    assert data["version"]["effective_from_wareki"] == "平成15年4月1日"
    assert reader.get("/rules/guideline.json?asof=never").status_code == 404


def test_history_lists_the_versions_and_what_happened(reader):
    rules.an_ending_rule(date(2027, 1, 1))
    context = reader.get("/rules/room-rule/versions/").context
    assert [row["status"] for row in context["versions"]] == ["廃止", "制定"]
    assert "令和8年11月22日" in context["versions"][1]["title"]
    assert [step["who"] for step in context["steps"]][1] == "運営委員会"


def test_history_tells_of_a_version_entered_later(reader):
    version = RuleVersion(kind=VersionKind.PARTIAL_AMENDMENT, effective_from=date(2006, 3, 1))
    transcriptions.transcribe_version(rules.the_guideline(), by=acting_secretariat(), version=version)
    context = reader.get("/rules/guideline/versions/").context
    assert len(context["versions"]) == 4
    assert [str(step["title"]) for step in context["steps"]] == ["登載", "次の版の登載"]


def test_every_verb_of_rules_and_amendments_has_words():
    assert set(RULE.verbs) | set(AMENDMENT.verbs) <= set(presenting.VERBS)


@pytest.mark.parametrize("name", ["enact", "abolish", "amend"])
def test_a_guest_is_asked_to_log_in(reader, name):
    rules.a_draft()
    answer = reader.get(f"/rules/room-rule/{name}/")
    assert answer.status_code == 302 and "/accounts/login/" in answer["Location"]


def test_a_rule_proposed_over_the_form_keeps_what_was_typed(client_as):
    client = client_as("resident_1")
    typed = {
        "title": "夜間ルール",
        "slug": "night",
        "text": "夜は静かに",
        "reason": "夜中の通知が多いためです。",
    }
    answer = client.post("/rules/propose/", typed)
    assert answer.status_code == 200 and "夜は静かに" in answer.content.decode()
    answer = client.post("/rules/propose/", {**typed, "text": "第1条 夜は静かにする。"})
    assert answer["Location"] == "/rules/night/"
    assert "夜は静かにする。" in page(client, "/rules/night/")


@pytest.mark.parametrize(
    "path", ["/rules/", "/rules/room-rule/", "/rules/room-rule/versions/", "/rules/room-rule/amendments/"]
)
def test_pages_ask_the_same_number_of_questions_however_many_rules(
    reader, django_assert_max_num_queries, path
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    rules.an_enacted_rule()
    page(reader, path)
    with CaptureQueriesContext(
        connection,
    ) as few:
        page(reader, path)
    for number in range(4):
        rules.a_draft(slug=f"draft-{number}", title=f"案{number}")
        actions.amend(
            rules.reloaded(rules.Rule.objects.get(slug="room-rule")),
            by=acting_chair(rules.committee()),
            text=parse(rules.TEXT.replace("6か月", f"{number + 7}か月")),
            resolution=rules.a_resolution(f"{rules.TITLE}を改める"),
            effective_from=date(2027, 1, number + 1),
        )
    with django_assert_max_num_queries(len(few)):
        page(reader, path)


def test_the_committee_enacts_a_draft_over_the_form(client_as, reader):
    rules.a_draft()
    resolution = rules.a_resolution()
    chair = client_as("chair")
    wrong = chair.post("/rules/room-rule/enact/", {"resolution": resolution.pk, "effective_from": "来月"})
    assert wrong.status_code == 200 and wrong.context["form"].errors["effective_from"]
    answer = chair.post(
        "/rules/room-rule/enact/",
        {"resolution": resolution.pk, "effective_from": "2026-12-01", "room.closure_grace_days": "30"},
    )
    assert answer.status_code == 302
    assert reader.get("/rules/room-rule/?asof=2026-12-01").context["standing"].state == "with_text"
    assert rules.Rule.objects.get().latest.numbers == {"room.closure_grace_days": 30}
    assert client_as("secretary").get("/rules/room-rule/enact/").context["may"].reason


def test_the_mayor_amends_the_guideline_over_the_form(client_as, reader):
    rules.the_guideline()
    mayor = client_as("mayor")
    form = mayor.get("/rules/guideline/amend/").context["form"]
    data = {field.html_name: field.value() or "" for field in form}
    data["body_art-8"] = data["body_art-8"].replace("15人", "20人")
    data["reason"] = "委員の数を増やすためです(架空の例)。"
    proposal = mayor.post("/rules/guideline/amend/", {**data, "propose": "1"})["Location"]
    answer = mayor.post(f"{proposal}adopt/", {"effective_from": "2027-04-01", "reference": "市長決裁第7号"})
    assert answer["Location"] == "/rules/guideline/"
    html = page(reader, "/rules/guideline/compare/")
    assert html.count("<ins>") == 1 and html.count("<del>") == 1
    assert "第8条第1項中「15人」を「20人」に改める。" in html
