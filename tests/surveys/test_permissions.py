"""Who may do what (domain 6.3 and M8), typed by hand; everything not named is refused."""

from __future__ import annotations

from datetime import timedelta

import pytest

from portal.foundation import clock
from portal.foundation.acting import CLOCK, Acting
from portal.foundation.decisions import Denied
from surveys.certificates import permissions as certificates
from surveys.models import SurveySponsor, TrustAnchor, UsageProcedure, VerifierStanding
from surveys.sponsors import actions as sponsors
from surveys.sponsors import permissions as sponsor_permissions
from surveys.surveys import actions, permissions
from tests.factories import surveys as factory

STATUSES = (
    "planning", "review", "approved", "permitted", "collecting", "suspended", "closed", "tallied",
    "published", "cancelled",
)  # fmt: skip
PEOPLE = (
    "planner_author",  # wrote the survey, acts for its sponsor
    "planner_chief",  # same unit, did not write it
    "pr_approver",  # holds content approval
    "it_chief",  # holds the system's operation
    "npo_author",  # outside body
    "secretary",  # another unit
    "chair",
    "resident_1",
    "system_admin",
    "guest",
)
SPONSOR = {"planner_author", "planner_chief"}

MAY = {
    "design": (SPONSOR, {"planning"}),
    "submit": (SPONSOR, {"planning"}),
    "send_back": ({"pr_approver"}, {"review", "approved"}),
    "approve": ({"pr_approver"}, {"review"}),
    "permit": ({"it_chief"}, {"approved"}),
    "open": (SPONSOR, {"permitted"}),
    "suspend": (SPONSOR | {"it_chief"}, {"collecting"}),
    "resume": (SPONSOR | {"it_chief"}, {"suspended"}),
    "extend": (SPONSOR, {"collecting"}),
    "close": (SPONSOR, {"collecting", "suspended"}),
    "tally": (SPONSOR, {"closed"}),
    "publish": (SPONSOR | {"pr_approver"}, {"tallied"}),
    "cancel": (SPONSOR, {"planning", "review", "approved", "permitted"}),
}


@pytest.mark.parametrize("status", STATUSES)
def test_who_may_act_in_each_status(numbers, acting, status):
    survey = factory.in_status(acting, status)
    for verb, (people, statuses) in MAY.items():
        for who in PEOPLE:
            answer = getattr(permissions, f"can_{verb}_survey")(acting(who), survey)
            assert bool(answer) == (who in people and status in statuses), (verb, who, status)
            if not answer:
                assert isinstance(answer, Denied) and str(answer), (verb, who, status)


MAY_PLAN = {"planner_author", "planner_chief", "it_staff", "it_chief"}


@pytest.mark.parametrize("who", [*PEOPLE, "it_staff", "pr_author", "disaster_officer", "mayor"])
def test_who_may_plan(numbers, acting, who):
    assert bool(permissions.can_plan_survey(acting(who))) == (who in MAY_PLAN)


def test_the_author_may_not_approve_even_when_holding_the_function(numbers, acting, town, people):
    """Separation holds between persons where one unit has both parts."""
    survey = factory.in_status(acting, "review")
    approver = acting("pr_approver")
    survey.steps.filter(verb="plan").update(person_id=approver.person_id)
    answer = permissions.can_approve_survey(approver, survey)
    assert not answer and answer.next_step


def test_the_author_of_the_information_section_may_not_permit_their_own(numbers, acting):
    survey = factory.planned(acting, by="it_chief")
    actions.submit(survey, by=acting("it_staff"))
    actions.approve(survey, by=acting("pr_approver"))
    survey.refresh_from_db()
    assert not permissions.can_permit_survey(acting("it_chief"), survey)
    assert not permissions.can_permit_survey(acting("it_staff"), survey)  # handed it in


