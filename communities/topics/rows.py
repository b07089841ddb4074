"""What was done with a topic, as its readers see it."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from communities.forums.models import Forum
from communities.posts.models import Thread

from .models import Deed, TopicAct


def acts(thread: Thread, reader: Any) -> list[dict[str, Any]]:
    """Oldest first; another topic or place is named only to those who may know it."""
    found = list(
        TopicAct.objects.filter(Q(thread=thread) | Q(made=thread)).select_related(
            "thread__forum", "made__forum", "from_forum"
        )
    )
    if not found:
        return []
    others = {pk for act in found for pk in (act.thread_id, act.made_id) if pk}
    topics = set(Thread.objects.visible_to(reader).filter(pk__in=others).values_list("pk", flat=True))
    places = {act.from_forum_id for act in found if act.from_forum_id}
    known = set()
    if places:
        known = set(Forum.objects.visible_to(reader).filter(pk__in=places).values_list("pk", flat=True))
    return [_act(act, thread, topics, known) for act in found]


def _act(act: TopicAct, thread: Thread, topics: set[int], places: set[int]) -> dict[str, Any]:
    row = {"text": act.get_deed_display(), "at": act.at, "reason": act.reason, "label": "", "url": ""}
    if act.deed == Deed.SPLIT:
        other = act.thread if act.made_id == thread.pk else act.made
        if act.made_id == thread.pk:
            row["text"] = _("Made of the later part of another topic")
        if other.pk in topics:
            row |= {"label": other.title, "url": other.get_absolute_url()}
    elif act.from_forum_id in places:
        row |= {"label": act.from_forum.title, "url": act.from_forum.get_absolute_url()}
    return row
