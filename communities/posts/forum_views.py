"""The page of a forum: what it is, who takes part, its topics, and a field to write in."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from communities.communities import permissions as communities
from communities.communities.models import Community
from communities.facilitators import permissions as facilitators
from communities.forums.forms import NewsForm
from communities.forums.models import Forum, Joining, Membership
from communities.forums.permissions import can_ask, can_join, can_leave, chairs, moderates
from communities.forums.places import place, way_in
from communities.handovers import permissions as handovers
from communities.handovers.models import Handover
from communities.help_requests.permissions import can_ask_for_help
from communities.openers.permissions import can_read_opener_page
from communities.rooms import permissions as rooms
from communities.rooms.lifecycle import RoomStatus
from communities.rooms.models import Area, Room
from communities.sections.permissions import can_hand_to_team
from communities.stand_ins.permissions import can_request_stand_in
from communities.summaries import permissions as summaries
from communities.summaries.models import Summary
from portal.foundation.paging import KeysetPage, keyset
from residents.consents.actions import current_text

from . import actions, permissions, unsent
from .forms import ThreadForm
from .models import Post, Thread


def detail(request: HttpRequest, shelf: str, slug: str) -> HttpResponse:
    """An official community is shown by its page, so that preview and address are one."""
    forum = place(request, shelf, slug)
    if forum.is_room:
        room = Room.objects.select_related("manager", "related_body", "related_team").get(pk=forum.pk)
        return render(
            request, "communities/rooms/detail.html", {**context(request, room), **_of_room(request, room)}
        )
    community = Community.objects.select_related("manager", "operating_body").get(pk=forum.pk)
    page = page_of(request, community)
    return page.serve(request) if page is not None else show(request, community)


def show(request: HttpRequest, community: Community, page: Any = None) -> HttpResponse:
    """A community, in the words of its page where it has one."""
    words = page if page is not None else community
    more = {
        "words": words,
        "page_title": words.title,
        **_of_handover(request, community),
        "may_close": communities.can_close(request.acting, community),
        "may_suspend": communities.can_suspend(request.acting, community),
        "may_reinstate": communities.can_reinstate(request.acting, community),
        "may_change_page": page is not None and page.permissions_for_user(request.user).can_edit(),
        "wagtail_page": page,
    }
    return render(request, "communities/communities/detail.html", {**context(request, community), **more})


def _of_handover(request: HttpRequest, community: Community) -> dict[str, Any]:
    """Who may hand the community over, and the offer that waits, for those between whom it passes."""
    by = request.acting
    if by.is_guest:
        return {}
    waiting = Handover.objects.of(community).waiting().select_related("community").first()
    return {
        "may_hand_over": handovers.can_offer_handover(by, community),
        "handover": waiting if waiting is not None and handovers.can_read_handover(by, waiting) else None,
    }


def page_of(request: HttpRequest, community: Community) -> Any:
    """The page of an official community in the reader's language, else in the town's own."""
    pages = community.pages.live().select_related("locale")
    by_language = {page.locale.language_code: page for page in pages}
    wanted = getattr(request, "LANGUAGE_CODE", "ja")
    return by_language.get(wanted) or by_language.get("ja")


def context(request: HttpRequest, forum: Forum) -> dict[str, Any]:
    """What every forum page shows."""
    by = request.acting
    membership = Membership.objects.of(forum, by.person)
    threads = Thread.objects.visible_to(request.user).in_forum(forum)
    threads = threads.with_numbers(Post.objects.visible_to(request.user))
    page = keyset(threads, request, order="-is_pinned -place -last_post_id")
    may_start = permissions.can_start_thread(by, forum)
    looks_after = moderates(by, forum)
    return {
        "page_title": forum.title,
        "forum": forum,
        "membership": membership,
        "member_count": forum.memberships.joined().count(),
        "page": page,
        "threads": _with_latest(request, page),
        "may_order_topics": bool(page.items) and page.items[0].is_pinned and bool(chairs(by, forum)),
        "may_join": can_join(by, forum, membership)
        or forum.joining == Joining.APPROVAL
        and can_ask(by, forum, membership),
        "may_leave": membership is not None and can_leave(by, membership),
        "may_start": may_start,
        "may_moderate": looks_after,
        "requests": forum.memberships.requested().count() if looks_after else 0,
        "news_form": NewsForm(instance=membership) if membership is not None else None,
        "form": ThreadForm(by=by, initial=unsent.found(request, _writing_path(forum))) if may_start else None,
        "consent": current_text(actions.DEEMED_CONSENT) if forum.is_room and may_start else None,
        "breadcrumbs": way_in(forum),
    }


def _of_room(request: HttpRequest, room: Room) -> dict[str, Any]:
    by = request.acting
    drafts = Summary.objects.in_room(room).select_related("author")
    reads_drafts = not by.is_guest and bool(summaries.can_read_drafts(by, room))
    return {
        "facilitators": _who_chairs(room),
        "summaries": drafts if reads_drafts else drafts.readable(),
        "may_draft_summary": summaries.can_draft_summary(by, room),
        "may_ask_caretaker": summaries.can_ask_caretaker(by, room),
        "may_confirm_closure": rooms.can_confirm_closure(by, room),
        "may_object_to_closure": rooms.can_object_to_closure(by, room),
        "may_reopen": rooms.can_reopen(by, room),
        "leads": room.area == Area.CITIZEN and not by.is_guest and can_read_opener_page(by, room),
        "may_ask_for_help": not by.is_guest and can_ask_for_help(by, room),
        "stand_ins": room.stand_ins.in_force().select_related("caretaker"),
        "may_ask_stand_in": not by.is_guest and can_request_stand_in(by, room),
        "may_hand_to_team": can_hand_to_team(by, room),
        "may_designate": facilitators.can_designate_facilitator(by, room),
    }


def _who_chairs(room: Room) -> list[dict[str, Any]]:
    """Who chairs; in an archive, who chaired."""
    office = room.facilitators
    found = office.served() if room.status == RoomStatus.CLOSED else office.active()
    rows = {f.person_id: f for f in found.select_related("person").order_by("pk")}
    taking_part = room.memberships.filter(person__in=rows).select_related("person")
    names = {membership.person_id: membership.name for membership in taking_part}
    return [{"name": names.get(pk, f.person.display_name), "source": f} for pk, f in rows.items()]


def _with_latest(request: HttpRequest, page: KeysetPage) -> list[dict[str, Any]]:
    """Each topic with its latest post, fetched in one go."""
    latest = Post.objects.visible_to(request.user).select_related("author", "for_body")
    by_pk = latest.in_bulk([thread.last_post_id for thread in page.items])
    return [
        {
            "thread": thread,
            "latest": by_pk.get(thread.last_post_id),
            "count": thread.shown_count,
            "may_rise": thread.is_pinned and (number > 0 or page.previous_url is not None),
            "may_sink": thread.is_pinned and _is_followed(page, number),
        }
        for number, thread in enumerate(page.items)
    ]


def _is_followed(page: KeysetPage, number: int) -> bool:
    """Another topic at the top comes after this one; at the end of a page it may stand on the next."""
    last = number == len(page.items) - 1
    return page.next_url is not None if last else page.items[number + 1].is_pinned


def _writing_path(forum: Forum) -> str:
    from django.urls import reverse

    return reverse("communities:thread-start", kwargs=forum.address)
