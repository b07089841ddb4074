"""Pages of setting a committee up, renaming a body, and dissolving a committee."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.foundation import clock
from portal.foundation.verb_page import posted, verb_page

from . import actions, permissions
from .forms import DissolveForm, RenameForm, SetUpForm
from .models import Body
from .views import way


def set_up(request: HttpRequest) -> HttpResponse:
    """設置: a committee with the provision it rests on."""
    return verb_page(
        request,
        may=permissions.may_found(request.acting),
        perform=lambda **words: actions.set_up(by=request.acting, **words),
        form=SetUpForm(posted(request), initial={"valid_from": clock.today()}),
        done=_("The committee has been set up. Now give it its functions in the table of roles."),
        back=reverse("residents:body-list"),
        question=_("Set up a committee"),
        submit=_("Set it up"),
        text=_("A committee rests on a provision; its first term is opened on its own page."),
        breadcrumbs=way((_("Set up a committee"), "")),
    )


def rename(request: HttpRequest, code: str) -> HttpResponse:
    """改称: the same body under another name, from today."""
    body = get_object_or_404(Body, code=code)
    return verb_page(
        request,
        may=permissions.may_found(request.acting),
        perform=lambda **words: actions.rename(body, by=request.acting, **words),
        form=RenameForm(posted(request), initial={"name": body.name, "name_en": body.name_en}),
        done=_("The body has its new name from today; the old one stays on record."),
        back=_page(body),
        question=_("Rename “%(body)s”") % {"body": body.shown_name},
        submit=_("Give it the new name"),
        breadcrumbs=_way(body, _("Rename")),
    )


def dissolve(request: HttpRequest, code: str) -> HttpResponse:
    """廃止: a committee ends with a day."""
    body = get_object_or_404(Body, code=code, kind=Body.Kind.COMMITTEE)
    return verb_page(
        request,
        may=permissions.may_found(request.acting),
        perform=lambda **words: actions.dissolve(body, by=request.acting, **words),
        form=DissolveForm(posted(request), initial={"last_day": clock.today()}),
        done=_("The last day of the committee has been entered."),
        back=_page(body),
        question=_("Dissolve “%(body)s”") % {"body": body.shown_name},
        submit=_("Enter the last day"),
        text=_("The rights of its members end at midnight after this day; its record stays readable."),
        tone="danger",
        breadcrumbs=_way(body, _("Dissolve")),
    )


def _page(body: Body) -> str:
    return reverse("residents:body-detail", args=[body.code])


def _way(body: Body, here: str) -> list[dict[str, Any]]:
    return way((body.shown_name, _page(body)), (here, ""))
