"""The life of a community: status, ledger, news; nothing at all when refused."""

import pytest

from communities.communities import actions, application_actions, tasks
from communities.communities.models import Community
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage


def told(kind):
    return set(
        OutboxMessage.objects.filter(kind=f"communities.{kind}").values_list("recipient_id", flat=True)
    )


def pk(people, *keys):
    return {str(people[key].pk) for key in keys}


def test_an_application_tells_the_permission_holder(forums, people):
    community = forums.official("applied")
    assert (community.status, community.is_published) == ("applied", False)
    assert told("community_applied") == pk(people, "it_chief", "it_staff")


def test_a_refused_question_changes_nothing(forums, acting):
    community = forums.official("applied")
    before = AuditEntry.objects.count()
    with pytest.raises(Denied):
        application_actions.permit(
            community, by=acting("disaster_officer"), number="1", review_on="2027-03-31"
        )
    assert Community.objects.get(pk=community.pk).status == "applied"
    assert (AuditEntry.objects.count(), hasattr(Community.objects.get(pk=community.pk), "permit")) == (
        before,
        False,
    )


def test_send_back_and_apply_again(forums, acting, people):
    community = application_actions.send_back(
        forums.official("applied"), by=acting("it_chief"), reason="目的を具体的に"
    )
    assert (community.status, community.status_reason) == ("drafting", "目的を具体的に")
    assert told("community_sent_back") == pk(people, "disaster_officer", "disaster_deputy")
    application_actions.redraft(community, by=acting("disaster_deputy"), purpose="倒木と側溝")
    community = application_actions.apply(community, by=acting("disaster_deputy"))
    assert (community.status, community.purpose, community.applied_by) == (
        "applied",
        "倒木と側溝",
        people["disaster_deputy"],
    )


def test_an_open_official_community_stands_on_a_page_and_in_the_public_ledger(forums, people):
    community = forums.official()
    page = community.pages.get()
    assert (page.live, page.slug, page.get_parent().slug) == (True, community.slug, "communities")
    entry = AuditEntry.objects.get(verb="communities.community.opened")
    assert (entry.is_public, entry.target_label) == (True, community.title)
    assert community.memberships.joined().get().person == people["disaster_officer"]


def test_restrict_and_lift(forums, acting):
    community = actions.restrict(forums.official(), by=acting("it_chief"), reason="点検のため")
    assert (community.is_published, community.accepts_posts) == (True, False)
    assert actions.lift(community, by=acting("it_chief")).accepts_posts


def test_closing_waits_for_its_day(forums, acting, frozen):
    frozen("2026-11-22 09:00")
    community = actions.request_close(forums.official(), by=acting("disaster_officer"), reason="役目を終えた")
    assert (community.status, str(community.closes_on)) == ("closing", "2026-12-22")
    frozen("2026-12-21 09:00")
    assert tasks.end_closing() == 0
    frozen("2026-12-22 09:00")
    assert (tasks.end_closing(), tasks.end_closing()) == (1, 0)
    community = Community.objects.get(pk=community.pk)
    assert (community.status, community.is_published) == ("closed", True)


def test_the_review_date_brings_a_review_that_keeps_or_revokes(forums, acting, frozen):
    frozen("2026-11-22 09:00")
    first, second = forums.official(), forums.official()
    frozen("2027-11-21 09:00")
    assert tasks.review_permits() == 0
    frozen("2027-11-22 09:00")
    assert (tasks.review_permits(), tasks.review_permits()) == (2, 0)
    assert Community.objects.get(pk=first.pk).accepts_posts
    kept = actions.keep(first, by=acting("it_chief"), review_on="2028-11-22")
    assert (kept.status, tasks.review_permits()) == ("open", 0)
    revoked = actions.revoke(second, by=acting("it_chief"), reason="条件が守られていない")
    assert (revoked.status, revoked.accepts_posts) == ("closing", False)


def test_a_general_community_is_open_at_once(forums, people):
    community = forums.general()
    assert (community.status, community.manager) == ("open", people["resident_1"])
    assert AuditEntry.objects.get(verb="communities.community.founded").is_public


def test_a_members_only_community_leaves_no_public_line(forums):
    forums.general(visibility="members", title="内輪の会")
    assert not AuditEntry.objects.filter(is_public=True, target_label__contains="内輪の会").exists()


def test_close_suspend_and_reinstate_tell_the_members(forums, acting, people):
    community = forums.general()
    forums.join(community, "resident_4")
    community = actions.suspend(community, by=acting("npo_author"), reason="確認のため")
    assert not community.accepts_posts
    assert told("community_suspended") == pk(people, "resident_1", "resident_4")
    community = actions.reinstate(community, by=acting("caretaker_1"))
    assert community.accepts_posts
    actions.close(community, by=acting("resident_1"), reason="一年続けて区切り")
    assert told("community_closed") == pk(people, "resident_4")
