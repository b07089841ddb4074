"""What Wagtail's own lists of pages show: what may be read anyway, and the drafts of one's own section."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.pages.search import SearchView
from wagtail.models import Page

from .notices.pages import NoticePage
from .notices.permissions import hats, published_channels


def without_others_drafts(pages: QuerySet[Any], person: Any) -> QuerySet[Any]:
    """Leave out notices that are not public and that this person has no part in; not even their titles are told."""
    bodies = [hat.body for hat in hats(person)]
    hidden = NoticePage.objects.unread().exclude(department__in=bodies)
    return pages.exclude(pk__in=hidden.exclude(channel__in=published_channels(person)).values("pk"))


@hooks.register("construct_explorer_page_queryset")
def in_the_tree(parent: Page, pages: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
    return without_others_drafts(pages, request.user)


@hooks.register("construct_page_chooser_queryset")
def in_the_chooser(pages: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
    return without_others_drafts(pages, request.user)


@hooks.register("before_move_page")
def only_what_may_be_moved(request: HttpRequest, page: Page, destination: Page) -> None:
    """Wagtail asks only when the move is sent; the page that asks for confirmation names the page too."""
    if not page.permissions_for_user(request.user).can_move_to(destination):
        raise PermissionDenied


class Search(SearchView):
    """Wagtail's search over pages; it has no hook of its own."""

    def annotate_queryset(self, pages: QuerySet[Any]) -> QuerySet[Any]:
        self.all_pages = without_others_drafts(self.all_pages, self.request.user)
        return super().annotate_queryset(without_others_drafts(pages, self.request.user))


search = require_admin_access(Search.as_view())
search_results = require_admin_access(Search.as_view(results_only=True))
