"""What every page shares, and who may do what with pages: asked of the rooms, never of groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Collection, Page
from wagtail_localize.fields import SynchronizedField, TranslatableField

from .blocks import BODY
from .privacy import NoPersonalData


@dataclass(frozen=True)
class _Codename:
    codename: str


@dataclass(frozen=True)
class PageRight:
    """One permission on one part of the page tree, in the shape Wagtail's policy reads."""

    page: Page
    permission: _Codename

    @classmethod
    def of(cls, page: Page, *actions: str) -> list[PageRight]:
        """``PageRight.of(index, "add", "change")`` — Wagtail's own page actions."""
        return [cls(page, _Codename(f"{action}_page")) for action in actions]

    @property
    def page_id(self) -> int:
        return self.page.pk


@dataclass(frozen=True)
class CollectionRight:
    """One permission on the pictures and documents of a collection, in the shape Wagtail's policy reads."""

    collection: Collection
    permission: _Codename

    @property
    def collection_id(self) -> int:
        return self.collection.pk


PageRights = Callable[[Any], Iterable[PageRight]]
_providers: list[PageRights] = []


def page_rights(provider: PageRights) -> PageRights:
    """Register a room's answer to "which parts of the tree may this person touch today?"."""
    _providers.append(provider)
    return provider


def collection_rights_of(person: Any) -> list[CollectionRight]:
    """Whoever may write pages may bring pictures and documents for them; their own they may change."""
    if not rights_of(person):
        return []
    root = Collection.get_first_root_node()
    names = [f"{action}_{kind}" for action in ("add", "choose") for kind in ("image", "document")]
    return [CollectionRight(root, _Codename(name)) for name in names]


def rights_of(person: Any) -> list[PageRight]:
    """All page rights a person has today, from every room."""
    return [right for provider in _providers for right in provider(person)]


class BasePage(Page):
    """A page of the portal: a summary and a body; one address in all languages."""

    summary: models.CharField = models.CharField(
        _("summary"),
        max_length=200,
        blank=True,
        help_text=_("One or two sentences shown in lists and to search."),
    )
    body = StreamField(BODY, verbose_name=_("body"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("summary"), FieldPanel("body")]
    override_translatable_fields = [SynchronizedField("slug")]
    translatable_fields = [
        TranslatableField("title"),
        TranslatableField("summary"),
        TranslatableField("body"),
        SynchronizedField("slug"),
    ]
    show_in_menus_default = False
    personal_data = NoPersonalData

    class Meta:
        abstract = True
