"""組織改正 and 人事異動: a section gives way to another, the table of roles follows, nothing stays behind."""

from datetime import date

import pytest
from django.conf import settings
from django.test import Client
from django.utils.module_loading import import_string

from governance.answers import actions as answers
from governance.answers.models import chain_of
from governance.themes import actions as themes
from governance.themes.lifecycle import Origin
from home.notices.pages import NoticePage
from portal.foundation.models import OutboxMessage
from residents.bodies import actions as bodies
from residents.bodies.tasks import remind_of_what_stayed_behind
from residents.models import Body, BodyMembership, Delegation, RoleTable
from residents.roles import actions as roles
from residents.roles.holdings import forget, holds
from tests.factories import governance
from tests.factories import home as notices_in
from tests.factories import surveys as surveys_in
from tests.factories.communities import Forums
from tests.factories.proposals import a_proposal_in

APRIL = "2027-04-01"
MORNING = [path for path in settings.TIMETABLE if path.endswith("follow_reorganisations")] + [
    "residents.roles.tasks.follow_the_calendar"
]


@pytest.fixture
def march(town, frozen):
    frozen("2026-11-22 09:00")
    governance.a_committee_in_office()
    frozen("2027-03-01 09:00")


def text_of(answer):
    return answer.content.decode()


def enter_the_reorganisation(client):
    return client.post(
        "/bodies/reorganise/",
        {
            "predecessors": [Body.objects.get(code="planning-section").pk],
            "on": APRIL,
            "name": "政策企画課",
            "name_en": "Policy Planning Section",
            "code": "policy-planning",
            "basis": "行政組織規則の一部改正(令和9年規則第3号)",
        },
    )


def draft_the_table(client):
    answer = client.post(
        "/roles/tables/draft/", {"title": "令和9年度 役割分担表", "effective_from": APRIL, "source": "起案"}
    )
    return answer["Location"]


def test_the_april_reorganisation(march, acting, client_as, people, frozen):
    # what lies with the section in March
    proposal = a_proposal_in("routed")
    survey = surveys_in.planned(acting)
    notice = notices_in.notice(acting("planner_author"))
    shared = proposal.items.last()
    shared.cooperating.set([Body.objects.get(code=code) for code in ("planning-section", "disaster")])

    # only the mayor's office and those who run the system enter it
    for key in ("secretary", "planner_author", "resident_1", "chair"):
        refused = enter_the_reorganisation(client_as(key))
        assert refused.status_code == 403, key
    assert Client().get("/bodies/reorganise/").status_code == 302
    assert enter_the_reorganisation(client_as("system_admin"))["Location"] == "/bodies/"
    successor = Body.objects.get(code="policy-planning")
    assert Body.objects.get(code="planning-section").valid_until == date(2027, 3, 31)

    # the draft begins with the table in force and proposes the successor
    secretary, mayor = client_as("secretary"), client_as("mayor")
    for key in ("mayor", "planner_author", "resident_1"):
        assert client_as(key).get("/roles/tables/draft/").status_code == 403, key
    table = draft_the_table(secretary)
    page = text_of(secretary.get(table))
    assert "企画課 → 政策企画課" in page
    assert "企画課」は" not in page  # no gap speaks of a body that has gone
    for key in ("resident_1", "planner_author", "chair", "caretaker_1"):
        assert client_as(key).get(table).status_code == 404, key

    # a row that would leave the approver's function to nobody keeps the table from being checked
    row = f"{table}holders/roles.table_approve/"
    secretary.post(row, {"tasks": ""})
    assert "「役割分担表の承認」を担う組織がありません" in text_of(secretary.get(table))
    assert secretary.post(f"{table}check/").status_code == 403
    secretary.post(row, {"bodies": [Body.objects.get(code="mayor").pk], "tasks": ""})

    # a real change besides: the intake of proposals goes to the consultation section as well
    both = [Body.objects.get(code=code).pk for code in ("civic-autonomy", "citizen-consultation")]
    secretary.post(f"{table}holders/proposals.intake/", {"bodies": both, "tasks": "提言の受付"})
    assert "市民相談課" in text_of(secretary.get(table))

    # checked by the secretariat, approved by the mayor, not by whoever drafted it
    assert mayor.post(f"{table}approve/").status_code == 403
    assert secretary.post(f"{table}check/")["Location"] == table
    assert secretary.post(f"{table}approve/").status_code == 403
    assert OutboxMessage.objects.filter(
        kind="residents.role_table_checked", recipient_id=str(people["mayor"].pk)
    ).exists()
    assert mayor.post(f"{table}approve/")["Location"] == table
    assert mayor.post(f"{table}approve/").status_code == 403  # pressed twice
    assert Client().get(table).status_code == 200  # public from now on

    # the last evening: everything as before
    frozen("2027-03-31 23:59")
    assert holds(acting("planner_author"), "survey.tally")

    # midnight: rights have moved, before any clock has run
    frozen("2027-04-01 00:00")
    author = people["planner_author"]
    forget(author)
    assert not holds(acting("planner_author", "planning-section"), "survey.tally")
    assert holds(acting("planner_author", "policy-planning"), "survey.tally")
    assert not holds(acting("planner_author", "policy-planning"), "survey.tally", on=date(2027, 3, 31))

    assert len(MORNING) == 11
    for task in MORNING + MORNING:  # a second run changes nothing
        import_string(task)()
    assert RoleTable.objects.get(status="in_force").title == "令和9年度 役割分担表"
    assert RoleTable.objects.filter(status="superseded").count() == 1
    assert set(proposal.items.values_list("unit__code", flat=True)) == {"policy-planning"}
    assert {unit.code for unit in shared.cooperating.all()} == {"disaster"}  # the successor answers itself
    survey.refresh_from_db()
    assert survey.sponsor == successor
    notice = NoticePage.objects.get(pk=notice.pk)
    assert notice.department == successor
    assert notice.get_latest_revision_as_object().department == successor
    told = OutboxMessage.objects.filter(recipient_id=str(author.pk))
    assert told.filter(kind="governance.proposal_routed", url=proposal.get_absolute_url()).count() >= 2
    assert told.filter(kind="residents.role_table_took_effect").count() == 1

    # everybody reads who held what on which day
    assert "政策企画課" not in text_of(Client().get("/roles/?asof=2027-03-31"))
    assert "政策企画課" in text_of(Client().get("/roles/?asof=2027-04-01"))
    assert "政策企画課" in text_of(Client().get("/bodies/planning-section/"))


