"""Saying something, mending it, taking it back."""

import uuid
from datetime import date

import pytest

from communities.posts import actions, tasks
from communities.posts.models import Post, Thread
from communities.topics import actions as topics
from portal.foundation import parameters
from portal.foundation.acting import CLOCK
from portal.foundation.decisions import Denied
from portal.foundation.models import OutboxMessage


def told(kind):
    return set(
        OutboxMessage.objects.filter(kind=f"communities.{kind}").values_list("recipient_id", flat=True)
    )


def test_a_member_starts_a_topic_and_the_others_hear_of_it(forums, people):
    community = forums.general()
    forums.join(community, "resident_3")
    post = forums.post(community, by="resident_2")
    assert (post.status, post.audience, post.thread.last_post_id) == ("shown", 0, post.pk)
    assert told("post_written") == {str(people["resident_1"].pk), str(people["resident_3"].pk)}


def test_an_answer_tells_the_answered_person_and_nobody_twice(forums, people):
    post = forums.post(forums.general(), by="resident_2")
    OutboxMessage.objects.all().delete()
    reply = forums.reply(post, by="resident_3")
    assert reply.in_reply_to == post
    assert told("post_replied") == {str(people["resident_2"].pk)}
    assert told("post_written") == {str(people["resident_1"].pk)}


def test_messages_can_be_switched_off(forums, people):
    from communities.forums.actions import choose_news

    community = forums.general()
    choose_news(forums.join(community, "resident_3"), by=forums.person("resident_3"), news="off")
    forums.post(community, by="resident_2")
    assert str(people["resident_3"].pk) not in told("post_written")


def test_who_left_a_members_only_forum_hears_of_no_answers(forums):
    from communities.forums.actions import leave

    community = forums.general(visibility="members")
    post = forums.post(community, by="resident_2")
    leave(community.memberships.get(person=post.author), by=forums.person("resident_2"))
    forums.reply(post, by="resident_3")
    assert told("post_replied") == set()


def test_the_same_form_sent_twice_makes_one_post(forums):
    community = forums.general()
    forums.join(community, "resident_2")
    key = uuid.uuid4()
    words = {"by": forums.person("resident_2"), "title": "花だより", "body": "咲きました", "submission": key}
    assert actions.start_thread(community, **words) == actions.start_thread(community, **words)
    assert (Post.objects.count(), Thread.objects.count()) == (1, 1)


def test_strangers_and_guests_cannot_post(forums, acting):
    community = forums.general()
    for who in (forums.person("resident_5"), acting("guest")):
        with pytest.raises(Denied):
            actions.start_thread(community, by=who, title="x", body="y")
    assert not Post.objects.exists()


def test_an_edit_keeps_the_former_words(forums, frozen):
    frozen("2026-11-22 09:00")
    post = forums.post(forums.general(), body="五時から")
    frozen("2026-11-22 10:00")
    post = actions.edit(post, by=forums.person("resident_2"), body="六時から")
    assert (post.body, [r.body.carried() for r in post.revisions.all()]) == ("六時から", ["五時から"])
    assert post.edited_at is not None
    with pytest.raises(Denied):
        actions.edit(post, by=forums.person("resident_1"), body="七時から")


def test_an_author_withdraws_within_a_minute_only(forums, frozen):
    frozen("2026-11-22 09:00:00")
    community = forums.general()
    first, second = forums.post(community), forums.post(community)
    frozen("2026-11-22 09:00:59")
    first = actions.withdraw(first, by=forums.person("resident_2"))
    assert first.status == "withdrawn"
    assert Thread.objects.visible_to(None).count() == 1
    frozen("2026-11-22 09:01:01")
    with pytest.raises(Denied):
        actions.withdraw(second, by=forums.person("resident_2"))
    assert Post.objects.get(pk=second.pk).status == "shown"


def test_hide_and_restore_tell_the_author_why(forums, people):
    post = forums.post(forums.general())
    post = actions.hide(post, by=forums.person("resident_1"), reason="電話番号が含まれています")
    assert post not in Post.objects.visible_to(people["resident_3"])
    assert told("post_hidden") == {str(people["resident_2"].pk)}
    post = actions.restore(post, by=forums.person("resident_1"))
    assert post in Post.objects.visible_to(None)
    assert told("post_restored") == {str(people["resident_2"].pk)}


