"""What an address of a rule asks for: which rule, and the text of which day."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from portal.foundation import clock

from . import presenting
from .forms import AsOfForm
from .models import Rule
from .standing import Standing


def visible(request: HttpRequest, slug: str) -> Rule:
    rules = Rule.objects.visible_to(request.acting).with_versions()
    return get_object_or_404(rules, slug=slug)


def asof_form(request: HttpRequest) -> AsOfForm:
    """The day asked for, or today, standing in the field."""
    return AsOfForm({"asof": request.GET.get("asof") or clock.today().isoformat()})


def text_of_day(request: HttpRequest, slug: str) -> tuple[Rule, Standing]:
    found = visible(request, slug)
    form = asof_form(request)
    if not form.is_valid():
        raise Http404
    return found, found.on(form.cleaned_data["asof"])


def framed(found: Rule, tab: str) -> dict[str, Any]:
    """What every page of one rule shows: its title and its sister pages."""
    return {"page_title": found.title, "rule": found, "tabs": presenting.tabs(found, tab)}


def has_register(found: Rule) -> bool:
    """Only a rule with a text can cite."""
    return found.latest is not None and found.latest.main_provision is not None