def test_rooms_themes_loans_and_signatures_follow_too(march, acting, client_as, people, frozen):
    section, disaster = Body.objects.get(code="planning-section"), Body.objects.get(code="disaster")
    forums = Forums(acting)
    room, archive = forums.city_room(related_body=section), forums.city_room("closed", related_body=section)
    raised = themes.raise_theme(
        by=acting("planner_author"), title="駅前の道", description="歩きやすさ", origin=Origin.CITY
    )
    chief, deputy = people["planner_chief"], people["disaster_deputy"]
    days = {"from_on": date(2027, 3, 1), "until_on": date(2027, 6, 30), "basis": "事務の委任(令和9年)"}
    lent = roles.delegate("survey.tally", to_person=deputy, by=acting("planner_author"), **days)
    borrowed = roles.delegate(
        "sns.disaster_information", to_body=section, by=acting("disaster_officer"), **days
    )
    answers.set_approval_chain(section, by=acting("secretary"), grades=[("課長", section)])
    answers.set_approval_chain(
        disaster, by=acting("secretary"), grades=[("課長", disaster), ("企画課長", section)]
    )

    assert enter_the_reorganisation(client_as("system_admin"))["Location"] == "/bodies/"
    successor = Body.objects.get(code="policy-planning")
    frozen("2027-04-01 00:05")
    for task in MORNING + MORNING:  # a second run changes nothing
        import_string(task)()

    # the section concerned is the new one; the archive names the section of its time
    room.refresh_from_db()
    archive.refresh_from_db()
    assert (room.related_body.code, archive.related_body.code) == ("policy-planning", "planning-section")
    assert "政策企画課" in text_of(Client().get(f"/rooms/{room.slug}/"))
    told = OutboxMessage.objects.filter(kind="communities.room_followed")
    assert set(told.values_list("recipient_id", flat=True)) == {
        str(pk) for pk in successor.members_on().values_list("pk", flat=True)
    }

    # who raised a theme for the section still sees it
    raised.refresh_from_db()
    assert raised.raising_unit == successor
    page = f"/themes/{raised.pk}/"
    assert client_as("planner_author", "policy-planning").get(page).status_code == 200

    # what was lent holds for the days that are left; March stays as it was
    lent.refresh_from_db()
    borrowed.refresh_from_db()
    assert lent.until_on == borrowed.until_on == date(2027, 3, 31)
    rows = Delegation.objects.filter(from_on=date(2027, 4, 1)).order_by("function")
    assert [(row.function, row.from_body.code, row.until_on) for row in rows] == [
        ("sns.disaster_information", "disaster", date(2027, 6, 30)),
        ("survey.tally", "policy-planning", date(2027, 6, 30)),
    ]
    forget(chief)
    forget(deputy)
    assert holds(acting("planner_chief", "policy-planning"), "sns.disaster_information")
    assert holds(acting("disaster_deputy"), "survey.tally")

    # the chain is the successor's, and the successor signs where the old section signed
    assert [(g.title, g.body.code) for g in chain_of(successor)] == [("課長", "policy-planning")]
    assert [g.body.code for g in chain_of(disaster)] == ["disaster", "policy-planning"]


