"""Wave after wave under one pseudonym; its key lies elsewhere and dies with the series."""

from __future__ import annotations

import html

import pytest
from django.test import Client

from portal.foundation import custody
from portal.foundation.decisions import Denied
from surveys.certificates.person import VerifiedPerson, Way
from surveys.envelopes import actions as envelopes
from surveys.envelopes import sheets
from surveys.models import Survey, SurveySeries, Ticket
from surveys.series import actions, attrition, permissions
from surveys.series.lifecycle import SERIES
from surveys.surveys import actions as surveys
from surveys.surveys import requirements
from surveys.tallies import actions as tallies
from tests.factories import surveys as factory

PLAN = actions.SeriesPlan(
    "まちづくり繰返しアンケート", "選択肢を絞りながら、同じ方に続けてうかがいます。", "elimination"
)


def words(response) -> str:
    return html.unescape(response.content.decode())


def person(number: int, key: str = "key") -> VerifiedPerson:
    return VerifiedPerson(Way.CERTIFICATE, f"{key}\x1f{number}", f"person {number}")


@pytest.fixture(autouse=True)
def custodian(settings, tmp_path):
    """A custodian of this test's own."""
    settings.CUSTODIAN_DATABASE = {**settings.CUSTODIAN_DATABASE, "NAME": str(tmp_path / "custodian.sqlite3")}


@pytest.fixture
def series(office, acting):
    return actions.start(PLAN, by=acting("planner_author"))


def wave(series, acting) -> Survey:
    """The next wave, open for answers."""
    survey = factory.planned(acting, "certificate", anonymity="pseudonymous")
    actions.add_wave(series, survey, by=acting("planner_author"))
    surveys.submit(survey, by=acting("planner_author"))
    surveys.approve(survey, by=acting("pr_approver"))
    surveys.permit(survey, by=acting("it_chief"))
    return surveys.open(survey, by=acting("planner_chief"))


def answer(survey, numbers, key="key"):
    for number in numbers:
        outcome = envelopes.draw(survey, person(number, key))
        envelopes.answer(survey, ticket=outcome.ticket, answers={"1": {"text": str(number)}})


def published(survey, acting) -> Survey:
    survey = envelopes.close(survey, by=acting("planner_chief"))
    tallies.tally(survey, by=acting("planner_chief"))
    return surveys.publish(Survey.objects.get(pk=survey.pk), by=acting("planner_chief"))


def marks(survey) -> dict[str, str]:
    """What was written → under which pseudonym."""
    return {sheet["1"]["text"]: sheet["mark"] for sheet in sheets.opened(survey)}


def test_the_verbs_lead_where_they_should():
    rows = {(verb, source, target) for verb, source, target, _by in SERIES.rows()}
    assert rows == {
        ("start", "", "running"),
        ("add_wave", "running", "running"),
        ("conclude", "running", "concluded"),
    }


def test_a_person_bears_one_pseudonym_in_every_wave_and_another_elsewhere(series, acting):
    first = wave(series, acting)
    answer(first, range(8))
    ticket = envelopes.draw(first, person(99)).ticket
    assert len(Ticket.objects.get(pool=first.pool).mark) == 32 and ticket
    first = published(first, acting)
    second = wave(series, acting)
    answer(second, range(2, 8), key="renewed")  # their certificates were renewed in between
    second = published(second, acting)
    earlier, later = marks(first), marks(second)
    assert len(set(earlier.values())) == 8
    assert later == {str(n): earlier[str(n)] for n in range(2, 8)}
    other = actions.start(PLAN, by=acting("planner_author"))
    elsewhere = wave(other, acting)
    answer(elsewhere, [2])
    assert marks(published(elsewhere, acting))["2"] != earlier["2"]

    # 8 answered, then 6: all known, so that "new: 0" gives nobody away.
    lines = attrition.of(series)
    assert [(line.answered, line.returning, line.from_the_first) for line in lines] == [
        ("8", "-", "-"),
        ("6", "6", "6"),
    ]
    page = words(Client().get(f"/surveys/series/{series.pk}/"))
    assert "まちづくり繰返しアンケート" in page and f"/surveys/{second.slug}/result/" in page


def test_few_who_are_new_are_not_told(series, acting):
    first = wave(series, acting)
    answer(first, range(8))
    first = published(first, acting)
    second = wave(series, acting)
    answer(second, [*range(6), 20, 21])  # two new ones among eight
    published(second, acting)
    assert [line.returning for line in attrition.of(series)] == ["-", "＊"]


