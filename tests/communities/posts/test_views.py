"""What readers meet: pages, refusals in words, kept text, and lists that ask the same however long they are."""

import re
import uuid

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from communities.posts import actions
from communities.posts.models import Post
from portal.foundation.models import OutboxMessage


def at(name, forum, **more):
    return reverse(f"communities:{name}", kwargs={**forum.address, **more})


def text_of(response):
    return response.content.decode()


def test_a_visitor_reads_a_public_community_and_its_posts(forums, client):
    post = forums.post(
        forums.general(title="川べりを歩く会"),
        title="桜の開花",
        body="今朝咲きました。\nhttps://example.jp/sakura を見て",
    )
    page = text_of(client.get(post.forum.get_absolute_url()))
    assert "川べりを歩く会" in page and "桜の開花" in page
    page = text_of(client.get(post.thread.get_absolute_url()))
    assert "今朝咲きました。<br>" in page
    assert 'href="https://example.jp/sakura"' in page and "nofollow" in page


def test_markup_in_a_post_is_shown_not_obeyed(forums, client):
    post = forums.post(forums.general(), title="<b>x</b>", body="<script>alert(1)</script>")
    page = text_of(client.get(post.thread.get_absolute_url()))
    assert "<script>alert" not in page and "&lt;script&gt;" in page and "<b>x</b>" not in page


@pytest.mark.parametrize("visibility", ["sns", "members"])
def test_absent_and_forbidden_look_alike(forums, client, client_as, visibility):
    post = forums.post(forums.general(visibility=visibility), body="ないしょの話")
    forum = post.forum
    pages = [
        forum.get_absolute_url(),
        post.thread.get_absolute_url(),
        post.get_absolute_url(),
        at("membership-join", forum),
        at("post-report", forum, pk=post.pk),
    ]
    absent = client.get("/communities/no-such-place/")
    for page in pages:
        forbidden = client.get(page)
        assert (forbidden.status_code, absent.status_code) == (404, 404)
        assert "ないしょ" not in text_of(forbidden)
        assert forum.title not in text_of(forbidden)
    stranger = client_as("resident_9").get(forum.get_absolute_url()).status_code
    assert stranger == (200 if visibility == "sns" else 404)


def test_a_members_only_community_is_in_no_list_of_a_stranger(forums, client, client_as):
    forum = forums.general(visibility="members", title="内輪の会")
    assert "内輪の会" not in text_of(client.get("/communities/"))
    assert "内輪の会" not in text_of(client_as("resident_9").get("/communities/"))
    assert "内輪の会" in text_of(client_as("resident_1").get("/communities/"))
    assert forum.slug not in text_of(client.get("/communities/"))


def test_a_member_posts_from_the_community_page(forums, client_as):
    forum = forums.general()
    forums.join(forum, "resident_2")
    client = client_as("resident_2")
    page = text_of(client.get(forum.get_absolute_url()))
    assert "audience-note" in page
    submission = re.search(r'name="submission" value="([^"]+)"', page).group(1)
    words = {"title": "夏祭り", "body": "手伝いを募集します。", "submission": submission}
    first = client.post(at("thread-start", forum), words)
    second = client.post(at("thread-start", forum), words)
    assert first.status_code == second.status_code == 302
    assert Post.objects.count() == 1
    assert "夏祭り" in text_of(client.get(first["Location"]))


def test_an_error_keeps_what_was_written(forums, client_as):
    forum = forums.general()
    forums.join(forum, "resident_2")
    response = client_as("resident_2").post(
        at("thread-start", forum), {"title": "", "body": "長い文章を書きました"}
    )
    page = text_of(response)
    assert "長い文章を書きました" in page and "form-errors" in page
    assert not Post.objects.exists()


def test_a_refusal_keeps_what_was_written(forums, client_as):
    forum = forums.general()
    forums.join(forum, "resident_2")
    client = client_as("resident_2")
    from communities.communities.actions import close

    close(forum, by=forums.person("resident_1"), reason="終わり")
    page = text_of(client.post(at("thread-start", forum), {"title": "題", "body": "間に合わなかった文章"}))
    assert "間に合わなかった文章" in page
    assert not Post.objects.exists()


