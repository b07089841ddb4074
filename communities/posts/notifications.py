"""Authors hear of answers, members of new posts, authors and committee of measures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from communities.forums.models import ForumKind
from communities.forums.notifications import address, those_who_run, without
from communities.forums.querysets import audiences_of
from communities.rooms.models import Room
from portal.foundation import outbox
from portal.foundation.acting import Acting
from residents.roles.holdings import people_holding

from .models import Post


def post_written(post: Post) -> None:
    """Whoever is answered hears of the answer; everybody else who follows the forum, of a new post."""
    answered = _answered(post)
    if answered is not None:
        _post("post_replied", [answered], post, author=post.name)
    following = post.forum.memberships.following().select_related("person")
    told = {post.author_id, answered.pk if answered else None}
    people = [membership.person for membership in following if membership.person_id not in told]
    _post("post_written", people, post, author=post.name)
    told |= {person.pk for person in people}
    section = [person for person in _section_concerned(post) if person.pk not in told]
    _post("post_written_to_section", section, post, author=post.name)


def post_hidden(post: Post, by: Acting, reason: str) -> None:
    until = str(post.hidden_until or "")
    _post("post_hidden", without([post.author], by.person), post, reason=reason, until=until)


def post_to_check(post: Post, by: Acting, reason: str) -> None:
    """Caretakers hear of every post that was hidden for a check: they open a case, or it is shown again."""
    people = without(people_holding("rooms.caretaker"), by.person)
    _post("post_to_check", people, post, reason=reason, until=str(post.hidden_until or ""))


def post_check_ended(post: Post) -> None:
    """The author, and those who may still decide."""
    people = {post.author, *those_who_run(post.forum), *people_holding("rooms.caretaker")}
    _post("post_check_ended", people, post)


def post_restored(post: Post, by: Acting) -> None:
    _post("post_restored", without([post.author], by.person), post)


def post_deleted(post: Post, by: Acting, reason: str) -> None:
    """The author, and the committee, whose list of direct handling this joins (第13条)."""
    people = [post.author, *people_holding("committee.steering")]
    _post("post_deleted", without(people, by.person), post, reason=reason)


def _section_concerned(post: Post) -> list[Any]:
    """The section named with a city-area room reads what is said there as a duty ([2.5])."""
    if post.forum.kind != ForumKind.CITY_ROOM:
        return []
    room = Room.objects.filter(pk=post.forum_id).select_related("related_body", "related_team").first()
    return room.section_people() if room is not None else []


def _answered(post: Post) -> Any:
    """The author of the post answered, or of the topic's first post; never somebody who may not read it."""
    first = post.thread.posts.order_by("pk").select_related("author").first()
    target = post.in_reply_to or (first if first.pk != post.pk else None)
    if target is None or target.author_id == post.author_id:
        return None
    return target.author if post.audience in audiences_of(target.author) else None


def _post(kind: str, people: Iterable[Any], post: Post, **context: str) -> None:
    outbox.post(
        f"communities.{kind}",
        people,
        url=address("post-detail", post.forum, pk=post.pk),
        context={"forum": post.forum.title, "thread": post.thread.title, **context},
    )
