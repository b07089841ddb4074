"""Themes: raising one, reading what became of it, choosing it, and opening its room."""

from collections.abc import Callable
from datetime import timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.resolutions.lifecycle import Competence
from governance.resolutions.models import Resolution
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied, require
from portal.foundation.limits import Limit
from portal.foundation.paging import keyset
from residents.roles.holdings import holds

from . import actions, permissions
from .forms import AnswerForm, CloseRoomForm, ResolutionForm, RoomForm, ThemeForm
from .models import ThemeProposal
from .rows import theme_facts, theme_links, theme_row, theme_steps

GUESTS = Limit("governance.theme", times=10, per=timedelta(hours=1))


def index(request: HttpRequest) -> HttpResponse:
    """Themes before the committee and what it chose; screeners also see what is waiting."""
    found = ThemeProposal.objects.visible_to(request.acting).select_related("resolution__term", "room")
    page = keyset(found, request, order="-raised_at -id")
    return render(
        request,
        "governance/themes/list.html",
        {"page": page, "rows": [theme_row(theme) for theme in page], "page_title": _("Themes")},
    )


def detail(request: HttpRequest, pk: int) -> HttpResponse:
    theme = _theme(request, pk)
    may = _may(request, theme)
    return render(
        request,
        "governance/themes/detail.html",
        {
            "theme": theme,
            "page_title": theme.title,
            "breadcrumbs": [
                {"label": _("Themes"), "url": reverse("governance:theme-list")},
                {"label": theme.title},
            ],
            "facts": theme_facts(theme),
            "steps": theme_steps(theme),
            "may": may,
            "links": theme_links(theme, may),
        },
    )


def _may(request: HttpRequest, theme: ThemeProposal) -> dict[str, Decision]:
    """What this person may do now; for the committee's verbs a fitting resolution is taken for granted."""
    by = request.acting
    if by.is_guest or by.body is None:
        return {}
    may = {
        "receive": permissions.can_receive_theme(by, theme),
        "admit": permissions.can_admit_theme(by, theme),
        "redirect": permissions.can_redirect_theme(by, theme),
        "not_adopt": permissions.can_not_adopt_theme(by, theme),
    }
    if holds(by, "committee.steering"):
        about = Resolution.objects.adopted().of_body(by.body)
        latest = about.about(Competence.THEMES).select_related("body", "term").first()
        may["adopt"] = permissions.can_adopt_theme(by, theme, latest)
        may["prepare_room"] = permissions.can_prepare_room(by, theme, latest)
        may["decide_on_room"] = permissions.can_decide_on_room(by, theme, latest)
    return may


def raise_theme(request: HttpRequest) -> HttpResponse:
    """Anybody may raise a theme, registered or not."""
    form = ThemeForm(request.POST or None, by=request.acting)
    if request.method == "POST" and form.is_valid() and _not_too_often(request, form):
        theme = actions.raise_theme(by=request.acting, **form.cleaned_data)
        messages.success(request, _("Thank you. The secretariat has received your theme."))
        return redirect(theme if not request.acting.is_guest else "governance:theme-list")
    return render(request, "governance/themes/raise.html", {"form": form})


def _not_too_often(request: HttpRequest, form: ThemeForm) -> bool:
    """Guests are slowed down; what they wrote stays in the form."""
    answer = GUESTS.take(request) if request.acting.is_guest else True
    if isinstance(answer, Denied):
        form.add_error(None, f"{answer.reason} {answer.next_step}")
    return bool(answer)


def _press(act: Callable[..., object]) -> Callable[..., HttpResponse]:
    """A verb that needs nothing but a press."""

    @login_required
    @require_POST
    def view(request: HttpRequest, pk: int) -> HttpResponse:
        theme = _theme(request, pk)
        act(theme, by=request.acting)
        return redirect(theme)

    return view


receive = _press(actions.receive)
admit = _press(actions.admit)


def _with(
    form_class: type, template: str, act: Callable[..., object], ask: Callable[..., Decision]
) -> Callable[..., HttpResponse]:
    """A verb with a form of its own; whoever may not use it is told why before filling it in."""

    @login_required
    def view(request: HttpRequest, pk: int) -> HttpResponse:
        theme = _theme(request, pk)
        require(ask(request.acting, theme))
        more = {"by": request.acting} if issubclass(form_class, ResolutionForm) else {}
        form = form_class(request.POST or None, **more)
        if request.method == "POST" and form.is_valid():
            act(theme, by=request.acting, **form.cleaned_data)
            return redirect(theme)
        return render(request, f"governance/themes/{template}.html", {"theme": theme, "form": form})

    return view


def _decides(by: Acting, theme: ThemeProposal) -> Decision:
    """The committee's own verbs; which resolution they rest on is asked with the form."""
    return holds(by, "committee.steering")


def _prepare(theme: ThemeProposal, *, facilitator, facilitator_source, dispatched_by, **fields) -> None:
    nominee = actions.Nominee(facilitator, facilitator_source, dispatched_by)
    actions.prepare_room(theme, nominees=[nominee], **fields)


redirect_theme = _with(AnswerForm, "redirect", actions.redirect, permissions.can_redirect_theme)
adopt = _with(ResolutionForm, "adopt", actions.adopt, _decides)
not_adopt = _with(AnswerForm, "not_adopt", actions.not_adopt, permissions.can_not_adopt_theme)
prepare_room = _with(RoomForm, "prepare_room", _prepare, _decides)
open_room = _with(ResolutionForm, "open_room", actions.open_city_area_room, _decides)
close_room = _with(CloseRoomForm, "close_room", actions.close_city_area_room, _decides)


def _theme(request: HttpRequest, pk: int) -> ThemeProposal:
    visible = ThemeProposal.objects.visible_to(request.acting)
    visible = visible.select_related("resolution__term", "resolution__body", "room", "raising_unit")
    return get_object_or_404(visible, pk=pk)