def test_words_survive_an_expired_log_in(forums, people):
    forum = forums.general(visibility="members")
    client = Client()
    path = at("thread-start", forum)
    response = client.post(
        path, {"title": "題名", "body": "消えては困る長い文章", "submission": str(uuid.uuid4())}
    )
    assert response.status_code == 302 and "/accounts/login/" in response["Location"]
    assert not Post.objects.exists()
    client.force_login(people["resident_1"], backend="allauth.account.auth_backends.AuthenticationBackend")
    page = text_of(client.get(path))
    assert "消えては困る長い文章" in page and 'value="題名"' in page
    submission = re.search(r'name="submission" value="([^"]+)"', page).group(1)
    client.post(path, {"title": "題名", "body": "消えては困る長い文章", "submission": submission})
    assert Post.objects.get().body == "消えては困る長い文章"
    assert "消えては困る長い文章" not in text_of(client.get(path))


def test_a_reply_survives_an_expired_log_in(forums, people):
    post = forums.post(forums.general())
    path = at("post-write", post.forum, thread=post.thread_id) + f"?reply_to={post.pk}"
    client = Client()
    client.post(path, {"body": "返事の文章"})
    client.force_login(people["resident_2"], backend="allauth.account.auth_backends.AuthenticationBackend")
    assert "返事の文章" in text_of(client.get(path))
    client.post(path, {"body": "返事の文章"})
    assert Post.objects.get(body="返事の文章").in_reply_to == post


def test_a_stranger_is_told_to_join_first(forums, client_as):
    forum = forums.general()
    response = client_as("resident_5").get(at("thread-start", forum))
    assert response.status_code == 403
    assert "書き込めるのは参加者だけです" in text_of(response)


def test_an_edited_post_says_so_and_the_former_words_stay_with_the_few(forums, client, client_as):
    post = forums.post(forums.general(), body="五時から始めます")
    client_as("resident_2").post(at("post-edit", post.forum, pk=post.pk), {"body": "六時から始めます"})
    thread = text_of(client.get(post.thread.get_absolute_url()))
    assert "六時から" in thread and "五時から" not in thread
    assert "編集済み" in thread
    assert "五時から" not in text_of(client.get(post.get_absolute_url()))
    assert "五時から" in text_of(client_as("resident_1").get(at("post-earlier", post.forum, pk=post.pk)))


def test_the_author_takes_a_post_back_with_one_press(forums, client_as, frozen):
    frozen("2026-11-22 09:00:00")
    post = forums.post(forums.general())
    client = client_as("resident_2")
    frozen("2026-11-22 09:00:30")
    path = at("post-withdraw", post.forum, pk=post.pk)
    assert path in text_of(client.get(post.thread.get_absolute_url()))
    assert client.get(path).status_code == 405
    client.post(path)
    assert Post.objects.get().status == "withdrawn"
    assert client.get(post.thread.get_absolute_url()).status_code == 404


def test_a_hidden_post_leaves_its_reason_in_its_place(forums, client, client_as):
    post = forums.post(forums.general(), body="電話は090-0000-0000")
    manager = client_as("resident_1")
    manager.post(at("post-hide", post.forum, pk=post.pk), {"reason": "個人の電話番号"})
    page = text_of(client.get(post.thread.get_absolute_url()))
    assert "個人の電話番号" in page and "090-0000-0000" not in page
    assert client_as("resident_3").get(at("post-hide", post.forum, pk=post.pk)).status_code == 403
    manager.post(at("post-restore", post.forum, pk=post.pk), {"reason": "問題なし"})
    assert "090-0000-0000" in text_of(client.get(post.thread.get_absolute_url()))


def test_a_caretaker_finds_the_way_to_a_case_and_no_other_button(forums, client_as):
    post = forums.post(forums.citizen_room())
    caretaker = client_as("caretaker_1")
    page = text_of(caretaker.get(post.thread.get_absolute_url()))
    assert f"/violations/report/{post.pk}/" in page
    assert at("post-hide", post.forum, pk=post.pk) not in page and "/delete/" not in page
    refusal = caretaker.post(at("post-hide", post.forum, pk=post.pk), {"reason": "x"})
    assert refusal.status_code == 403 and "案件を始める" in text_of(refusal)
    for shelf in ("rooms", "communities"):
        old = f"/{shelf}/{post.forum.slug}/posts/{post.pk}/delete/"
        assert caretaker.post(old, {"reason": "x"})["Location"] == f"/violations/report/{post.pk}/"
    post.refresh_from_db()
    assert post.status == "shown"


