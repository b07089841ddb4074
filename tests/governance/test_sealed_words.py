"""What applicants, senders of comments and selectors say rests sealed; those entitled open it by a look."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from governance.applications import actions as applications
from governance.comment_periods import actions as comments
from governance.honoraria import actions as honoraria
from governance.models import HonorariumExemption, PublicComment, SeatApplication, Supplement
from governance.selections import actions as selections
from governance.selections.models import Assessment
from governance.sittings import acting_secretariat
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.models import OutboxMessage
from tests.at_rest import looks, undone_and_done_again, where_readable
from tests.factories import governance as a
from tests.factories import rules

RATES = {
    **{f"honorarium.{post}": 30_000 for post in ("chair", "vice_chair", "member", "facilitator")},
    "honorarium.untaxed_limit": 10_000,
    "honorarium.withholding_rate": 3_063,
}
WORDS = "義理の兄の佐藤さんのことです。"


def text(response):
    return response.content.decode()


@pytest.fixture
def recruitment(town, frozen):
    frozen("2026-06-01 09:00")
    a.set_numbers()
    return a.a_recruitment(a.a_term())


def applied(recruitment, person):
    return applications.submit(
        recruitment,
        by=Acting(person),
        connection="study",
        uses_internet=True,
        motives="動機です。",
        age_band="30s",
        gender="female",
        area="湘南台の佐藤町",
        local_activity="",
    )


def test_what_applicants_declare_is_shown_and_counted_by_looks(recruitment, people, client_as):
    found = applied(recruitment, people["resident_1"])
    assert where_readable("佐藤町") == set()
    with connection.cursor() as cursor:
        cursor.execute("SELECT age_band, gender, connection FROM governance_seatapplication")
        (row,) = cursor.fetchall()
    assert not any(word in bytes(value) for value in row for word in (b"30s", b"female", b"study"))
    page = f"/committees/applications/{found.pk}/"
    assert client_as("resident_2").get(page).status_code == 403
    shown = text(client_as("secretary").get(page))
    assert "佐藤町" in shown and "30歳代" in shown
    declared = {"fields": ["age_band", "area", "connection", "gender"], "envelopes": 4}
    assert declared in [look["details"] for look in looks(found)]
    balance = f"/committees/recruitments/{recruitment.pk}/balance/"
    assert "30歳代" in text(client_as("secretary").get(balance))
    assert [look["details"] for look in looks(recruitment)] == [declared]


def test_one_look_at_many_is_told_to_each_of_them(recruitment, people, client_as):
    for key in ("resident_1", "resident_2"):
        applied(recruitment, people[key])
    client_as("secretary").get(f"/committees/recruitments/{recruitment.pk}/balance/")
    for key, is_told in {"resident_1": True, "resident_2": True, "resident_3": False}.items():
        assert ("運営委員の選考" in text(client_as(key, None).get("/accounts/footprint/"))) is is_told


def test_a_page_with_many_envelopes_is_told_as_one_look(recruitment, people, client_as):
    found = applied(recruitment, people["resident_1"])
    page = f"/committees/applications/{found.pk}/"
    for times in (1, 2):
        client_as("secretary").get(page)
        assert len(looks(found)) > times
        assert (
            text(client_as("resident_1", None).get("/accounts/footprint/")).count("運営委員の選考") == times
        )


def test_a_draft_is_filled_in_again_by_its_author_alone(recruitment, people, client_as):
    applications.draft(
        recruitment, by=Acting(people["resident_1"]), connection="study", motives=WORDS, area="佐藤町"
    )
    page = f"/committees/{recruitment.term.body.code}/recruitments/{recruitment.pk}/apply/"
    shown = text(client_as("resident_1").get(page))
    assert WORDS in shown and "佐藤町" in shown
    assert "佐藤町" not in text(client_as("resident_2").get(page))


def test_what_is_missing_is_asked_on_the_page_and_not_by_mail(recruitment, people, client_as):
    found = applied(recruitment, people["resident_1"])
    asked = applications.ask_supplement(found, by=acting_secretariat(), request=WORDS)
    assert where_readable(WORDS) == set()
    page = f"/committees/applications/{found.pk}/supplement/"
    assert WORDS in text(client_as("resident_1").get(page))
    assert client_as("resident_2").get(page).status_code == 404
    assert [look["details"] for look in looks(asked)] == [{"field": "request"}]


def test_why_a_selector_steps_back_is_read_by_the_selectors(recruitment, people, client_as):
    found = applied(recruitment, people["resident_1"])
    first, second = a.acting_selectors()[:2]
    selections.interview(found, by=first, interviewed_on=clock.today(), note="面談")
    selections.declare_conflict(found, by=second, conflict=WORDS)
    assert where_readable(WORDS) == set()
    page = text(client_as(people_key(people, first.person)).get(f"/committees/applications/{found.pk}/"))
    assert WORDS in page
    opened = {"fields": ["conflict", "interview_note"], "envelopes": 2}
    assert opened in [look["details"] for look in looks(found)]
    with pytest.raises(IntegrityError), transaction.atomic():
        Assessment.objects.update(conflict=b"")


def people_key(people, person):
    return next(key for key, one in people.items() if one == person)


def test_why_nothing_is_paid_stands_in_the_exemption_alone(town, frozen, people, client_as):
    frozen("2026-04-01 09:00")
    a.set_numbers(guideline=False, committee_rule=False, **RATES)
    body = a.a_committee_in_office().body
    exemption = honoraria.exempt(
        body,
        person=people["member_1"],
        fiscal_year=2026,
        kind="waived",
        reason=WORDS,
        by=acting_secretariat(),
    )
    assert where_readable(WORDS) == set()
    page = f"/committees/{body.code}/honoraria/"
    assert WORDS in text(client_as("secretary").get(page))
    assert client_as("member_1").get(page).status_code == 403
    assert [look["details"] for look in looks(body)] == [{"fields": ["reason"], "envelopes": 1}]
    assert HonorariumExemption.objects.get() == exemption


@pytest.fixture
def period(town, frozen):
    frozen("2026-11-22 09:00")
    a.a_committee_in_office()
    words = {"question": "困ることを教えてください。", "closes_on": date(2026, 12, 21)}
    return comments.lay_open(rules.a_draft(), by=acting_secretariat(), **words)


def test_a_comment_is_read_by_its_sender_and_by_those_who_consider_it(period, client, client_as, acting):
    sent = comments.send(period, by=Acting(), text=WORDS, name="佐藤花子", ticket=uuid4())
    comments.send(period, by=acting("resident_2"), text="賛成です。", ticket=uuid4())
    assert where_readable(WORDS) == where_readable("佐藤花子") == set()
    assert WORDS in text(client.get(sent.get_absolute_url()))
    assert [look["details"] for look in looks(sent)] == [{"field": "text"}]
    at = f"/rules/{period.rule.slug}/comments/{period.pk}/"
    assert client_as("resident_2").get(f"{at}received/").status_code == 403
    shown = text(client_as("secretary").get(f"{at}received/"))
    assert WORDS in shown and "佐藤花子" in shown
    assert [look["details"] for look in looks(period)] == [{"fields": ["name", "text"], "envelopes": 3}]
    with pytest.raises(IntegrityError), transaction.atomic():
        PublicComment.objects.update(text=b"")


def test_a_guest_s_receipt_is_never_kept_and_every_look_is_a_line(period, client, settings):
    settings.PAGE_CACHE = True
    sent = comments.send(period, by=Acting(), text=WORDS, ticket=uuid4())
    assert looks(sent) == []
    for _visit in range(2):
        assert WORDS in text(client.get(sent.get_absolute_url()))
    assert [look["details"] for look in looks(sent)] == [{"field": "text"}] * 2


@pytest.mark.django_db(transaction=True)
def test_words_that_rested_open_are_sealed_and_what_repeated_them_goes(town, frozen, people, acting):
    frozen("2026-06-01 09:00")
    a.set_numbers()
    by = acting_secretariat()
    found = applied(a.a_recruitment(a.a_term()), people["resident_1"])
    asked = applications.ask_supplement(found, by=by, request=WORDS)
    body = found.recruitment.term.body
    person = people["member_1"]
    exemption = honoraria.exempt(body, person=person, fiscal_year=2026, kind="waived", reason=WORDS, by=by)
    comments_period = comments.lay_open(
        rules.a_draft(), by=by, question="どうですか。", closes_on=date(2026, 7, 31)
    )
    comment = comments.send(comments_period, by=Acting(), text=WORDS, name=WORDS, ticket=uuid4())
    message = OutboxMessage.objects.get(kind="governance.application_supplement_asked")

    def as_it_was():
        rows = (SeatApplication, Supplement, HonorariumExemption, PublicComment)
        assert where_readable("湘南台の佐藤町") == {"governance.SeatApplication"}
        assert where_readable(WORDS) == {model._meta.label for model in rows[1:]}
        OutboxMessage.objects.filter(pk=message.pk).update(context={**message.context, "request": WORDS})

    undone_and_done_again("governance", "words_of_few_are_sealed", as_it_was)
    assert where_readable(WORDS) == where_readable("湘南台の佐藤町") == set()
    for row in (found, asked, exemption, comment):
        row.refresh_from_db()
    assert [getattr(found, name).carried() for name in ("connection", "age_band", "gender", "area")] == [
        "study",
        "30s",
        "female",
        "湘南台の佐藤町",
    ]
    assert not found.local_activity
    assert {asked.request.carried(), exemption.reason.carried(), comment.text.carried()} == {WORDS}
    with pytest.raises(IntegrityError), transaction.atomic():
        PublicComment.objects.update(text=b"")
    assert triggers() >= {"governance_evidence_no_update", "governance_claimevidence_no_update"}


def triggers():
    table, column = (
        ("sqlite_master WHERE type = 'trigger'", "name")
        if connection.vendor == "sqlite"
        else ("pg_trigger", "tgname")
    )
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {table}")
        return {row[0] for row in cursor.fetchall()}
