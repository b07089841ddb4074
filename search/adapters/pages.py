"""Pages: notices, the handbook, pages about the portal. Known here only as pages of the floor.

``home`` stands beside this room, so nothing of it is imported. A page type that keeps its own word on who may
see it offers ``searchable_by`` on its manager; for the others Wagtail's live and public decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from django.utils.html import strip_tags
from wagtail.models import Page

from portal.foundation import clock
from portal.foundation.pages import BasePage
from search.documents import Document

from .adapter import Adapter

NOTICE = "noticepage"
PRESENTED_BY_THEIR_NOUN = {"officialcommunitypage"}  # found as the community, with its audience


@cache
def page_types() -> tuple[type[BasePage], ...]:
    """Page types whose own words can be looked for; index pages list others and are not."""
    leaves = (model for model in BasePage.__subclasses__() if not model._meta.abstract)
    return tuple(
        model for model in leaves if model.allowed_parent_page_models() and _has_words_of_its_own(model)
    )


def _has_words_of_its_own(model: type[BasePage]) -> bool:
    name = model._meta.model_name or ""
    return name not in PRESENTED_BY_THEIR_NOUN and not name.endswith(("indexpage", "homepage"))


class PageAdapter(Adapter):
    """Pages with words of their own, one document a language."""

    model = Page
    kinds = frozenset({"notice", "page"})

    def everything(self) -> Any:
        return Page.objects.live().public().type(page_types()).select_related("locale").specific()

    def document(self, row: Any) -> Iterator[Document]:
        url = row.get_url()
        if not url:
            return
        body = row._meta.get_field("body").get_searchable_content(row.body)
        words = [row.summary, *body, getattr(row, "keywords", "")]
        is_notice = row._meta.model_name == NOTICE
        yield Document(
            kind="notice" if is_notice else "page",
            object_id=str(row.pk),
            title=row.title,
            text="\n".join(strip_tags(part) for part in words if part),
            url=url,
            created_at=getattr(row, "published_at", None) or row.first_published_at or clock.now(),
            locale=row.locale.language_code,
            label=row.channel if is_notice else "",
        )

    def documents(self, ids: Iterable[str] | None = None) -> Iterator[Document]:
        rows = self.everything()
        if ids is not None:
            rows = rows.filter(pk__in=list(ids))
        for row in rows:  # specific() fetches by type and cannot be iterated in chunks
            yield from self.document(row)

    def visible(self, person: Any, ids: Iterable[str]) -> set[str]:
        wanted = list(ids)
        shown = {
            str(pk) for pk in Page.objects.live().public().filter(pk__in=wanted).values_list("pk", flat=True)
        }
        for model in page_types():
            rows = model._default_manager.all()
            if hasattr(rows, "searchable_by"):
                theirs = {str(pk) for pk in rows.filter(pk__in=wanted).values_list("pk", flat=True)}
                allowed = rows.searchable_by(person).filter(pk__in=wanted).values_list("pk", flat=True)
                shown = (shown - theirs) | {str(pk) for pk in allowed}
        return shown

    def touched(self, target_type: str, target_id: str) -> set[str]:
        types = {model._meta.label_lower for model in page_types()} | {"wagtailcore.page"}
        return {target_id} if target_type in types else set()
