"""The public ledger, its feed and its data: what everybody can take away."""

import csv
import io
from datetime import date
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from governance.answers import actions as answers
from governance.follow_ups import actions
from governance.proposals import bulk
from governance.proposals.models import Proposal
from governance.sittings import acting_secretariat
from portal.foundation import clock
from tests.factories import governance, proposals

LEDGER = "/proposals/ledger/"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(autouse=True)
def committee_in_office(town, frozen):
    frozen("2026-11-20 09:00")
    proposals.set_deadlines()
    return governance.a_committee_in_office(("chair", "member_1"))


def shown(query=""):
    answer = Client().get(LEDGER + query)
    assert answer.status_code == 200
    return [row["item"].title for row in answer.context["rows"]]


def test_the_ledger_shows_what_was_said_answered_and_done():
    proposal = proposals.a_proposal_in("published")
    item = proposal.items.first()
    actions.report(item, by=proposals.planner(), progress="done", text="夏から延ばしました。")
    html = Client().get(LEDGER).content.decode()
    for words in (
        "公園の開放時間を延ばす",
        "来年度から行います。",
        "夏から延ばしました。",
        "企画課",
        "CC BY 4.0",
    ):
        assert words in html


def test_answers_that_are_not_published_are_in_no_list_and_no_file():
    proposals.a_proposal_in("answered")
    for url in (
        LEDGER,
        "/proposals/open-data/proposals.json",
        "/proposals/open-data/items.csv",
        "/feeds/proposals.atom",
    ):
        assert "来年度から行います。" not in Client().get(url).content.decode(), url


def test_a_draft_is_no_part_of_the_ledger_nor_of_the_data():
    proposals.a_draft()
    assert shown() == []
    assert Client().get("/proposals/open-data/proposals.json").json()["count"] == 0
    assert proposals.TITLE not in Client().get("/feeds/proposals.atom").content.decode()


def test_the_ledger_is_filtered_by_section_state_and_year():
    proposal = proposals.a_proposal_in("published")
    first, second = proposal.items.all()
    actions.report(first, by=proposals.planner(), progress="done", text="終わりました。")
    assert shown(f"?unit={first.unit_id}&year=2026") == [second.title, first.title]
    assert shown("?state=done") == [first.title]
    assert shown("?state=planned") == [second.title]
    assert shown("?state=late") == shown("?state=waiting") == []
    with clock.at(second.report_due_on.replace(year=2028)):
        assert shown("?state=late") == [second.title]
    assert len(shown("?unit=0&state=nonsense&year=1900")) == 2


def test_an_overdue_answer_counts_as_late_in_public():
    proposal = proposals.a_proposal_in("routed")
    with clock.at(proposal.answer_due_on.replace(year=2028)):
        assert len(shown("?state=late")) == 2
        data = Client().get("/proposals/open-data/proposals.json").json()
        assert data["proposals"][0]["is_answer_overdue"] is True


def test_the_data_say_licence_freshness_and_fingerprint():
    proposal = proposals.a_proposal_in("published")
    answer = Client().get("/proposals/open-data/proposals.json")
    data = answer.json()
    assert data["license"]["name"] == "CC BY 4.0" and data["as_of"] == "2026-11-20"
    assert data["last_changed_at"] and answer["Last-Modified"].startswith("Fri, 20 Nov 2026")
    [row] = data["proposals"]
    assert row["versions"][0]["sha256"] == proposal.versions.get().digest
    assert row["items"][0]["answer"]["result"] == "planned"
    text = Client().get(row["versions"][0]["url"])
    assert text.content.decode() == proposal.versions.get().text


def test_a_spreadsheet_computes_nothing_and_has_a_description():
    proposal = proposals.a_proposal_in("answered")
    proposal.items.update(title="=1+1")
    answers.publish(proposal, by=acting_secretariat())
    answer = Client().get("/proposals/open-data/items.csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert {row["item_title"] for row in rows} == {"'=1+1"}
    assert (rows[0]["section"], rows[0]["result"], rows[0]["is_answer_overdue"]) == (
        "企画課",
        "planned",
        "false",
    )
    metadata = Client().get("/proposals/open-data/items.csv-metadata.json").json()
    assert [column["name"] for column in metadata["tableSchema"]["columns"]] == list(rows[0])
    assert "items.csv-metadata.json" in answer["Link"]


def test_the_feed_tells_every_public_step_and_the_answer_word_for_word():
    proposals.a_proposal_in("published")
    root = ElementTree.fromstring(Client().get("/feeds/proposals.atom").content)
    entries = root.findall(f"{ATOM}entry")
    titles = [entry.findtext(f"{ATOM}title") for entry in entries]
    assert len(titles) == 7 and all("提言第1号" in title for title in titles)
    assert "来年度から行います。" in ElementTree.tostring(root, encoding="unicode")
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 7


def test_the_feed_tells_of_an_extension_with_its_reason():
    proposal = proposals.a_proposal_in("routed")
    answers.extend(
        proposal, by=acting_secretariat(), until=date(2027, 3, 24), reason="予算の議決を待つためです。"
    )
    root = ElementTree.fromstring(Client().get("/feeds/proposals.atom").content)
    entries = root.findall(f"{ATOM}entry")
    (told,) = (e for e in entries if "proposal-extension:" in e.findtext(f"{ATOM}id"))
    assert "2027年3月24日" in told.findtext(f"{ATOM}title")
    assert told.findtext(f"{ATOM}summary") == "予算の議決を待つためです。"


def test_the_printed_page_is_what_the_public_sees(client_as):
    proposal = proposals.a_proposal_in("routed")
    proposals.draft_answers(proposal)
    html = client_as("secretary").get(f"{proposal.get_absolute_url()}print/").content.decode()
    assert "企画課" in html and "回答期限" in html and "来年度から行います。" not in html


def test_lists_cost_the_same_with_three_hundred_proposals():
    proposals.a_proposal_in("published")
    urls = (LEDGER, "/proposals/", "/proposals/open-data/proposals.json", "/feeds/proposals.atom")
    few = {url: queries(url) for url in urls}
    assert bulk.multiply(10)
    assert Proposal.objects.count() == 289
    assert not bulk.multiply(10)
    assert {url: queries(url) for url in urls} == few
    page = Client().get(LEDGER)
    following = Client().get(page.context["page"].next_url)
    seen = {row["item"].pk for row in page.context["rows"]}
    assert len(seen) == 10 and not seen & {row["item"].pk for row in following.context["rows"]}


def queries(url):
    Client().get(url)
    with CaptureQueriesContext(connection) as found:
        assert Client().get(url).status_code == 200
    return len(found)
