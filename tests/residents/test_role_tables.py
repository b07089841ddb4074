"""A new division of roles: drafted, checked, approved by another, in force on its day."""

from datetime import timedelta

import pytest

from portal.foundation import clock
from portal.foundation.acting import CLOCK, Acting
from portal.foundation.decisions import Denied
from residents.bodies import actions as bodies
from residents.models import Body, Delegation, RoleTable, User
from residents.roles import actions as roles
from residents.roles.coverage import coverage
from residents.roles.functions import FUNCTIONS
from residents.roles.holdings import holders, holds
from residents.roles.lifecycle import ROLE_TABLE
from residents.roles.requirements import missing

KEPT = ["roles.table_draft", "roles.table_approve", "system.operation", "system.audit_read"]


@pytest.fixture
def tomorrow(town):
    return clock.today() + timedelta(days=1)


@pytest.fixture
def rows(town):
    keeper, mayor = town.body("it-promotion"), town.body("mayor")
    holder = {"roles.table_approve": mayor}
    return [roles.Row(code, holder.get(code, keeper)) for code in KEPT]


LEFT_OPEN = {code: "この試験では扱わない" for code in FUNCTIONS if code not in KEPT}


@pytest.fixture
def drafted(acting, tomorrow, rows):
    return roles.draft(
        title="新しい表", effective_from=tomorrow, rows=rows, by=acting("secretary"), left_open=LEFT_OPEN
    )


def test_the_verbs_are_these():
    assert list(ROLE_TABLE.rows()) == [
        ("draft", "", "draft", "unit that keeps the table"),
        ("revise", "draft", "draft", "unit that keeps the table"),
        ("check", "draft", "checked", "unit that keeps the table"),
        ("reopen", "checked", "draft", "unit that keeps the table"),
        ("discard", "checked", "discarded", "unit that keeps the table"),
        ("discard", "draft", "discarded", "unit that keeps the table"),
        ("approve", "checked", "approved", "approver of the table"),
        ("revoke", "approved", "draft", "approver of the table"),
        ("take_effect", "approved", "in_force", "clock"),
        ("supersede", "in_force", "superseded", "clock"),
    ]


def test_a_table_takes_effect_on_its_day_and_the_old_one_judges_the_days_before(
    acting, drafted, tomorrow, frozen
):
    roles.check(drafted, by=acting("secretary"))
    roles.approve(drafted, by=acting("mayor"))
    by = acting("disaster_officer")
    assert holds(by, "sns.disaster_mode_switch")
    assert not holds(by, "sns.disaster_mode_switch", on=tomorrow)
    assert holds(by, "sns.disaster_mode_switch", on=clock.today())


@pytest.mark.parametrize(
    ("who", "may"),
    [("secretary", True), ("system_admin", True), ("mayor", False), ("member_1", False), ("guest", False)],
)
def test_who_may_draft(acting, tomorrow, rows, who, may):
    if may:
        assert roles.draft(title="表", effective_from=tomorrow, rows=rows, by=acting(who)).status == "draft"
    else:
        with pytest.raises(Denied):
            roles.draft(title="表", effective_from=tomorrow, rows=rows, by=acting(who))
        assert not RoleTable.objects.filter(title="表").exists()


def test_an_unchecked_table_cannot_be_approved(acting, drafted):
    with pytest.raises(Denied, match="下書き"):
        roles.approve(drafted, by=acting("mayor"))


def test_only_the_approver_approves(acting, drafted):
    roles.check(drafted, by=acting("secretary"))
    with pytest.raises(Denied):
        roles.approve(drafted, by=acting("secretary"))


def test_reopen_takes_a_checked_table_back(acting, drafted):
    roles.check(drafted, by=acting("secretary"))
    assert roles.reopen(drafted, by=acting("secretary"), reason="行の追加").status == "draft"


def test_gaps_are_all_named_at_once(acting, tomorrow, town):
    incomplete = roles.draft(
        title="穴のある表",
        effective_from=tomorrow,
        rows=[roles.Row("system.operation", town.body("citizen-proposal"))],
        by=acting("secretary"),
        left_open={**LEFT_OPEN, "roles.table_draft": "理由があってもこれは空けられない"},
    )
    assert len(missing(incomplete)) == 4
    with pytest.raises(Denied):
        roles.check(incomplete, by=acting("secretary"))


def test_one_person_in_two_bodies_cannot_get_an_incompatible_pair(acting, drafted, town, people):
    drafted.rows.create(function="survey.form_entry", body=town.body("planning-section"))
    drafted.rows.create(function="survey.content_approval", body=town.body("public-relations"))
    assert missing(drafted) == []
    bodies.join(town.body("planning-section"), person=people["pr_author"], by=CLOCK)
    assert len(missing(drafted)) == 1


