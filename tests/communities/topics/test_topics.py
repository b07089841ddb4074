"""A facilitator orders the topics of a place (checklist 47, 49): through HTTP, told to those it touches."""

import pytest
from django.urls import reverse

from communities.facilitators import actions as facilitators
from communities.forums.models import Forum
from communities.posts import actions as posts
from communities.posts.models import Post, Thread
from communities.topics import actions, permissions
from communities.topics.models import TopicAct
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage


def told(kind, people):
    rows = OutboxMessage.objects.filter(kind=f"communities.{kind}").values_list("recipient_id", flat=True)
    return sorted(key for key, person in people.items() if str(person.pk) in set(rows))


def at(name, forum, **more):
    return reverse(f"communities:{name}", kwargs={**forum.address, **more})


def text(response):
    return response.content.decode()


WHO = ["resident_1", "facilitator_other", "resident_2", "caretaker_1", "chair", "secretary", "npo_author"]


def test_only_the_facilitators_of_the_room_order_its_topics(forums, acting):
    """The opener who named somebody else goes on chairing; a caretaker or the committee does not chair."""
    room = forums.citizen_room(by="resident_1")
    assignment = facilitators.designate(
        room, forums.person("facilitator_other").person, by=forums.person("resident_1"), source="nominee"
    )
    facilitators.accept(assignment, by=forums.person("facilitator_other"))
    thread = forums.post(room, by="resident_2").thread
    for ask in (permissions.can_close_thread, permissions.can_pin_thread, permissions.can_move_thread):
        assert [who for who in WHO if ask(acting(who), thread)] == ["resident_1", "facilitator_other"]
    city = forums.city_room()
    topic = forums.post(city, by="resident_2").thread
    assert [who for who in WHO if permissions.can_close_thread(acting(who), topic)] == ["facilitator_other"]
    community = forums.post(forums.general(by="resident_1"), by="resident_2").thread
    assert [who for who in WHO if permissions.can_close_thread(acting(who), community)] == ["resident_1"]


def test_a_topic_is_closed_with_a_reason_and_opened_again(forums, client_as, people):
    room = forums.citizen_room(by="resident_1")
    post = forums.post(room, by="resident_2", title="夏祭り")
    forums.reply(post, by="resident_3")
    page = post.thread.get_absolute_url()
    opener, author = client_as("resident_1"), client_as("resident_2")
    assert f"{page}close/" in text(opener.get(page)) and f"{page}close/" not in text(author.get(page))
    refused = author.post(f"{page}close/", {"reason": "終わり"})
    assert refused.status_code == 403 and "進行役だけ" in text(refused)

    empty = opener.post(f"{page}close/", {"reason": "   "})
    assert "form-errors" in text(empty) and not Thread.objects.get().is_closed
    answer = opener.post(f"{page}close/", {"reason": "祭りが終わったため"}, follow=True)
    assert "祭りが終わったため" in text(answer)
    assert told("thread_closed", people) == ["resident_2", "resident_3"]
    with pytest.raises(Denied):
        forums.reply(post)
    assert opener.post(f"{page}close/", {"reason": "二度目"}).status_code == 403
    assert TopicAct.objects.count() == 1

    opener.post(f"{page}reopen/")
    assert told("thread_reopened", people) == ["resident_2", "resident_3"]
    forums.reply(post, by="resident_3", body="また書けます。")
    verbs = AuditEntry.objects.filter(verb__startswith="communities.thread").values_list("verb", flat=True)
    assert list(verbs.order_by("pk")) == ["communities.thread.closed", "communities.thread.reopened"]


def test_a_pinned_topic_stands_first_on_every_page_of_the_list(forums, client, client_as):
    room = forums.citizen_room(by="resident_1")
    first = forums.post(room, title="この部屋の約束").thread
    for number in range(21):
        forums.post(room, title=f"雑談その{number}")
    assert "この部屋の約束" not in text(client.get(room.get_absolute_url()))
    opener = client_as("resident_1")
    opener.post(at("thread-pin", room, thread=first.pk))
    page = text(client.get(room.get_absolute_url()))
    assert page.index("この部屋の約束") < page.index("雑談その20") and "一覧の先頭に表示" in page
    following = client.get(
        page.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0].replace("&amp;", "&")
    )
    assert "この部屋の約束" not in text(following) and "雑談その0" in text(following)
    opener.post(at("thread-unpin", room, thread=first.pk))
    assert "この部屋の約束" not in text(client.get(room.get_absolute_url()))
    assert not OutboxMessage.objects.filter(kind__startswith="communities.thread_").exists()


