"""The demo town's talk is a true history: made by verbs, repeatable, with the source's titles."""

from datetime import timedelta

import pytest

from communities import seeds
from communities.communities.models import Community
from communities.posts.models import Post, Thread
from communities.rooms.models import Room
from portal.foundation.models import AuditEntry
from tests.factories.communities import FRAMING

pytestmark = pytest.mark.django_db


@pytest.fixture
def talked(seeded):
    return seeded


def test_the_communities_of_the_source_are_open(talked):
    titles = set(Community.objects.official().published().values_list("title", flat=True))
    assert titles == {
        "災害地点情報",
        "まちかど情報員(まちかどレポーター)",
        "長岡地域グリーンツーリズム",
        "交通機関の運転状況速報",
        "子ども110番連絡会",
        "災害時の地域SNS活用について",
        "生活環境と路上喫煙",
    }
    assert AuditEntry.objects.filter(verb="communities.community.permitted").count() == 7


def test_a_second_seeding_changes_nothing(talked):
    before = (Post.objects.count(), Thread.objects.count(), AuditEntry.objects.count())
    seeds.seed(talked)
    assert (Post.objects.count(), Thread.objects.count(), AuditEntry.objects.count()) == before


def test_the_city_answers_officially_and_strangers_see_no_members_only_talk(talked):
    official = Post.objects.filter(standing="official").select_related("for_body")
    assert {post.for_body.code for post in official} >= {"disaster", "public-relations", "civic-autonomy"}
    kept = Post.objects.filter(forum__slug="kodomo110")
    assert kept.count() == 3
    assert not kept.visible_to(None).exists()
    assert kept.visible_to(talked.person("resident_5")).count() == 3
    assert not Post.objects.visible_to(None).filter(forum__slug="street-smoking").exists()


def test_everybody_can_read_a_post_that_holds_the_word_inside_a_compound(talked):
    said = Post.objects.visible_to(None).filter(body__contains="市民電子会議室")
    assert {post.forum.slug for post in said.select_related("forum")} == {"kosodate"}


def test_posts_stand_on_the_days_they_were_written(talked):
    post = Post.objects.get(body__startswith="公園の北側")
    assert (talked.today - post.written_at.astimezone().date()).days in (8, 9, 10)


def test_governance_can_let_a_city_area_room_happen(talked, acting):
    topics = [
        (
            "最初の話題",
            [(1, "10:00", "facilitator_dispatched", "始めましょう。"), (1, "11:00", "resident_1", "はい。")],
        )
    ]
    room = seeds.seed_city_area_room(
        talked,
        by=acting("chair"),
        resolution="第4期第2回決議第1号",
        slug="fukushi",
        title="地域福祉ってなんだろう",
        purpose="地域福祉を考える。",
        facilitator_keys=[("facilitator_dispatched", "dispatched"), ("member_1", "committee_member")],
        topics=topics,
        related_body=talked.body("civic-autonomy"),
        closes_on=talked.today + timedelta(days=90),
        **FRAMING,
    )
    room = Room.objects.get(pk=room.pk)
    assert (room.status, room.posts.count(), room.facilitators.active().count()) == ("open", 2, 2)


def test_bulk_has_the_same_shapes(talked):
    before = Post.objects.count()
    assert seeds.bulk(1) == 1000
    assert Post.objects.count() == before + 1000
    assert not Thread.objects.filter(last_post_id=0).exists()