def test_whoever_leaves_hands_over_everything(march, acting, client_as, people, frozen):
    community = Forums(acting).official(slug="saigai")
    draft = notices_in.notice(acting("disaster_officer"))
    officer, deputy = people["disaster_officer"], people["disaster_deputy"]
    membership = officer.memberships.get()
    address = f"/bodies/members/{membership.pk}/hand-over/"

    # seen by the unit itself and by those who keep the bodies; absent to everybody else
    for key in ("planner_author", "resident_1", "chair", "npo_author"):
        assert client_as(key).get("/bodies/disaster/members/").status_code == 404, key
        assert client_as(key).get(address).status_code == 404, key
    assert client_as("secretary").get("/bodies/disaster/members/").status_code == 200
    assert client_as("secretary").get(address).status_code == 403

    client = client_as("disaster_deputy")
    page = text_of(client.get(address))
    assert community.title in page and draft.title in page

    # nothing may be left out; what was typed survives
    words = {"until_on": "2027-03-31", "reason": "人事異動(令和9年4月1日付)", "owner_0": deputy.pk}
    answer = client.post(address, words)
    assert answer.status_code == 200 and "令和9年4月1日付" in text_of(answer)
    community.refresh_from_db()
    assert community.manager == officer
    # not to somebody of another section
    assert client.post(address, {**words, "owner_1": people["planner_author"].pk}).status_code == 200

    assert client.post(address, {**words, "owner_1": deputy.pk})["Location"] == "/bodies/disaster/members/"
    community.refresh_from_db()
    assert community.manager == deputy
    assert NoticePage.objects.get(pk=draft.pk).owner == deputy
    assert BodyMembership.objects.get(pk=membership.pk).until_on == date(2027, 3, 31)
    assert "残っていません" not in text_of(client.get(address))
    told = OutboxMessage.objects.filter(kind="residents.matters_handed_over")
    assert not told.exists()  # the deputy did it themselves and needs no news of it

    # after the last day nothing is left: no right, no page of the unit
    frozen("2027-04-01 00:00")
    forget(officer)
    assert not holds(acting("disaster_officer", "disaster"), "sns.disaster_mode_switch")
    gone = client_as("disaster_officer", "disaster")
    assert gone.get("/bodies/disaster/members/").status_code == 404


def test_what_stayed_with_somebody_who_left_gets_an_owner_afterwards(
    march, acting, client_as, people, frozen
):
    community = Forums(acting).official(slug="saigai")
    officer, deputy = people["disaster_officer"], people["disaster_deputy"]
    membership = officer.memberships.get()
    bodies.leave(membership, by=acting("mayor"), until_on=date(2027, 3, 31), reason="急な退職")
    frozen("2027-04-01 00:05")
    remind_of_what_stayed_behind()
    remind_of_what_stayed_behind()
    address = f"/bodies/members/{membership.pk}/hand-over/"
    told = OutboxMessage.objects.filter(kind="residents.matters_left_behind", url__endswith=address)
    people_told = list(told.values_list("recipient_id", flat=True))
    assert set(people_told) >= {str(deputy.pk), str(people["secretary"].pk)}
    assert len(people_told) == len(set(people_told))

    client = client_as("disaster_deputy")
    assert community.title in text_of(client.get(address))
    words = {"until_on": "2027-04-01", "reason": "後から引き継ぐ"}
    assert client.post(address, words).status_code == 200
    answer = client.post(address, {**words, "owner_0": deputy.pk})
    assert answer["Location"] == "/bodies/disaster/members/"
    community.refresh_from_db()
    assert community.manager == deputy
    assert BodyMembership.objects.get(pk=membership.pk).until_on == date(2027, 3, 31)
