"""Teams inside a unit (checklist 92): who forms them, who is in them, who hears when nobody is."""

import pytest

from portal.foundation import clock
from portal.foundation.acting import CLOCK
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from residents.bodies import actions as bodies
from residents.models import Team
from residents.teams import actions, agenda, permissions
from residents.teams.models import people_of

WHO = ["resident_1", "secretary", "mayor", "system_admin", "planner_author", "disaster_officer", "chair"]


def text(response):
    return response.content.decode()


@pytest.fixture
def unit(town):
    return town.body("disaster")


def test_the_source_s_teams_have_their_duties(town):
    teams = Team.objects.in_force().filter(body=town.body("civic-autonomy"))
    assert [team.name for team in teams] == ["市民自治推進担当", "市民活動推進担当"]
    assert len(teams[0].duties.splitlines()) == 7 and "市民電子会議室(市民提案システム)" in teams[0].duties


def test_who_forms_teams(unit, acting, town):
    may = [who for who in WHO if permissions.can_form_team(acting(who), unit)]
    assert may == ["mayor", "system_admin", "disaster_officer"]
    assert not permissions.can_form_team(acting("mayor"), town.body("steering-committee"))
    actions.form(unit, by=acting("disaster_officer"), name="防災担当")
    with pytest.raises(Denied):
        actions.form(unit, by=acting("disaster_officer"), name="防災担当")


def test_a_unit_forms_a_team_places_people_and_ends_it(unit, client, client_as, people, frozen):
    frozen("2026-06-01 09:00")
    officer, home = client_as("disaster_officer"), "/bodies/disaster/teams/"
    assert home in text(officer.get("/bodies/disaster/members/"))
    for who in (client_as("resident_1", None), client_as("planner_author")):
        assert who.get(home).status_code == 404 and who.post(f"{home}form/").status_code == 404
    assert "form-errors" in text(officer.post(f"{home}form/", {"name": ""}))
    officer.post(f"{home}form/", {"name": "防災担当", "duties": "避難所\n防災無線"})
    team = Team.objects.get(body=unit)
    there = unit.memberships.get(person=people["disaster_deputy"])
    elsewhere = Team.objects.get(name="総合計画担当")
    page = f"/bodies/members/{there.pk}/team/"
    assert "form-errors" in text(officer.post(page, {"team": elsewhere.pk}))
    officer.post(page, {"team": team.pk})
    assert set(people_of(unit, team)) == {people["disaster_deputy"]}
    told = OutboxMessage.objects.filter(kind="residents.member_placed").values_list("recipient_id", flat=True)
    assert str(people["disaster_deputy"].pk) in told and str(people["disaster_officer"].pk) not in told
    shown = text(officer.get(home))
    assert "防災無線" in shown and str(people["disaster_deputy"]) in shown
    officer.post(f"/bodies/teams/{team.pk}/dissolve/")
    frozen("2026-06-02 09:00")
    assert set(people_of(unit, team)) == {people["disaster_officer"], people["disaster_deputy"]}
    assert "防災担当" not in text(officer.get(home))
    verbs = AuditEntry.objects.filter(verb__startswith="residents.team", details__team="防災担当")
    assert {row.verb for row in verbs} >= {"residents.team.formed", "residents.team.dissolved"}


def test_in_april_the_last_member_moves_and_the_whole_section_hears(unit, acting, people, frozen):
    """人事異動: nothing of a team stays with the person who left it."""
    frozen("2027-03-20 09:00")
    by = acting("disaster_officer")
    team = actions.form(unit, by=by, name="防災担当")
    membership = unit.memberships.get(person=people["disaster_deputy"])
    actions.place(membership, by=by, team=team)
    assert [one.title for one in agenda.matters(acting("secretary"), clock.today(), clock.today())] == []
    bodies.leave(membership, by=CLOCK, reason="異動")
    frozen("2027-03-21 09:00")
    assert set(people_of(unit, team)) == {people["disaster_officer"]}
    found = agenda.matters(acting("secretary"), clock.today(), clock.today())
    assert [(one.title, one.url) for one in found] == [("防災担当", "/bodies/disaster/members/")]
    assert agenda.matters(acting("resident_1"), clock.today(), clock.today()) == []
    with pytest.raises(Denied):
        actions.place(membership, by=by, team=team)
    # Whoever comes takes the place.
    joined = bodies.join(unit, person=people["pr_author"], by=CLOCK)
    actions.place(joined, by=by, team=team)
    assert set(people_of(unit, team)) == {people["pr_author"]}


def test_a_team_of_another_unit_is_nobody_s_here(unit, town, people):
    elsewhere = Team.objects.get(name="総合計画担当")
    assert set(people_of(unit, elsewhere)) == {people["disaster_officer"], people["disaster_deputy"]}
    assert list(people_of(None, elsewhere)) == []