def test_every_function_is_held_or_left_open_for_a_reason(acting, drafted):
    assert missing(drafted) == []
    drafted.left_open = {code: why for code, why in LEFT_OPEN.items() if code != "mayor.decide"}
    drafted.save()
    assert [str(gap) for gap in missing(drafted)] == ["「市長としての決定」を担う組織がありません。"]
    with pytest.raises(Denied):
        roles.check(drafted, by=acting("secretary"))


def test_the_page_asks_why_nobody_is_to_hold_it(client_as, drafted):
    client = client_as("secretary")
    url = f"{drafted.get_absolute_url()}holders/survey.tally/"
    client.post(url, {"bodies": [], "tasks": "", "left_open": "集計は来年度から"})
    drafted.refresh_from_db()
    assert drafted.left_open["survey.tally"] == "集計は来年度から"
    assert "集計は来年度から" in client.get(drafted.get_absolute_url()).content.decode()
    planning = Body.objects.get(code="planning-section")
    client.post(url, {"bodies": [planning.pk], "tasks": "", "left_open": ""})
    drafted.refresh_from_db()
    assert "survey.tally" not in drafted.left_open


def test_a_unit_that_gave_way_holds_nothing_any_more(town, acting, tomorrow):
    table = RoleTable.objects.in_force(clock.today())
    label = FUNCTIONS["sns.disaster_mode_switch"].label
    unit = holders("sns.disaster_mode_switch").get()
    bodies.reorganise([unit], on=tomorrow, basis="組織改正", by=acting("mayor"), name="後継課", code="next")
    assert label not in coverage(table, clock.today()).functions_without_holder
    assert label in coverage(table, tomorrow).functions_without_holder


def test_a_loan_by_name_that_makes_an_incompatible_pair_is_refused(town, people, tomorrow):
    pair = {code: holders(code).first() for code in ("survey.form_entry", "survey.content_approval")}
    clerk = pair["survey.form_entry"].members_on(clock.today()).first()
    lender = pair["survey.content_approval"]
    with pytest.raises(Denied, match="アンケートシステムへの入力"):
        roles.delegate(
            "survey.content_approval",
            to_person=clerk,
            from_on=clock.today(),
            until_on=tomorrow,
            basis="部長決裁",
            by=Acting(lender.members_on(clock.today()).first(), lender),
        )


def test_a_function_is_lent_and_taken_back_over_the_pages(client_as, town, people, tomorrow):
    client = client_as("disaster_officer")
    assert "災害モード" in client.get("/roles/delegations/give/").content.decode()
    words = {
        "function": "sns.disaster_mode_switch",
        "to_body": town.body("information-policy").pk,
        "to_person": "",
        "from_on": clock.today().isoformat(),
        "until_on": tomorrow.isoformat(),
        "basis": "防災計画第3章",
    }
    wrong = client.post("/roles/delegations/give/", {**words, "until_on": "2001-01-01"}).content.decode()
    assert "初日より前にできません" in wrong and "防災計画第3章" in wrong
    client.post("/roles/delegations/give/", words)
    assert town.body("information-policy") in holders("sns.disaster_mode_switch")
    for who, sees in {"disaster_officer": True, "it_staff": True, "resident_1": False}.items():
        page = client_as(who).get("/roles/delegations/").content.decode()
        assert ("防災計画第3章" in page) == sees, who
    loan = Delegation.objects.get(basis="防災計画第3章")
    take_back = f"/roles/delegations/{loan.pk}/take-back/"
    assert client_as("it_staff").get(take_back).status_code == 403
    assert client_as("resident_1").get(take_back).status_code == 404
    client.post(take_back, {"reason": "訓練が終わったため"})
    assert Delegation.objects.get(pk=loan.pk).until_on == clock.today()


def test_what_was_borrowed_is_not_lent_on(acting, town, tomorrow):
    days = {"from_on": clock.today(), "until_on": tomorrow}
    lent = roles.delegate(
        "sns.disaster_mode_switch",
        to_body=town.body("information-policy"),
        basis="防災計画",
        by=acting("disaster_officer"),
        **days,
    )
    assert lent.to_body == town.body("information-policy")
    with pytest.raises(Denied, match="役割分担表でその組織が担う"):
        roles.delegate(
            "sns.disaster_mode_switch",
            to_body=town.body("planning-section"),
            basis="また貸し",
            by=Acting(User.objects.get(pk=acting("it_staff").person_id), town.body("information-policy")),
            **days,
        )
