"""Who finds which posts: one number decides, in lists, counts and search alike."""

import pytest

from communities.communities.models import Community
from communities.posts.models import Post, Thread
from communities.rooms.models import Room


def test_audiences_decide_what_is_found(forums, people):
    said = {
        visibility: forums.post(forums.general(visibility=visibility), body=visibility)
        for visibility in ("public", "sns", "members")
    }
    found = {
        who: set(Post.objects.searchable_by(people.get(who)).values_list("body", flat=True))
        for who in ("nobody", "resident_9", "resident_2")
    }
    assert found == {
        "nobody": {"public"},
        "resident_9": {"public", "sns"},
        "resident_2": {"public", "sns", "members"},
    }
    assert said["members"].audience == said["members"].forum_id


def test_who_leaves_no_longer_finds(forums, people):
    from communities.forums.actions import leave

    post = forums.post(forums.general(visibility="members"), by="resident_2")
    assert Post.objects.visible_to(people["resident_2"]).count() == 1
    leave(post.forum.memberships.get(person=people["resident_2"]), by=forums.person("resident_2"))
    assert Post.objects.visible_to(people["resident_2"]).count() == 0
    assert Thread.objects.visible_to(people["resident_2"]).count() == 0


def test_narrowing_a_forum_does_not_widen_what_was_promised(forums):
    community = forums.general(visibility="members")
    post = forums.post(community)
    Community.objects.filter(pk=community.pk).update(visibility="public")
    assert post not in Post.objects.visible_to(None)


@pytest.mark.parametrize("model", [Community, Room])
def test_what_is_not_open_yet_is_found_by_nobody(forums, people, model):
    forums.official("applied"), forums.city_room("preparing")
    assert not model.objects.searchable_by(people["resident_1"]).exists()
    assert not model.objects.searchable_by(people["disaster_officer"]).exists()


def test_the_list_of_posts_needs_no_join(forums, people):
    sql = str(Post.objects.visible_to(people["resident_2"]).query)
    assert "JOIN" not in sql
