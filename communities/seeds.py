"""The demo town talks: places opened by their verbs, conversations on the days they happened."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction

from communities import seed_talk
from communities.communities import actions as communities
from communities.communities import application_actions as applications
from communities.communities.models import Community
from communities.facilitators import actions as facilitators
from communities.forums import actions as forums
from communities.forums.models import Forum
from communities.handovers import actions as handovers
from communities.posts import actions as posts
from communities.posts.models import Post, Thread
from communities.rooms import actions as rooms
from communities.rooms.models import Room
from communities.topics.seeds import seed_leading
from portal.foundation import clock
from portal.foundation.acting import CLOCK, Acting

from .parameters import set_demo_values

OPENED_DAYS_AGO = 60


def seed(town: Any) -> None:
    """Communities, citizen-area rooms and what was said in them; running it again changes nothing."""
    if Forum.objects.exists():
        return
    set_demo_values(CLOCK)
    for number, slug in enumerate(seed_talk.OFFICIAL):
        _official(town, slug, number)
    _applications_on_the_way(town)
    _general(town)
    for slug in seed_talk.CITIZEN_ROOMS:
        _citizen_room(town, slug)
    for slug, topics in seed_talk.TALK.items():
        talk(town, Forum.objects.get(slug=slug), topics)
    seed_leading(town)


def at(town: Any, days_ago: int, hour: str = "09:00") -> Any:
    """A past moment of the story, counted from the town's today."""
    day: date = town.today - timedelta(days=days_ago)
    return clock.at(datetime.combine(day, time.fromisoformat(hour)))


def talk(town: Any, forum: Forum, topics: list[tuple[str, list[seed_talk.Line]]]) -> None:
    """Let a conversation happen: each line on its day, by its speaker; staff answer for their unit."""
    for title, lines in topics:
        thread: Thread | None = None
        for days_ago, hour, key, words in lines:
            with at(town, days_ago, hour):
                by, standing = _speaker(town, forum, key)
                if thread is None:
                    thread = posts.start_thread(
                        forum, by=by, title=title, body=words, standing=standing
                    ).thread
                else:
                    posts.write(thread, by=by, body=words, standing=standing)


def seed_city_area_room(
    town: Any,
    *,
    by: Acting,
    resolution: str,
    slug: str,
    title: str,
    purpose: str,
    facilitator_keys: list[tuple[str, str]],
    topics: list[tuple[str, list[seed_talk.Line]]] | None = None,
    **words: Any,
) -> Room:
    """A city-area room as the committee opens one: resolution, facilitators who accept, opening, first posts.

    ``facilitator_keys``: (person, source). The caller sets the clock for the opening; the talk sets its own.
    """
    room = rooms.prepare(by=by, resolution=resolution, slug=slug, title=title, purpose=purpose, **words)
    for key, source in facilitator_keys:
        person = town.person(key)
        dispatched_by = town.body("editorial-institute") if source == "dispatched" else None
        assignment = facilitators.designate(
            room, person, by=by, source=source, resolution=resolution, dispatched_by=dispatched_by
        )
        facilitators.accept(assignment, by=Acting(person), shown_name=person.display_name)
    room = rooms.open(room, by=by, resolution=resolution)
    speakers = {key for _title, lines in topics or [] for _days, _hour, key, _words in lines}
    for key in sorted(speakers - {key for key, _source in facilitator_keys}):
        person = town.person(key)
        forums.join(room, by=Acting(person), shown_name=person.display_name)
    talk(town, room, topics or [])
    return room


def bulk(scale: int) -> int:
    """For benchmarks: ``scale`` × 1,000 posts in the shapes residents write them; returns how many."""
    places = list(Forum.objects.filter(accepts_posts=True))
    chance = random.Random(scale)
    lines = [line[3] for topics in seed_talk.TALK.values() for _title, said in topics for line in said]
    total = 0
    for number in range(scale * 100):
        total += _bulk_thread(places[number % len(places)], number, lines, chance)
    return total


@transaction.atomic
def _bulk_thread(forum: Forum, number: int, lines: list[str], chance: random.Random) -> int:
    members = [m.person_id for m in forum.memberships.joined()[:50]]
    thread = Thread.objects.create(
        forum_id=forum.pk, title=f"話題その{number + 1}", audience=forum.audience, started_at=clock.now()
    )
    sent = [
        Post(
            forum_id=forum.pk,
            thread=thread,
            author_id=chance.choice(members),
            body=f"{chance.choice(lines)}\n{chance.choice(lines)}",
            audience=forum.audience,
            status="shown",
            written_at=clock.now() - timedelta(minutes=number * 10 + 10 - step),
        )
        for step in range(10)
    ]
    Post.objects.bulk_create(sent)
    thread.last_post_id = thread.posts.order_by("-pk").values_list("pk", flat=True)[0]
    thread.save(update_fields=["last_post_id"])
    return len(sent)


