"""意見公募: who lays a draft open, who answers, and what cannot be decided before."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from governance.amendments import actions as amendments
from governance.amendments.permissions import can_adopt_amendment
from governance.comment_periods import actions, permissions
from governance.comment_periods.lifecycle import COMMENT_PERIOD
from governance.comment_periods.models import CommentPeriod
from governance.comment_periods.tasks import follow_the_calendar
from governance.rules import actions as rule_actions
from governance.rules.notation import parse
from governance.sittings import acting_chair, acting_secretariat
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied
from tests.factories import governance, rules


def test_the_verbs_are_these():
    assert set(COMMENT_PERIOD.rows()) == {
        ("lay_open", "", "open", "secretariat | enacting body"),
        ("extend_comments", "open", "open", "secretariat | enacting body"),
        ("close_comments", "open", "closed", "clock"),
        ("publish_answers", "closed", "published", "clock"),
    }


@pytest.fixture
def draft(town, frozen):
    frozen("2026-11-22 09:00")
    governance.a_committee_in_office()
    return rules.a_draft()


def laid_open(rule, closes_on=date(2026, 12, 21), **more):
    words = {"question": "困ることを教えてください。", "closes_on": closes_on, **more}
    return actions.lay_open(rule, by=acting_secretariat(), **words)


RUN = {"secretary", "chair", "member_1"}


@pytest.mark.parametrize(
    "who", ["guest", "resident_1", "caretaker_1", "member_1", "chair", "secretary", "mayor", "npo_author"]
)
def test_who_may_do_what(draft, acting, who):
    by = acting(who, "steering-committee") if who in ("chair", "member_1") else acting(who)
    assert bool(permissions.can_lay_open_comments(by, draft)) == (who in RUN)
    period = laid_open(draft)
    assert bool(permissions.can_send_comment(by, period))
    comment = actions.send(period, by=Acting(), text="賛成です。", ticket=uuid4())
    own = actions.send(period, by=acting("resident_2"), text="反対です。", ticket=uuid4())
    assert bool(permissions.can_read_receipt(by, comment))
    assert bool(permissions.can_read_receipt(by, own)) == (who in RUN)
    for status in ("open", "closed", "published"):
        period.status = status
        assert bool(permissions.can_extend_comments(by, period)) == (who in RUN and status == "open")
        assert bool(permissions.can_answer_comments(by, period)) == (who in RUN and status == "closed")
        assert bool(permissions.can_read_comments(by, period)) == (who in RUN)
        assert bool(permissions.can_send_comment(by, period)) == (status == "open")


def test_a_period_lasts_as_long_as_the_town_has_decided_or_says_why_not(draft):
    assert laid_open(draft, closes_on=date(2026, 11, 23)).status == "open"  # nothing is decided yet
    governance.set_numbers(**{"rules.comment_days": 30})
    other = rules.a_draft(slug="other", title="別のルール")
    with pytest.raises(Denied, match="30日間"):
        laid_open(other, closes_on=date(2026, 12, 20))
    assert laid_open(other, closes_on=date(2026, 12, 21)).shorter_because == ""
    third = rules.a_draft(slug="third", title="三つ目のルール")
    short = laid_open(third, closes_on=date(2026, 11, 30), shorter_because="年内に施行するため")
    assert short.shorter_because == "年内に施行するため"


def test_a_draft_lies_open_once_at_a_time_and_only_as_a_draft(draft):
    period = laid_open(draft)
    with pytest.raises(Denied):
        laid_open(draft)
    with pytest.raises(IntegrityError), transaction.atomic():
        CommentPeriod.objects.bulk_create(
            [
                CommentPeriod(
                    rule=draft,
                    status="open",
                    question="?",
                    opens_on=period.opens_on,
                    closes_on=period.closes_on,
                )
            ]
        )
    enacted = rules.an_enacted_rule(slug="in-force", title="施行中のルール")
    with pytest.raises(Denied):
        laid_open(enacted)


def test_a_repeat_of_the_same_form_is_the_same_comment(draft):
    period, ticket = laid_open(draft), uuid4()
    first = actions.send(period, by=Acting(), text="賛成です。", ticket=ticket)
    assert actions.send(period, by=Acting(), text="賛成です。", ticket=ticket) == first
    assert actions.send(period, by=Acting(), text="賛成です。", ticket=uuid4()).number == 2


def test_an_amendment_waits_for_its_comments_and_a_withdrawn_one_closes_them(draft, acting, frozen):
    rule = rules.an_enacted_rule(slug="in-force", title="施行中のルール")
    text = parse(rules.TEXT.replace("6か月", "12か月"))
    one, two = [
        amendments.propose(rule, by=acting(key), text=text, reason="催しの会議室のためです。")
        for key in ("resident_1", "resident_2")
    ]
    period = laid_open(rule, amendment=one)
    other = laid_open(rule, amendment=two)
    assert period.draft_url == one.get_absolute_url()
    actions.send(period, by=Acting(), text="賛成です。", ticket=uuid4())
    chair = acting_chair(rules.committee())
    resolution = rules.a_resolution(f"「{rule.title}」の一部改正")
    assert not can_adopt_amendment(chair, one, resolution)
    amendments.withdraw(two, by=acting("resident_2"))
    follow_the_calendar()  # closed because the draft is gone, and published with it
    other.refresh_from_db()
    assert other.status == "published"
    frozen("2026-12-22 00:05")
    follow_the_calendar()
    refused = can_adopt_amendment(chair, one, resolution)
    assert period.get_absolute_url() in str(refused.next_step)
    period.refresh_from_db()
    actions.answer_group(
        period,
        by=acting_secretariat(),
        summary="賛成",
        outcome="unchanged",
        answer="案のとおりとします。",
        comments=list(period.comments.all()),
    )
    assert can_adopt_amendment(chair, one, resolution)
    group = period.groups.get()
    actions.drop_group(group, by=acting_secretariat())
    assert not can_adopt_amendment(chair, one, resolution)


def test_a_rejected_draft_needs_no_answers(draft, frozen):
    period = laid_open(draft)
    actions.send(period, by=Acting(), text="反対です。", ticket=uuid4())
    resolution = rules.a_resolution(f"「{draft.title}」を制定しない")
    rule_actions.reject(draft, by=acting_chair(rules.committee()), resolution=resolution, reason="取りやめる")
    follow_the_calendar()
    period.refresh_from_db()
    assert period.status == "published"
    with pytest.raises(Denied):
        actions.send(period, by=Acting(), text="賛成です。", ticket=uuid4())
    with pytest.raises(Denied):
        actions.extend_comments(period, by=acting_secretariat(), closes_on=date(2027, 1, 31), reason="延長")
