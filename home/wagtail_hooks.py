"""The editors' rooms: a small menu, a desk with large buttons, and our verbs in place of Wagtail's."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied

from . import documents, editors_lists  # noqa: F401  their hooks narrow what Wagtail shows and serves
from .desk import Desk, may_see_applications
from .notices import actions, permissions
from .notices.lifecycle import NoticeStatus
from .notices.pages import NoticePage
from .notices.views import refused

SUBMIT = "action-submit-notice"
MENU = ("notices", "waiting", "site-words", "community-desk", "images", "to-site")


@hooks.register("register_admin_urls")
def notice_addresses() -> list[Any]:
    return [path("notices/", include("home.notices.urls"))]


# Wagtail's own buttons never publish, schedule or withdraw a notice; say so to whoever tries.


@hooks.register("before_create_page")
def refuse_publishing_new(request: HttpRequest, parent: Page, page_class: Any) -> HttpResponse | None:
    if issubclass(page_class, NoticePage) and "action-publish" in request.POST:
        return refused(request, _not_here())
    return None


@hooks.register("before_edit_page")
def refuse_publishing(request: HttpRequest, page: Page) -> HttpResponse | None:
    if isinstance(page.specific, NoticePage) and "action-publish" in request.POST:
        return refused(request, _not_here())
    return None


def _not_here() -> Denied:
    return Denied(
        _("A notice becomes public when the publisher of its channel approves it."),
        _("Send it for approval; the publisher is told at once."),
    )


@hooks.register("after_create_page")
def begin_notice(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A notice begins its life when its words are first saved."""
    if not isinstance(page, NoticePage):
        return None
    actions.draft(page, by=Acting(request.user, page.department))
    return _submit_if_asked(request, page)


@hooks.register("after_edit_page")
def go_on_with_notice(request: HttpRequest, page: Page) -> HttpResponse | None:
    return _submit_if_asked(request, page) if isinstance(page, NoticePage) else None


@hooks.register("after_copy_page")
def begin_copied_notice(request: HttpRequest, page: Page, new_page: Page) -> HttpResponse | None:
    """A notice used again is a new draft of whoever uses it, in their own department's name."""
    notice = new_page.specific
    if not isinstance(notice, NoticePage):
        return None
    hat = permissions.drafting_hats(request.user, notice.channel)[0]
    actions.take_over_copy(notice, by=hat)
    return redirect("wagtailadmin_pages:edit", notice.pk)


def _submit_if_asked(request: HttpRequest, page: NoticePage) -> HttpResponse | None:
    if SUBMIT not in request.POST:
        return None
    try:
        actions.submit(page, by=Acting(request.user, page.department))
    except Denied as refusal:
        messages.error(request, f"{refusal.reason} {refusal.next_step}")
        return redirect("wagtailadmin_pages:edit", page.pk)
    messages.success(request, _("Sent to the publisher for approval."))
    return redirect("notices:review", page.pk)


class SubmitNotice(ActionMenuItem):
    """Save and send for approval in one press."""

    name = SUBMIT
    label = _("Send for approval")
    icon_name = "resubmit"
    order = 1

    def is_shown(self, context: dict[str, Any]) -> bool:
        page = context.get("page")
        return super().is_shown(context) and (page is None or page.status in ("", NoticeStatus.DRAFT))


@hooks.register("construct_page_action_menu")
def two_buttons(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Save the draft, or send it for approval; nothing else lives in a notice's footer."""
    page = context.get("page")
    model = type(page.specific) if page is not None else _model_being_added(request)
    if model is not NoticePage:
        return
    menu_items[:] = [item for item in menu_items if item.name in ("action-save-draft", "action-page-locked")]
    item = SubmitNotice()
    if item.is_shown(context):
        menu_items.insert(0, item)


def _model_being_added(request: HttpRequest) -> type | None:
    found = request.resolver_match
    if found is None or found.url_name != "add":
        return None
    names = (found.kwargs.get("content_type_app_name"), found.kwargs.get("content_type_model_name"))
    names = names if all(names) else tuple(found.args[:2])
    return NoticePage if names == ("home", "noticepage") else None


# The menu: six items at most, in the words of the city hall.


class NoticesItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return permissions.may_begin_notices(request.user) or bool(
            permissions.published_channels(request.user)
        )


class WaitingItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(permissions.published_channels(request.user))


@hooks.register("register_admin_menu_item")
def notices_item() -> MenuItem:
    return NoticesItem(_("Notices"), reverse("notices:desk"), name="notices", icon_name="doc-full", order=10)


@hooks.register("register_admin_menu_item")
def waiting_item() -> MenuItem:
    return WaitingItem(
        _("Waiting for approval"), reverse("notices:waiting"), name="waiting", icon_name="check", order=20
    )


class CommunitiesItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_applications(request.user)


@hooks.register("register_admin_menu_item")
def communities_item() -> MenuItem:
    url = reverse("communities:application-list")
    label = _("Official communities of my section")
    return CommunitiesItem(label, url, name="community-desk", icon_name="group", order=40)


@hooks.register("register_admin_menu_item")
def site_item() -> MenuItem:
    return MenuItem(_("To the site"), "/", name="to-site", icon_name="home", order=90)


@hooks.register("construct_main_menu")
def small_menu(request: HttpRequest, menu_items: list[Any]) -> None:
    menu_items[:] = [item for item in menu_items if item.name in MENU]


@hooks.register("construct_homepage_panels")
def desk_first(request: HttpRequest, panels: list[Any]) -> None:
    panels[:] = [Desk(request)]


@hooks.register("construct_homepage_summary_items", order=1000)  # after those that fill it
def no_counts(request: HttpRequest, items: list[Any]) -> None:
    items.clear()


@hooks.register("insert_global_admin_css")
def editors_style() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("home/editors.css"))


@hooks.register("insert_editor_js")
def words_of_a_translation() -> str:
    """In an editor's own language also where wagtail-localize knows only English."""
    return format_html(
        '<script src="{}" data-heading="{}" data-more="{}"></script>',
        static("home/translation-words.js"),
        _("Translation from {source} to {target}"),
        _("More actions"),
    )


@hooks.register("before_serve_page")
def name_other_languages(page: Page, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
    """The language links of a page lead to the same page, or say that there is none."""
    versions = page.get_translations(inclusive=True).live().select_related("locale")
    request.page_translations = {  # type: ignore[attr-defined]
        version.locale.language_code: version.get_url(request) for version in versions
    }
