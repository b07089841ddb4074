"""Communities in the page tree: the words of an official community are written by its department."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.models import Locale, Page, PagePermissionTester, Site
from wagtail_localize.fields import SynchronizedField, TranslatableField

from communities.communities.models import Community
from portal.foundation.pages import BasePage, PageRight, page_rights
from portal.foundation.privacy import NoPersonalData
from residents.roles.holdings import holders

INDEX_SLUG = "communities"


class CommunityIndexPage(BasePage):
    """The part of the tree under which official communities stand; its address shows the list of all."""

    is_creatable = False
    subpage_types = ["communities.OfficialCommunityPage"]
    personal_data = NoPersonalData

    class Meta:
        verbose_name = _("list of communities")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        from communities.communities.views import index  # the page shows what the address shows

        return index(request)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        return self.serve(request)


class DepartmentRights(PagePermissionTester):
    """The department edits and publishes the words; the community opens and closes by its verbs alone."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return False

    def can_unpublish(self) -> bool:
        return False

    def can_move(self) -> bool:
        return False

    def can_copy(self) -> bool:
        return False


class OfficialCommunityPage(BasePage):
    """How an official community presents itself: purpose, who may join, rules (実践編SNS 5-4).

    One per language; the community itself, with its status and members, stays a plain record.
    """

    community = models.ForeignKey(Community, models.PROTECT, related_name="pages", editable=False)
    purpose = models.TextField(_("purpose"), max_length=2000)
    joining_condition = models.TextField(_("who may join"), max_length=1000, blank=True)
    policy = models.TextField(_("rules of this community"), max_length=4000, blank=True)

    parent_page_types = ["communities.CommunityIndexPage"]
    subpage_types: list[str] = []
    is_creatable = False
    personal_data = NoPersonalData

    # The name and the address are what was permitted; the department edits the words.
    edit_handler = ObjectList(
        [
            FieldPanel("summary"),
            FieldPanel("purpose"),
            FieldPanel("joining_condition"),
            FieldPanel("policy"),
            FieldPanel("body"),
        ]
    )
    override_translatable_fields = [*BasePage.override_translatable_fields, SynchronizedField("community")]
    translatable_fields = [
        *BasePage.translatable_fields,
        SynchronizedField("community"),
        TranslatableField("purpose"),
        TranslatableField("joining_condition"),
        TranslatableField("policy"),
    ]

    class Meta:
        verbose_name = _("official community")

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """What lists and search say of the community follows the published page in the town's own language."""
        saved = super().save(*args, **kwargs)
        if self.live and self.locale.language_code == settings.LANGUAGE_CODE:
            words = {name: getattr(self, name) for name in ("purpose", "joining_condition", "policy")}
            Community.objects.filter(pk=self.community_id).update(**words)
        return saved

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        return DepartmentRights(user, self)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """One way of showing a community, whether by address, page tree or preview."""
        from communities.posts.forum_views import show

        return show(request, self.community, page=self)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        return self.serve(request)


def present(community: Community) -> OfficialCommunityPage:
    """Put the words of a community that has just opened on a page its department can edit."""
    page = OfficialCommunityPage(
        title=community.title,
        slug=community.slug,
        summary=community.purpose[:200],
        community=community,
        purpose=community.purpose,
        joining_condition=community.joining_condition,
        policy=community.policy,
    )
    index_page().add_child(instance=page)
    page.save_revision().publish()
    return page


def index_page() -> CommunityIndexPage:
    """The index in the town's own language; made where the tree has none yet."""
    locale = Locale.get_default()
    found = CommunityIndexPage.objects.filter(locale=locale).first()
    if found is not None:
        return found
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    parent = site.root_page if site is not None else Page.get_first_root_node()
    with_title = CommunityIndexPage(title="コミュニティ", slug=INDEX_SLUG, locale=locale)
    return parent.add_child(instance=with_title)


@page_rights
def rights(person: Any) -> Iterator[PageRight]:
    """Members of the unit that runs a community edit and publish its page, and nobody else's."""
    bodies = holders("sns.official_community_operation")
    mine = person.memberships.in_force().filter(body__in=bodies).values("body_id")
    pages = OfficialCommunityPage.objects.filter(
        community__operating_body__in=mine, community__is_published=True
    )
    for page in pages:
        yield from PageRight.of(page, "change", "publish")
