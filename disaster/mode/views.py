"""The switch: one page for the officer, one form a verb, two steps for the real thing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.foundation.decisions import Decision, require

from . import actions, permissions
from .forms import VERB_FORMS, SituationForm, initial
from .lifecycle import VERB_LABELS
from .models import Mode

View = Callable[[HttpRequest], HttpResponse]


def _may(verb: str, request: HttpRequest, mode: Mode) -> Decision:
    ask: Callable[..., Decision] = getattr(permissions, f"can_{verb}_mode")
    return ask(request.acting, mode)


@login_required
@require_safe
def switch(request: HttpRequest) -> HttpResponse:
    """Where the town stands, the form to switch at once, and the other verbs allowed now."""
    require(permissions.can_see_switch(request.acting))
    mode = Mode.objects.current()
    others = [verb for verb in VERB_LABELS if verb != "activate" and _may(verb, request, mode)]
    context = {
        "mode": mode,
        "verbs": [
            {"label": VERB_LABELS[verb], "name": f"disaster:mode-{verb.replace('_', '-')}"} for verb in others
        ],
        "may_activate": _may("activate", request, mode),
        "form": SituationForm(initial=initial("activate", mode)),
        "notice": mode.notices.shown().first(),
    }
    return render(request, "disaster/mode/switch.html", context)


@login_required
def activate(request: HttpRequest) -> HttpResponse:
    """Step one shows what will happen, step two switches."""
    mode = Mode.objects.current()
    require(_may("activate", request, mode))
    form = SituationForm(request.POST or None, initial=initial("activate", mode))
    context = {"mode": mode, "form": form}
    if form.is_valid():
        if form.is_confirmed():
            actions.activate(by=request.acting, **form.cleaned_data)
            messages.success(request, _("Disaster mode is on. Next, publish an emergency notice."))
            return redirect("disaster:notice-publish")
        return render(request, "disaster/mode/confirm.html", context)
    return render(request, "disaster/mode/activate.html", context)


def verb_view(verb: str) -> View:
    """The page of any other verb: its form, then the act."""
    act: Callable[..., Mode] = getattr(actions, verb)

    @login_required
    def view(request: HttpRequest) -> HttpResponse:
        mode = Mode.objects.current()
        require(_may(verb, request, mode))
        form: Any = VERB_FORMS[verb](request.POST or None, initial=initial(verb, mode))
        if form.is_valid():
            act(by=request.acting, **form.cleaned_data)
            messages.success(request, _("Done: %(verb)s.") % {"verb": VERB_LABELS[verb]})
            return redirect("disaster:mode-switch")
        context = {"mode": mode, "form": form, "page_title": VERB_LABELS[verb]}
        return render(request, "disaster/mode/verb.html", context)

    view.__name__ = verb
    return view


prepare = verb_view("prepare")
call_off = verb_view("call_off")
change = verb_view("change")
stand_down = verb_view("stand_down")
deactivate = verb_view("deactivate")
adopt_report = verb_view("adopt_report")
start_drill = verb_view("start_drill")
end_drill = verb_view("end_drill")
