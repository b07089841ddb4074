"""Two judge, one steps back, the mayor decides; what is told stays neutral."""

import pytest

from governance.selections import actions
from governance.selections.models import Assessment
from portal.foundation import clock
from portal.foundation.decisions import Denied
from portal.foundation.models import OutboxMessage
from tests.factories import governance as a


@pytest.fixture
def application(town, frozen, people):
    frozen("2026-06-01 09:00")
    a.set_numbers()
    return a.an_application(a.a_recruitment(a.a_term()), people["resident_1"])


def test_the_interview_comes_before_the_score(application):
    first, _second = a.acting_selectors()
    with pytest.raises(Denied):
        actions.assess(application, by=first, score=4, note="早い")
    found = actions.interview(application, by=first, interviewed_on=clock.today(), note="面談の記録")
    assert found.status == "interviewed"
    assert "面談の記録" not in str(found.interview_note)


def test_one_assessor_is_not_enough_and_nobody_scores_twice(application):
    first, second = a.acting_selectors()
    actions.interview(application, by=first, interviewed_on=clock.today(), note="面談")
    actions.assess(application, by=first, score=4, note="良い")
    application.refresh_from_db()
    assert application.status == "interviewed"
    with pytest.raises(Denied):
        actions.assess(application, by=first, score=5, note="もう一度")
    with pytest.raises(Denied):
        actions.recommend(application, by=first, assessment="一人で")
    actions.assess(application, by=second, score=3, note="普通")
    application.refresh_from_db()
    assert application.status == "assessed"
    assert actions.recommend(application, by=first, assessment="二人で").status == "recommended"


def test_a_late_conflict_takes_the_score_out_and_a_second_judge_is_needed_again(application):
    first, second = a.acting_selectors()
    actions.interview(application, by=first, interviewed_on=clock.today(), note="面談")
    for selector in (first, second):
        actions.assess(application, by=selector, score=4, note="良い")
    actions.declare_conflict(application, by=second, conflict="取引先です。")
    assert Assessment.objects.get(selector=second.person).score is None
    application.refresh_from_db()
    with pytest.raises(Denied):
        actions.recommend(application, by=first, assessment="一人になった")


def test_a_refusal_is_worded_neutrally(town, frozen, people):
    frozen("2026-06-01 09:00")
    a.set_numbers()
    application = a.an_assessed_application(a.a_recruitment(a.a_term()), people["resident_1"])
    application = actions.set_aside(application, by=a.acting_secretariat(), assessment="内部の評価")
    actions.decline(application, by=a.acting_mayor())
    told = OutboxMessage.objects.get(kind="governance.application_declined")
    assert "内部の評価" not in str(told.context)