def test_staff_see_whether_they_speak_officially(forums, client_as, client):
    community = forums.official()
    forums.join(community, "disaster_deputy")
    staff = client_as("disaster_deputy")
    staff.post(
        at("thread-start", community), {"title": "点検", "body": "明日点検します", "standing": "official"}
    )
    page = text_of(client.get(Post.objects.get().thread.get_absolute_url()))
    assert "data-office" in page and "危機管理防災課" in page


def test_a_resident_cannot_slip_in_an_official_post(forums, client_as):
    forum = forums.general()
    forums.join(forum, "resident_2")
    client_as("resident_2").post(
        at("thread-start", forum), {"title": "偽", "body": "市です", "standing": "official"}
    )
    assert Post.objects.get().standing == "personal"


def test_the_rooms_repeat_the_consent_beside_the_send_button(forums, client_as):
    room = forums.citizen_room()
    page = text_of(client_as("resident_1").get(room.get_absolute_url()))
    assert "第2条ただし書" in page


def test_mail_and_inbox_carry_an_answer(forums, deliver, mailoutbox, client_as):
    post = forums.post(forums.general(), by="resident_2", title="苗の交換 & 種")
    OutboxMessage.objects.all().delete()
    forums.reply(post, by="resident_3")
    deliver()
    mail = next(m for m in mailoutbox if m.to == ["resident-2@demo.example.jp"])
    assert "苗の交換 & 種" in mail.body and f"/posts/{Post.objects.last().pk}/" in mail.body
    assert text_of(client_as("resident_2").get("/accounts/notices/")).count("/posts/") >= 1


def grows_not(client, path, more):
    client.get(path)
    with CaptureQueriesContext(connection) as few:
        assert client.get(path).status_code == 200
    more()
    with CaptureQueriesContext(connection) as many:
        assert client.get(path).status_code == 200
    assert len(many) <= len(few), [q["sql"][:120] for q in many.captured_queries]
    return len(few)


@pytest.mark.parametrize("who", ["guest", "resident_2", "resident_1", "caretaker_1"])
def test_a_topic_asks_the_same_however_many_posts(forums, client_as, who):
    post = forums.post(forums.citizen_room())
    forums.reply(post, by="resident_3")
    forums.reply(post, by="resident_2")

    def more():
        for n in range(6):
            forums.reply(post, by="resident_3", body=f"{n}")
            actions.write(post.thread, by=forums.person("resident_2"), body=f"自分の{n}")

    count = grows_not(client_as(who), post.thread.get_absolute_url(), more)
    assert count <= 30


@pytest.mark.parametrize("who", ["guest", "resident_2", "resident_1"])
def test_a_forum_asks_the_same_however_many_topics(forums, client_as, who):
    room = forums.citizen_room()
    forums.post(room)
    path = room.get_absolute_url()
    count = grows_not(client_as(who), path, lambda: [forums.post(room, title=f"{n}") for n in range(6)])
    assert count <= 32


@pytest.mark.parametrize("path", ["/communities/", "/rooms/"])
@pytest.mark.parametrize("who", ["guest", "resident_2"])
def test_the_lists_ask_the_same_however_many_forums(forums, client_as, path, who):
    forums.general(), forums.citizen_room()

    def more():
        for _ in range(6):
            forums.general(), forums.citizen_room()

    assert grows_not(client_as(who), path, more) <= 16


@pytest.mark.parametrize(
    ("who", "is_offered"),
    [
        (None, True),
        ("resident_3", True),
        ("member_2", True),
        ("npo_author", False),
        ("disaster_officer", False),
    ],
)
def test_reporting_is_offered_only_to_those_who_may(forums, client, client_as, who, is_offered):
    post = forums.post(forums.general())
    reader = client_as(who) if who else client
    report = at("post-report", post.forum, pk=post.pk)
    for page in (post.thread.get_absolute_url(), post.get_absolute_url()):
        assert (report in text_of(reader.get(page))) is is_offered
    assert (reader.get(report).status_code == 200) is is_offered