def test_a_moved_topic_is_found_at_its_old_address_and_no_words_are_lost(forums, client, client_as, people):
    here = forums.citizen_room(by="resident_1", title="子育てなんでも話", name_rule="nickname")
    there = forums.citizen_room(by="resident_4", title="川べりの自然", name_rule="nickname")
    forums.join(there, "resident_1"), forums.join(there, "resident_2")
    post = forums.post(here, by="resident_2", title="かわせみを見た", body="青い鳥でした。")
    old, old_post = post.thread.get_absolute_url(), post.get_absolute_url()
    opener = client_as("resident_1")

    page = text(opener.get(f"{old}move/"))
    assert "川べりの自然" in page
    opener.post(f"{old}move/", {"to": there.pk, "reason": "自然の話なので"})
    moved = Thread.objects.select_related("forum").get(pk=post.thread_id)
    assert moved.forum_id == there.pk and Post.objects.get(pk=post.pk).forum_id == there.pk
    assert Post.objects.get(pk=post.pk).body == "青い鳥でした。"
    assert told("thread_moved", people) == ["resident_2"]
    assert told("thread_received", people) == ["resident_4"]

    new = at("thread-detail", there, thread=moved.pk)
    assert client.get(old).headers["Location"] == new
    assert client.get(old_post).headers["Location"] == at("post-detail", there, pk=post.pk)
    shown = text(client.get(old, follow=True))
    assert "青い鳥でした。" in shown and "自然の話なので" in shown and "子育てなんでも話" in shown
    # A form that was open meanwhile arrives at the new place.
    author = client_as("resident_2")
    answer = author.post(f"{old}write/", {"body": "写真もあります。", "standing": "personal"})
    assert answer.status_code == 307
    author.post(answer.headers["Location"], {"body": "写真もあります。", "standing": "personal"})
    assert Post.objects.latest("pk").body == "写真もあります。"
    # Whoever led it here no longer leads it there, and the new facilitator can give it back.
    assert opener.get(f"{new}move/").status_code == 403
    assert client.get("/rooms/no-such-room/threads/999999/").status_code == 404


def test_a_topic_goes_only_where_the_same_people_read_under_the_same_names(forums, acting, client_as):
    here = forums.citizen_room(by="resident_1", name_rule="nickname")
    thread = forums.post(here, by="resident_2").thread
    by = acting("resident_1")
    narrow = forums.citizen_room(by="resident_1", visibility="sns", name_rule="nickname")
    strict = forums.citizen_room(by="resident_1", name_rule="real_name")
    community = forums.general(by="resident_1")
    strange = forums.citizen_room(by="resident_4", name_rule="nickname")
    for place in (narrow, strict, community, strange, here):
        forum = Forum.objects.get(pk=place.pk)
        assert not permissions.can_move_thread(by, thread, forum), place
        with pytest.raises(Denied):
            actions.move(thread, by=by, to=forum, reason="理由")
    assert not permissions.places_for(by, thread).exists()
    answer = client_as("resident_1").get(at("thread-move", here, thread=thread.pk))
    assert answer.status_code == 403 and "移せる場所がありません" in text(answer)
    assert not TopicAct.objects.exists()


def test_a_members_only_topic_is_as_absent_at_an_old_address_as_what_never_was(forums, client, client_as):
    hidden = forums.post(forums.general(visibility="members"), by="resident_2").thread
    elsewhere = forums.general(by="resident_1")
    for who in (client, client_as("resident_9")):
        assert who.get(at("thread-detail", elsewhere, thread=hidden.pk)).status_code == 404


def test_a_topic_is_split_from_a_post_on(forums, client, client_as, people):
    room = forums.citizen_room(by="resident_1")
    first = forums.post(room, by="resident_2", title="夏祭り", body="屋台を出します。")
    second = forums.reply(first, by="resident_3", body="ところで駐輪場が足りません。")
    third = forums.reply(second, by="resident_4", body="駅前もです。")
    opener = client_as("resident_1")
    page = text(opener.get(first.thread.get_absolute_url()))
    assert (
        at("thread-split", room, pk=second.pk) in page and at("thread-split", room, pk=first.pk) not in page
    )
    assert opener.get(at("thread-split", room, pk=first.pk)).status_code == 403
    assert client_as("resident_3").get(at("thread-split", room, pk=second.pk)).status_code == 403

    kept = opener.post(at("thread-split", room, pk=second.pk), {"title": "駐輪場", "reason": ""})
    assert "駐輪場" in text(kept) and "form-errors" in text(kept)
    opener.post(at("thread-split", room, pk=second.pk), {"title": "駐輪場", "reason": "祭りとは別の話なので"})
    made = Thread.objects.get(title="駐輪場")
    assert list(made.posts.order_by("pk").values_list("body", flat=True)) == [second.body, third.body]
    old = Thread.objects.get(title="夏祭り")
    assert (old.last_post_id, made.last_post_id) == (first.pk, third.pk)
    assert told("thread_split", people) == ["resident_2", "resident_3", "resident_4"]
    # Both topics say so and lead to each other; the post keeps its address.
    assert made.get_absolute_url() in text(client.get(old.get_absolute_url()))
    assert "祭りとは別の話なので" in text(client.get(made.get_absolute_url()))
    assert client.get(second.get_absolute_url()).status_code == 200
    # Sent a second time there is nothing left to split off.
    again = opener.post(at("thread-split", room, pk=second.pk), {"title": "駐輪場", "reason": "もう一度"})
    assert again.status_code == 403 and Thread.objects.count() == 2