def _speaker(town: Any, forum: Forum, key: str) -> tuple[Acting, str]:
    """Residents speak for themselves; an officer speaks officially where their unit runs or answers."""
    if key.startswith(("resident", "commuter", "facilitator", "member", "chair", "vice")):
        return Acting(town.person(key)), "personal"
    by = town.acting(key)
    if not forum.memberships.joined().filter(person=by.person).exists():
        forums.join(forum, by=Acting(by.person), shown_name=by.person.display_name)
    return by, "official"


def _official(town: Any, slug: str, number: int) -> None:
    title, officer, visibility, purpose, condition, policy = seed_talk.OFFICIAL[slug]
    department, permitter = town.acting(officer), town.acting("it_chief")
    first = OPENED_DAYS_AGO + 3 * number
    words = {"title": title, "slug": slug, "purpose": purpose, "visibility": visibility}
    words |= {"joining": "approval" if visibility == "members" else "open"}
    with at(town, first + 12):
        community = applications.draft(by=department, joining_condition=condition, policy=policy, **words)
        community = applications.apply(community, by=department)
    if slug == "kodomo110":
        with at(town, first + 10):
            reason = "閲覧を参加者に限る理由を、方針に書き加えてください。"
            community = applications.send_back(community, by=permitter, reason=reason)
        with at(town, first + 8):
            community = applications.redraft(
                community,
                by=department,
                policy=f"{policy}見守りの時間や場所を広く知らせないため、閲覧は参加者に限ります。",
            )
            community = applications.apply(community, by=department)
    with at(town, first + 5):
        applications.permit(
            community,
            by=permitter,
            number=f"{(town.today - timedelta(days=first + 5)).year}情政第{number + 11}号",
            review_on=town.today + timedelta(days=300),
            conditions="個人情報の取扱いに注意し、週に一度は管理人が書き込みを確認すること。",
        )
    with at(town, first):
        community = applications.open(
            Community.objects.get(pk=community.pk), by=department, manager=department.person
        )
    for key in seed_talk.MEMBERS[slug]:
        _let_in(town, community, key, first - 5)


def _let_in(town: Any, forum: Forum, key: str, days_ago: int) -> None:
    """Join where joining is open; else ask, and the manager admits a day later."""
    person = Acting(town.person(key))
    if forum.joining == "open":
        with at(town, days_ago, "20:00"):
            forums.join(forum, by=person)
        return
    with at(town, days_ago, "20:00"):
        membership = forums.ask(forum, by=person, reason="子ども110番の家に登録しています。")
    with at(town, days_ago - 1, "09:30"):
        forums.admit(membership, by=Acting(forum.manager))


def _applications_on_the_way(town: Any) -> None:
    """One application waits for a decision, one was refused with its reason."""
    planner, permitter = town.acting("planner_author"), town.acting("it_chief")
    common = {"visibility": "public", "joining": "open"}
    with at(town, 2, "15:00"):
        waiting = applications.draft(
            by=planner,
            title="公共交通を一緒に考える",
            slug="public-transport",
            purpose="路線バスの見直しについて、利用する方の声を聞きます。",
            **common,
        )
        applications.apply(waiting, by=planner)
    with at(town, 40):
        refused = applications.apply(
            applications.draft(
                by=planner,
                title="企画課からのお知らせ",
                slug="planning-news",
                purpose="課の催しをお知らせします。",
                **common,
            ),
            by=planner,
        )
    with at(town, 36):
        reason = "一方的なお知らせは「行政からのお知らせ」で行ってください。"
        applications.refuse(refused, by=permitter, reason=reason)


def _general(town: Any) -> None:
    slug, title, opener, purpose = seed_talk.GENERAL
    with at(town, 45, "21:00"):
        community = communities.found(
            by=Acting(town.person(opener)), slug=slug, title=title, purpose=purpose, visibility="public"
        )
    for key in seed_talk.MEMBERS[slug][1:]:
        _let_in(town, community, key, 30)
    with at(town, 2, "20:00"):
        handovers.offer(
            community, by=Acting(town.person(opener)), successor=town.person(seed_talk.MEMBERS[slug][1])
        )


def _citizen_room(town: Any, slug: str) -> None:
    title, opener, purpose = seed_talk.CITIZEN_ROOMS[slug]
    with at(town, 50, "20:30"):
        room = rooms.found(
            by=Acting(town.person(opener)), slug=slug, title=title, purpose=purpose, visibility="public"
        )
    for key in seed_talk.MEMBERS[slug]:
        if key != opener:
            _let_in(town, room, key, 35)
