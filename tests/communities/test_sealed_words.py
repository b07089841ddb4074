"""What people write to few rests sealed: no table shows it, those entitled read it, and every look is a line."""

from __future__ import annotations

import pytest
from cryptography.exceptions import InvalidTag
from django.db import IntegrityError, transaction

from communities.flags import actions as flags
from communities.help_requests import actions as helping
from communities.help_requests.models import HelpRequest
from communities.models import Flag, PostRevision, StandIn, StandInStep, SummaryRequest
from communities.posts import actions as posts
from communities.stand_ins import actions as stand_ins
from communities.summaries import actions as summaries
from portal.foundation import clock, sealing
from portal.foundation.models import OutboxMessage
from tests.at_rest import looks, undone_and_done_again, where_readable

WORDS = "隣の家の山田さんの病気のことです。"


def text(response):
    return response.content.decode()


@pytest.fixture
def asked(forums):
    room = forums.citizen_room(by="resident_1", name_rule="nickname")
    return helping.ask_for_help(room, by=forums.person("resident_1"), question=WORDS)


def test_a_reports_explanation_is_read_by_those_who_look_into_it(forums, client_as, people):
    flag = flags.report(
        forums.post(forums.general()), by=forums.person("resident_3"), concern="abuse", note=WORDS
    )
    assert where_readable(WORDS) == set()
    page = flag.get_absolute_url()
    assert WORDS not in text(client_as("resident_3").get(page)) and looks(flag) == []
    assert client_as("resident_4").get(page).status_code == 404
    assert WORDS in text(client_as("resident_1").get(page))
    assert looks(flag) == [
        {
            "person_id": str(people["resident_1"].pk),
            "reason": f"通報 {flag.receipt} への対応",
            "details": {"field": "note"},
        }
    ]


def test_whoever_gave_words_reads_who_opened_them_and_nobody_else_does(forums, client_as):
    flag = flags.report(
        forums.post(forums.general()), by=forums.person("resident_3"), concern="abuse", note=WORDS
    )
    record, told = "/accounts/footprint/", f"通報 {flag.receipt} への対応"
    assert "見た人はいません" in text(client_as("resident_3").get(record))
    client_as("resident_1").get(flag.get_absolute_url())
    assert told in text(client_as("resident_3").get(record))
    for other in ("resident_1", "resident_4"):
        assert "見た人はいません" in text(client_as(other).get(record))


def test_one_looks_at_ones_own_words_unseen(asked, client_as):
    client_as("resident_1").get(asked.get_absolute_url())
    assert "見た人はいません" in text(client_as("resident_1").get("/accounts/footprint/"))
    client_as("caretaker_2").get(asked.get_absolute_url())
    shown = text(client_as("resident_1").get("/accounts/footprint/"))
    assert "会議室での相談への対応" in shown and "見た人はいません" not in shown


def test_a_question_and_its_answer_are_read_by_two_sides_on_one_page(asked, client_as, acting):
    helping.answer(asked, by=acting("caretaker_1"), answer="山田さんには、まず役所へと伝えてください。")
    assert where_readable(WORDS) == where_readable("まず役所へ") == set()
    page = asked.get_absolute_url()
    for who in ("resident_1", "caretaker_2"):
        shown = text(client_as(who).get(page))
        assert WORDS in shown and "まず役所へ" in shown
        assert WORDS not in text(client_as(who).get("/help-requests/"))
    assert client_as("resident_2").get(page).status_code == 404
    assert [look["details"] for look in looks(asked)] == [
        {"fields": ["answer", "question"], "envelopes": 2}
    ] * 2


def test_the_same_question_sent_again_is_found_without_a_look(asked, forums):
    assert helping.ask_for_help(asked.forum, by=forums.person("resident_1"), question=WORDS) == asked
    other = helping.ask_for_help(asked.forum, by=forums.person("resident_1"), question="別の問い")
    assert other != asked and looks(asked) == []


def test_words_moved_to_another_row_do_not_open(asked, forums):
    other = helping.ask_for_help(asked.forum, by=forums.person("resident_1"), question="別の問い")
    moved = HelpRequest.objects.values_list("question", flat=True).get(pk=asked.pk)
    HelpRequest.objects.filter(pk=other.pk).update(question=bytes(moved))
    other.refresh_from_db()
    with pytest.raises(InvalidTag):
        helping.read(other, by=forums.person("resident_1"))


def test_a_row_without_a_number_yet_is_not_sealed_in_bulk(asked, forums):
    row = HelpRequest(forum=asked.forum, asked_by=asked.asked_by, question=WORDS, status="asked")
    with pytest.raises(ValueError, match="question is sealed for a row that has no key yet"):
        HelpRequest.objects.bulk_create([row])


