"""Communities, rooms and posts in any status, reached by performing the verbs."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from communities.communities import actions as communities
from communities.communities import application_actions as applications
from communities.communities.models import Community
from communities.facilitators import actions as facilitators
from communities.forums import actions as forums
from communities.parameters import set_demo_values
from communities.posts import actions as posts
from communities.posts.models import Post
from communities.rooms import actions as rooms
from communities.rooms.models import Room
from portal.foundation import clock
from portal.foundation.acting import CLOCK, Acting
from residents.models import Body

WORDS = {"purpose": "町のことを話し合います。", "visibility": "public"}
FRAMING = {
    "question": "見守りに市が何を足すか",
    "decider": "市長",
    "decided_when": "次年度の予算案まで",
    "still_open": "予算の額のほかは決まっていません。",
}
RESOLUTION = "第5期第3回決議第1号"


class Forums:
    """What happens in the talking rooms of a town, as verbs of its people."""

    def __init__(self, acting: Any) -> None:
        self.acting = acting
        self.number = 0
        set_demo_values(CLOCK)

    def slug(self) -> str:
        self.number += 1
        return f"place-{self.number}"

    def official(self, status: str = "open", **words: Any) -> Community:
        department, permitter = self.acting("disaster_officer"), self.acting("it_chief")
        words = {**WORDS, "slug": self.slug(), "title": "災害地点情報", **words}
        community = applications.draft(by=department, **words)
        if status == "drafting":
            return community
        community = applications.apply(community, by=department)
        if status == "applied":
            return community
        if status == "refused":
            return applications.refuse(community, by=permitter, reason="趣旨が要件に合いません。")
        review_on = clock.today() + timedelta(days=365)
        applications.permit(community, by=permitter, number=f"情政第{community.pk}号", review_on=review_on)
        if status == "permitted":
            return Community.objects.get(pk=community.pk)
        community = applications.open(community, by=department, manager=department.person)
        if status == "restricted":
            return communities.restrict(community, by=permitter, reason="点検のため")
        if status in ("closing", "closed"):
            community = communities.request_close(community, by=department, reason="役目を終えたため")
        if status == "closed":
            with clock.at(community.closes_on):
                return communities.end(community, by=CLOCK)
        if status == "under_review":
            return communities.review(community, by=permitter)
        return community

    def general(self, by: str = "resident_1", **words: Any) -> Community:
        words = {**WORDS, "slug": self.slug(), "title": "川べりを歩く会", **words}
        return communities.found(by=self.acting(by), **words)

    def citizen_room(self, by: str = "resident_1", **words: Any) -> Room:
        words = {**WORDS, "slug": self.slug(), "title": "子育てなんでも話", **words}
        return rooms.found(by=self.acting(by), **words)

    def city_room(
        self, status: str = "open", facilitator: str | None = "facilitator_other", **words: Any
    ) -> Room:
        chair = self.acting("chair")
        words = {
            "title": "地域福祉ってなんだろう",
            "purpose": "地域福祉を考えます。",
            "slug": self.slug(),
            **FRAMING,
            "related_body": Body.objects.get(code="civic-autonomy"),
            "closes_on": clock.today() + timedelta(days=180),
            **words,
        }
        room = rooms.prepare(by=chair, resolution=RESOLUTION, **words)
        if facilitator is not None:
            self.facilitator(room, facilitator)
        if status == "preparing":
            return room
        room = rooms.open(room, by=chair, resolution=RESOLUTION)
        if status in ("summarising", "summarised", "closed"):
            room = rooms.end_discussion(room, by=chair, resolution=RESOLUTION)
        if status in ("summarised", "closed"):
            room = rooms.adopt_summary(room, by=chair, resolution=RESOLUTION, summary="まとめ")
        if status == "closed":
            room = rooms.close(room, by=chair, resolution=RESOLUTION, reason="提言に至らず")
        return room

    def facilitator(self, room: Room, key: str, source: str = "other") -> Any:
        assignment = facilitators.designate(
            room, self.acting(key, None).person, by=self.acting("chair"), source=source, resolution=RESOLUTION
        )
        return facilitators.accept(assignment, by=self.acting(key, None))

    def join(self, forum: Any, key: str, name: str = "") -> Any:
        name = name or ("本名 太郎" if forum.uses_real_names else "")
        return forums.join(forum, by=self.person(key), shown_name=name)

    def person(self, key: str) -> Acting:
        return self.acting(key, None)

    def post(
        self,
        forum: Any,
        by: str = "resident_2",
        title: str = "はじめまして",
        body: str = "よろしくお願いします。",
    ) -> Post:
        if not forum.memberships.joined().filter(person=self.person(by).person).exists():
            self.join(forum, by)
        return posts.start_thread(forum, by=self.person(by), title=title, body=body)

    def reply(self, post: Post, by: str = "resident_3", body: str = "返信です。") -> Post:
        if not post.forum.memberships.joined().filter(person=self.person(by).person).exists():
            self.join(post.forum, by)
        return posts.write(post.thread, by=self.person(by), body=body, in_reply_to=post)