def test_an_outside_body_may_not_plan_before_approval(numbers, acting):
    npo = acting("npo_author")
    answer = permissions.can_plan_survey(npo)
    assert not answer and "NPO" in str(answer.reason)
    with pytest.raises(Denied):
        actions.plan(factory.plan_of(), by=npo)

    today = clock.today()
    sponsor = sponsors.apply(
        scope="生活情報", valid_from=today, valid_until=today + timedelta(days=30), by=npo
    )
    assert not permissions.can_plan_survey(npo)
    sponsor = sponsors.approve(sponsor, by=acting("it_chief"))
    assert permissions.can_plan_survey(npo)
    assert actions.plan(factory.plan_of(), by=npo).sponsor == npo.body

    sponsors.suspend(sponsor, by=acting("it_chief"), reason="名簿の扱いを確認するため")
    assert not permissions.can_plan_survey(npo)
    sponsors.resume(sponsor, by=acting("it_chief"))
    assert permissions.can_plan_survey(npo)
    with clock.at(today + timedelta(days=31)):
        assert not permissions.can_plan_survey(npo)


def test_a_refused_body_stays_out_and_may_apply_again(numbers, acting):
    npo, today = acting("npo_author"), clock.today()
    period = {"valid_from": today, "valid_until": today + timedelta(days=30)}
    sponsor = sponsors.apply(scope="生活情報", **period, by=npo)
    with pytest.raises(Denied):
        sponsors.apply(scope="もう一度", **period, by=npo)
    sponsors.refuse(sponsor, by=acting("it_chief"), reason="取扱規程がないため")
    assert not permissions.can_plan_survey(npo)
    sponsors.apply(scope="規程を整えました", **period, by=npo)
    assert SurveySponsor.objects.count() == 2


@pytest.mark.parametrize("who", [*PEOPLE, "npo_approver", "it_staff"])
def test_only_the_system_management_body_decides_on_sponsors(numbers, acting, who):
    today = clock.today()
    sponsor = sponsors.apply(scope="生活情報", valid_from=today, valid_until=today, by=acting("npo_author"))
    decides = who in {"it_staff", "it_chief"}
    assert bool(sponsor_permissions.can_approve_sponsor(acting(who), sponsor)) == decides
    assert bool(sponsor_permissions.can_refuse_sponsor(acting(who), sponsor)) == decides
    assert not sponsor_permissions.can_suspend_sponsor(acting(who), sponsor)
    assert not sponsor_permissions.can_resume_sponsor(acting(who), sponsor)
    assert bool(sponsor_permissions.can_apply_sponsor(acting(who))) == who.startswith("npo")


@pytest.mark.parametrize("who", PEOPLE)
def test_who_may_choose_authorities_and_record_standing(numbers, acting, who):
    expected = who == "it_chief"
    assert bool(certificates.can_trust_authority(acting(who))) == expected
    assert bool(certificates.can_load_revocation_list(acting(who))) == expected
    assert bool(certificates.can_record_verifier_standing(acting(who))) == expected
    assert bool(certificates.can_read_trust(acting(who))) == expected
    assert bool(certificates.can_choose_revocation_service(acting(who))) == expected
    for kind in ("service", "privacy"):
        assert bool(certificates.can_begin_usage_procedure(acting(who), kind)) == expected


@pytest.mark.parametrize("who", [*PEOPLE, "it_staff"])
def test_who_may_end_trust_and_standing(office, acting, who):
    expected = who in {"it_chief", "it_staff"}
    anchor, standing = TrustAnchor.objects.first(), VerifierStanding.objects.first()
    assert bool(certificates.can_distrust_authority(acting(who), anchor)) == expected
    assert bool(certificates.can_accept_further_policy(acting(who), anchor)) == expected
    assert bool(certificates.can_withdraw_verifier_standing(acting(who), standing)) == expected
    assert not certificates.can_finish_usage_procedure(acting(who), UsageProcedure.objects.first())


def test_the_clock_closes_only_after_the_last_day(numbers, acting, unlocked):
    assert not permissions.can_close_survey(CLOCK, unlocked)
    with clock.at(unlocked.closes_on + timedelta(days=1)):
        assert permissions.can_close_survey(CLOCK, unlocked)


def test_acting_for_a_body_one_left_gives_no_right(numbers, acting, people, town):
    survey = factory.planned(acting)
    stranger = Acting(people["resident_1"], town.body("planning-section"))
    assert not permissions.can_submit_survey(stranger, survey)
    assert not permissions.can_close_survey(stranger, survey)