def test_a_check_is_told_to_the_caretakers_and_lasts_some_days(forums, acting, people, frozen):
    frozen("2026-06-01 09:00")
    post = forums.post(forums.citizen_room())
    post = actions.hide(post, by=forums.person("resident_1"), reason="電話番号")
    assert post.hidden_until == date(2026, 6, 8)
    assert str(people["caretaker_1"].pk) in told("post_to_check")
    frozen("2026-06-08 23:00")
    assert tasks.end_checks() == 0
    with pytest.raises(Denied):
        actions.end_check(post)
    frozen("2026-06-09 00:05")
    assert (tasks.end_checks(), tasks.end_checks()) == (1, 0)
    post.refresh_from_db()
    assert (post.status, post.hidden_until) == ("shown", None)
    assert {str(people[key].pk) for key in ("resident_1", "resident_2", "caretaker_1")} <= told(
        "post_check_ended"
    )


def test_without_a_number_a_check_lasts_its_day(forums, frozen):
    frozen("2026-06-01 09:00")
    parameters.set_value("post.check_days", None, valid_from=date(2026, 1, 1), basis="test", by=CLOCK)
    post = actions.hide(forums.post(forums.general()), by=forums.person("resident_1"), reason="確認")
    assert post.hidden_until == date(2026, 6, 1)


def test_what_a_case_holds_the_clock_leaves_alone(forums, acting, frozen):
    frozen("2026-06-01 09:00")
    post = actions.hide(forums.post(forums.general()), by=forums.person("resident_1"), reason="確認")
    post = actions.hold(post, by=acting("caretaker_1"), basis="V1", reason="第4条第3号")
    frozen("2026-07-01 09:00")
    assert tasks.end_checks() == 0
    assert actions.restore(post, by=acting("caretaker_1"), basis="V1").status == "shown"


def test_a_caretaker_deletes_only_in_a_case_and_the_committee_hears_of_it(forums, acting, people):
    post = forums.post(forums.city_room())
    with pytest.raises(Denied):
        actions.delete(post, by=acting("caretaker_1"), reason="個人情報の書き込み", basis="")
    post = actions.delete(post, by=acting("caretaker_1"), reason="個人情報の書き込み", basis="V1")
    assert post.status == "deleted"
    assert str(people["chair"].pk) in told("post_deleted")
    assert post not in Post.objects.visible_to(people["resident_2"])


def test_an_official_post_names_its_unit(forums, acting):
    community = forums.official()
    forums.join(community, "disaster_deputy")
    post = actions.start_thread(
        community, by=acting("disaster_deputy"), title="お知らせ", body="点検します", standing="official"
    )
    assert (post.is_official, post.for_body.code) == (True, "disaster")
    with pytest.raises(Denied):
        actions.write(post.thread, by=forums.person("disaster_deputy"), body="x", standing="official")


def test_posting_in_a_room_records_the_version_consented_to(forums):
    in_room = forums.post(forums.citizen_room())
    in_community = forums.post(forums.general())
    assert in_room.consent.text.purpose == "registration_article_2"
    assert in_room.consent.text.version == 1
    assert in_community.consent is None


def test_city_area_rooms_show_the_name_given_on_joining(forums):
    room = forums.city_room()
    forums.join(room, "resident_2", name="山田 花子")
    assert forums.post(room).name == "山田 花子"


def test_posting_ends_when_the_forum_stops_taking_posts(forums, acting):
    from communities.communities.actions import suspend

    community = forums.general()
    post = forums.post(community)
    suspend(community, by=acting("caretaker_1"), reason="確認のため")
    for act in (
        lambda: actions.write(post.thread, by=forums.person("resident_2"), body="x"),
        lambda: actions.edit(post, by=forums.person("resident_2"), body="x"),
    ):
        with pytest.raises(Denied):
            act()
    assert post in Post.objects.visible_to(None)


def test_a_closed_topic_takes_no_answers(forums):
    post = forums.post(forums.citizen_room())
    topics.close(post.thread, by=forums.person("resident_1"), reason="終わり")
    with pytest.raises(Denied):
        forums.reply(post)