def test_the_key_lies_with_the_custodian_and_dies_with_the_series(series, acting, settings, client_as):
    first = wave(series, acting)
    with pytest.raises(Denied):
        actions.conclude(series, by=acting("planner_author"), reason="まだ回答中のため")
    first = published(first, acting)
    settings.CUSTODIAN_KEYS = ["bmV3LWN1c3RvZGlhbi1rZXktMDAwMDAwMDAwMDAwMDA=", *settings.CUSTODIAN_KEYS]
    before = custody.mark(series.key_name, "x")
    custody.rewrap()
    settings.CUSTODIAN_KEYS = settings.CUSTODIAN_KEYS[:1]
    assert custody.mark(series.key_name, "x") == before
    page = client_as("planner_author").post(
        f"/surveys/series/{series.pk}/conclude/", {"reason": "予定した調査が終わったため。"}
    )
    assert page.status_code == 302
    series.refresh_from_db()
    assert series.status == "concluded"
    custody.create(series.key_name)  # a name that had its key never gets another
    with pytest.raises(custody.Destroyed):
        custody.mark(series.key_name, "person 1")
    survey = factory.planned(acting, "certificate", anonymity="pseudonymous")
    assert not permissions.can_add_wave(acting("planner_author"), series)
    with pytest.raises(Denied):
        actions.add_wave(series, survey, by=acting("planner_author"))


def test_an_anonymous_survey_bears_no_mark_anywhere(gated, acting):
    answer(gated, range(3))
    envelopes.draw(gated, person(7))
    assert set(Ticket.objects.values_list("mark", flat=True)) == {""}
    closed = envelopes.close(gated, by=acting("planner_chief"))
    assert [sheet for sheet in sheets.opened(closed) if "mark" in sheet] == []


def test_only_a_fitting_survey_of_the_sponsor_becomes_a_wave(series, acting, client_as):
    anonymous = factory.planned(acting, "certificate")
    assert not permissions.can_become_wave(anonymous, series)
    fitting = factory.planned(acting, "certificate", anonymity="pseudonymous")
    assert any(
        "シリーズ" in str(line.text) or "series" in str(line.text) for line in requirements.missing(fitting)
    )
    assert permissions.can_become_wave(fitting, series)
    assert not permissions.can_add_wave(acting("it_chief"), series)
    for who in ("guest", "resident_1", "it_chief"):
        assert client_as(who).get(f"/surveys/series/{series.pk}/add-wave/").status_code == 403
    page = client_as("planner_author").post(f"/surveys/series/{series.pk}/add-wave/", {"survey": fitting.pk})
    assert page.status_code == 302 and not permissions.can_become_wave(fitting, series)
    # What is being prepared is not told to everybody.
    assert fitting.title not in words(Client().get(f"/surveys/series/{series.pk}/"))
    assert fitting.title in words(client_as("planner_author").get(f"/surveys/series/{series.pk}/"))


def test_a_sponsor_starts_a_series_where_there_is_a_custodian(office, client_as, acting, settings):
    form = {"title": PLAN.title, "purpose": PLAN.purpose, "kind": "panel_wave"}
    planner = client_as("planner_author")
    assert "form-error" in words(planner.post("/surveys/series/start/", {**form, "title": ""}))
    assert planner.post("/surveys/series/start/", form).status_code == 302
    assert SurveySeries.objects.get().kind == "panel_wave"
    assert PLAN.title in words(Client().get("/surveys/series/"))
    assert client_as("resident_1").get("/surveys/series/start/").status_code == 403
    settings.CUSTODIAN_KEYS = []
    refused = planner.get("/surveys/series/start/")
    assert refused.status_code == 403 and not permissions.can_start_series(acting("planner_author"))


def test_options_few_chose_drop_out_with_the_rule_that_dropped_them(series, acting, client_as):
    first = wave(series, acting)
    single = first.questions.first()
    popular, liked, rare = single.choices.all()
    for number, choice in enumerate([popular] * 6 + [liked] * 3 + [rare]):
        ticket = envelopes.draw(first, person(number)).ticket
        envelopes.answer(first, ticket=ticket, answers={str(single.pk): {"choices": [choice.pk]}})
    second = factory.planned(acting, "certificate", anonymity="pseudonymous", questions=())
    actions.add_wave(series, second, by=acting("planner_author"))
    page, planner = f"/surveys/series/{series.pk}/carry-over/", client_as("planner_author")
    data = {"question": single.pk, "at_least": 20}
    assert planner.post(page, data).status_code == 200  # the wave before is not published yet
    published(first, acting)
    assert "form-error" in words(planner.post(page, {**data, "at_least": 70}))  # would leave one option
    assert client_as("it_chief").post(page, data).status_code == 403
    assert planner.post(page, data).status_code == 302
    carried = second.questions.get()
    assert [choice.text for choice in carried.choices.all()] == [popular.text, liked.text]
    told = words(planner.get(f"/surveys/series/{series.pk}/"))
    assert rare.text in told and "20" in told
