"""M4: who objects, and who examines; nobody examines what they took part in."""

import pytest
from django.utils import translation

from communities.facilitators import actions as facilitators
from governance.appeals import actions, permissions
from governance.sanctions import actions as sanctions
from governance.violations import actions as violations
from governance.violations.involved import involved_in
from portal.foundation.decisions import Denied
from tests.factories.violations import Cases

EVERYBODY = [
    "guest",
    "resident_1",
    "resident_2",
    "resident_3",
    "caretaker_1",
    "caretaker_2",
    "member_1",
    "chair",
    "secretary",
    "mayor",
    "it_staff",
    "npo_author",
    "facilitator_other",
    "adviser",
    "system_admin",
]
COMMITTEE = {"member_1", "chair"}
LENT = {"secretary", "adviser"}


@pytest.fixture
def cases(town, frozen, acting) -> Cases:
    translation.activate("ja")
    frozen("2026-06-01 09:00")
    return Cases(acting, committee=True)


def examiners(acting, appeal) -> set[str]:
    return {who for who in EVERYBODY if permissions.can_examine(acting(who), appeal)}


def test_only_the_person_objects_and_only_in_time(cases, acting, frozen):
    sanction = cases.measured("delete")
    assert {who for who in EVERYBODY if permissions.can_file(acting(who), sanction)} == {"resident_2"}
    frozen("2026-06-15 23:00")
    assert permissions.can_file(acting("resident_2"), sanction)
    frozen("2026-06-16 00:01")
    answer = permissions.can_file(acting("resident_2"), sanction)
    assert isinstance(answer, Denied) and "2026年6月15日" in str(answer)


def test_there_is_one_instance(cases, acting):
    sanction = cases.measured("delete")
    appeal = cases.objected(sanction)
    assert not permissions.can_file(acting("resident_2"), sanction)
    actions.withdraw(appeal, by=acting("resident_2"))
    assert not permissions.can_file(acting("resident_2"), sanction)


def test_a_caretakers_measure_is_examined_by_anybody_else(cases, acting):
    appeal = cases.objected(cases.measured("delete"))
    assert examiners(acting, appeal) == COMMITTEE | LENT


def test_secretariat_and_adviser_examine_only_where_the_committee_lent_it(cases, acting):
    appeal = cases.objected(cases.measured("delete"), lent=False)
    assert examiners(acting, appeal) == COMMITTEE
    for who in LENT:
        assert not permissions.can_read_grounds(acting(who), appeal)
    cases.lend_objections()
    assert examiners(acting, appeal) == COMMITTEE | LENT


def test_whoever_hid_the_post_as_facilitator_does_not_examine(cases, acting, people):
    from communities.posts import actions as posts

    cases.forums.join(cases.room, "member_1")
    facilitator = facilitators.designate(
        cases.room, people["member_1"], by=acting("resident_1"), source="other"
    )
    facilitators.accept(facilitator, by=acting("member_1", None))
    post = posts.hide(cases.post(), by=acting("member_1", None), reason="確認")
    case = violations.take_over(post, by=acting("caretaker_1"), ban=cases.ban())
    case = violations.open_hearing(case, by=acting("caretaker_1"), question="理由は。")
    case = violations.make_statement(case, by=acting("resident_2"), statement="はい。")
    sanction = sanctions.take_measure(case, by=acting("caretaker_1"), kind="delete", reason="違反")
    appeal = cases.objected(sanction)
    assert str(people["member_1"].pk) in involved_in(case)
    assert examiners(acting, appeal) == {"chair"} | LENT


def test_members_who_voted_do_not_examine_the_objection(cases, acting, people):
    appeal = cases.objected(cases.suspended())
    assert examiners(acting, appeal) == LENT
    answer = permissions.can_examine(acting("chair"), appeal)
    assert isinstance(answer, Denied) and answer.next_step
    involved = involved_in(appeal.sanction.case)
    for key in ("chair", "vice_chair_1", "member_1", "caretaker_1", "resident_2", "resident_3"):
        assert str(people[key].pk) in involved


def test_a_secretary_who_reported_in_private_does_not_examine(cases, acting):
    post = cases.post()
    private = acting("secretary", None)
    violations.report(post, by=private, ban=cases.ban())
    case = cases.reported(post=post)
    case = violations.investigate(case, by=acting("caretaker_1"))
    case = violations.open_hearing(case, by=acting("caretaker_1"), question="理由は。")
    case = violations.make_statement(case, by=acting("resident_2"), statement="はい。")
    sanction = sanctions.take_measure(case, by=acting("caretaker_1"), kind="warning", reason="違反")
    assert "secretary" not in examiners(acting, cases.objected(sanction))


MILDER_THAN_TEN_DAYS = [
    ("advice", None, True),
    ("warning", None, True),
    ("room_restriction", 5, True),
    ("room_restriction", 11, False),
    ("topic_stop", 5, False),  # about the room; the decision was about the person
    ("suspension", 9, True),
    ("suspension", 10, False),
    ("suspension", 11, False),
    ("suspension", None, False),
    ("cancellation", None, False),
    ("delete", None, False),
]


def test_an_objection_never_makes_things_worse(cases, acting):
    by = acting("adviser")
    appeal = actions.examine(cases.objected(cases.suspended(days=10)), by=by)
    for kind, days, allowed in MILDER_THAN_TEN_DAYS:
        assert bool(permissions.can_vary(by, appeal, kind, days)) == allowed, (kind, days)


@pytest.mark.parametrize("verb", ["uphold", "vary", "annul"])
def test_deciding_waits_until_somebody_examines(cases, acting, verb):
    appeal = cases.objected(cases.measured("delete"))
    assert not getattr(permissions, f"can_{verb}")(acting("secretary"), appeal)
    appeal = actions.examine(appeal, by=acting("secretary"))
    assert getattr(permissions, f"can_{verb}")(acting("secretary"), appeal)
    assert not getattr(permissions, f"can_{verb}")(acting("caretaker_1"), appeal)