def test_what_is_being_checked_stays_where_it_is(forums, acting):
    room = forums.citizen_room(by="resident_1")
    first = forums.post(room, by="resident_2")
    second = forums.reply(first, by="resident_3")
    posts.hide(second, by=acting("resident_1"), reason="確認")
    by = acting("resident_1")
    assert "確認中" in str(permissions.can_move_thread(by, first.thread).reason)
    assert not permissions.can_split_thread(by, first.thread, second)
    assert permissions.can_close_thread(by, first.thread)


def titles(client, room):
    """The topics of the first page as they stand."""
    page = text(client.get(room.get_absolute_url())).split('id="topics"')[1]
    found = [(page.index(f">{title}</a>"), title) for title in "一二三四五" if f">{title}</a>" in page]
    return "".join(title for _at, title in sorted(found))


def test_the_facilitator_orders_the_topics_at_the_top_by_hand(forums, client, client_as):
    room = forums.citizen_room(by="resident_1")
    threads = {title: forums.post(room, title=title, body="話").thread for title in "一二三四五"}
    opener, member = client_as("resident_1"), client_as("resident_2")
    for title in "一二三":
        opener.post(at("thread-pin", room, thread=threads[title].pk))
    # What was put at the top last stands first; below them the latest post decides.
    assert titles(client, room) == "三二一五四"
    up, down = (
        at("thread-move-up", room, thread=threads["一"].pk),
        at("thread-move-down", room, thread=threads["三"].pk),
    )
    shown = text(opener.get(room.get_absolute_url()))
    assert f'formaction="{up}"' in shown and f'formaction="{down}"' in shown
    assert at("thread-move-up", room, thread=threads["三"].pk) not in shown
    assert at("thread-move-down", room, thread=threads["一"].pk) not in shown
    assert up not in text(member.get(room.get_absolute_url())) and up not in text(
        client.get(room.get_absolute_url())
    )

    answer = opener.post(up)
    assert answer.headers["Location"] == f"{room.get_absolute_url()}#topics"
    assert titles(client, room) == "三一二五四"
    opener.post(up), opener.post(down)
    assert titles(client, room) == "一二三五四"
    # A new post at the bottom of the hand-made order changes nothing in it.
    forums.reply(threads["三"].posts.first())
    assert titles(client, room) == "一二三五四"
    refused = opener.post(up)
    assert refused.status_code == 403 and "すでに先頭" in text(refused)
    assert member.post(down).status_code == 403
    assert opener.post(at("thread-move-up", room, thread=threads["四"].pk)).status_code == 403
    verbs = AuditEntry.objects.filter(verb__startswith="communities.thread.moved")
    assert list(verbs.order_by("pk").values_list("verb", flat=True)) == [
        "communities.thread.moved_up",
        "communities.thread.moved_up",
        "communities.thread.moved_down",
    ]
    opener.post(at("thread-unpin", room, thread=threads["一"].pk))
    assert titles(client, room) == "二三五四一"


def test_pages_of_a_list_ordered_by_hand_show_every_topic_once(forums, client, client_as):
    room = forums.citizen_room(by="resident_1")
    opener = client_as("resident_1")
    threads = [forums.post(room, title=f"話題{number:02d}").thread for number in range(25)]
    for thread in threads[:22]:  # more than a page stands at the top
        opener.post(at("thread-pin", room, thread=thread.pk))
    opener.post(at("thread-move-down", room, thread=threads[2].pk))  # over the border of the page
    seen, address = [], room.get_absolute_url()
    while address:
        page = text(client.get(address)).split('id="topics"')[1]
        seen += [
            number
            for _at, number in sorted(
                (page.index(f"話題{number:02d}"), number)
                for number in range(25)
                if f"話題{number:02d}" in page
            )
        ]
        follows = page.split('rel="next"')[0] if 'rel="next"' in page else ""
        address = follows.rsplit('href="', 1)[1].split('"')[0].replace("&amp;", "&") if follows else ""
    assert seen == [*range(21, 2, -1), 1, 2, 0, 24, 23, 22]


def test_a_withdrawn_topic_is_passed_over_and_a_moved_one_loses_its_place(forums, acting):
    room = forums.citizen_room(by="resident_1", name_rule="nickname")
    there = forums.citizen_room(by="resident_1", name_rule="nickname")
    first, second, third = (forums.post(room, title=title).thread for title in "一二三")
    for thread in (third, second, first):
        actions.pin(thread, by=acting("resident_1"))
    Thread.objects.filter(pk=second.pk).update(is_withdrawn=True)
    actions.move_up(third, by=acting("resident_1"))
    shown = Thread.objects.in_forum(room).at_the_top()
    assert [thread.title for thread in shown] == ["三", "一"]
    moved = actions.move(third, by=acting("resident_1"), to=Forum.objects.get(pk=there.pk), reason="移す")
    assert (moved.is_pinned, moved.place) == (False, 0)