def test_a_destroyed_key_ends_every_question(asked, forums):
    assert sealing.destroy("communities.help_request")
    with pytest.raises(sealing.Erased):
        helping.read(HelpRequest.objects.get(), by=forums.person("resident_1"))


def test_why_a_facilitator_is_away_stands_on_the_request_alone(forums, client_as, frozen):
    frozen("2026-06-08 09:00")
    days = {"from_on": clock.today(), "until_on": clock.today()}
    one = stand_ins.request_stand_in(
        forums.city_room(), by=forums.person("facilitator_other"), reason=WORDS, **days
    )
    assert where_readable(WORDS) == set()
    page = one.get_absolute_url()
    assert WORDS in text(client_as("caretaker_1").get(page))
    assert WORDS not in text(client_as("caretaker_1").get("/stand-ins/"))
    assert client_as("chair").get(page).status_code == 404
    assert [look["details"] for look in looks(one)] == [{"field": "reason"}]


def test_why_a_caretaker_shall_sum_up_stands_where_the_summary_is_written(forums, client_as):
    room = forums.city_room("open")
    asked = summaries.ask_caretaker(room, by=forums.person("facilitator_other"), reason=WORDS)
    assert where_readable(WORDS) == set()
    page = f"/rooms/{room.slug}/summaries/draft/"
    assert OutboxMessage.objects.filter(kind="communities.summary_asked_for", url=page).exists()
    assert WORDS in text(client_as("caretaker_1").get(page))
    assert WORDS not in text(client_as("facilitator_other", None).get(page))
    assert client_as("resident_2", None).get(page).status_code == 403
    assert [look["details"] for look in looks(asked)] == [{"field": "reason"}]


def test_what_an_edited_post_said_before_is_opened_on_purpose(forums, client, client_as):
    post = forums.post(forums.general(), body=WORDS)
    for body in ("山田さんの話は消しました。", "消しました。"):
        post = posts.edit(post, by=forums.person("resident_2"), body=body)
    assert where_readable(WORDS) == set()
    page = f"{post.get_absolute_url()}earlier/"
    assert page in text(client_as("resident_1").get(post.get_absolute_url())) and looks(post) == []
    assert client.get(page).status_code == 302
    assert client_as("resident_4").get(page).status_code == 403
    shown = text(client_as("resident_1").get(page))
    assert WORDS in shown and "山田さんの話は" in shown
    assert WORDS in text(client_as("resident_2").get(page))
    assert [look["details"] for look in looks(post)] == [{"fields": ["body"], "envelopes": 2}] * 2


@pytest.mark.django_db(transaction=True)
def test_words_that_rested_open_are_sealed_and_what_repeated_them_goes(forums, frozen):
    frozen("2026-06-08 09:00")
    days = {"from_on": clock.today(), "until_on": clock.today()}
    facilitator = forums.person("facilitator_other")
    room = forums.city_room("open")
    first = forums.post(forums.general(), body=WORDS)
    flag = flags.report(first, by=forums.person("resident_3"), concern="abuse", note=WORDS)
    stand_in = stand_ins.request_stand_in(room, by=facilitator, reason=WORDS, **days)
    request = summaries.ask_caretaker(room, by=facilitator, reason=WORDS)
    question = helping.ask_for_help(room, by=facilitator, question=f"{WORDS}\\n'")
    helping.answer(question, by=forums.acting("caretaker_1"), answer=WORDS)
    revision = posts.edit(first, by=forums.person("resident_2"), body="消しました。").revisions.get()

    def as_it_was():
        rows = (Flag, StandIn, SummaryRequest, HelpRequest, PostRevision)
        assert where_readable(WORDS) == {model._meta.label for model in rows}
        StandInStep.objects.update(reason=WORDS)
        asked = OutboxMessage.objects.filter(kind="communities.help_asked")
        asked.update(context={"forum": "x", "words": WORDS})

    undone_and_done_again("communities", "personal_words_are_sealed", as_it_was)
    assert where_readable(WORDS) == set()
    assert OutboxMessage.objects.filter(kind="communities.help_asked", context={"forum": "x"}).exists()
    for row, name in [(flag, "note"), (stand_in, "reason"), (request, "reason"), (revision, "body")]:
        row.refresh_from_db()
        assert getattr(row, name).carried() == WORDS
    question.refresh_from_db()
    assert (question.question.carried(), question.answer.carried()) == (f"{WORDS}\\n'", WORDS)
    with pytest.raises(IntegrityError), transaction.atomic():
        HelpRequest.objects.update(answer=b"")
