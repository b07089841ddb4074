"""Addresses of forums: found as far as the reader may know of them; the way back from them."""

from __future__ import annotations

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from .models import COMMUNITIES, ROOMS, Forum

KINDS = {"communities": COMMUNITIES, "rooms": ROOMS}


class ShelfConverter:
    """The first part of an address: communities or rooms."""

    regex = "communities|rooms"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


def place(request: HttpRequest, shelf: str, slug: str) -> Forum:
    """The forum, or the same 404 for what is absent and what is not for this reader."""
    forums = Forum.objects.visible_to(request.user).filter(kind__in=KINDS[shelf])
    return get_object_or_404(forums.select_related("manager", "operating_body"), slug=slug)


def way(shelf: str, *more: tuple[str, str]) -> list[dict[str, str]]:
    """The breadcrumb: the list of the shelf and what follows; the front page goes without saying."""
    lists = {
        "communities": (_("Communities"), reverse("communities:community-list")),
        "rooms": (_("Conference rooms"), reverse("communities:room-list")),
    }
    return [{"label": label, "url": url} for label, url in (lists[shelf], *more)]


def way_in(forum: Forum, *more: tuple[str, str]) -> list[dict[str, str]]:
    """The breadcrumb of a page inside a forum."""
    return way(forum.shelf, (forum.title, forum.get_absolute_url()), *more)
