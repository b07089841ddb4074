"""What happens to an official community under its permit: restricted, looked at again, kept, revoked, closed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from communities.verb_page import posted

from . import actions
from .application_views import found_for, verb_of
from .forms import KeepForm


def restrict(request: HttpRequest, pk: int) -> HttpResponse:
    return verb_of(
        request,
        found_for(request, pk),
        "restrict",
        acts=actions,
        done=_("Restricted."),
        submit=_("Restrict"),
        reason=True,
    )


def lift(request: HttpRequest, pk: int) -> HttpResponse:
    return verb_of(
        request,
        found_for(request, pk),
        "lift",
        acts=actions,
        done=_("Lifted."),
        submit=_("Lift the restriction"),
    )


def review(request: HttpRequest, pk: int) -> HttpResponse:
    return verb_of(
        request,
        found_for(request, pk),
        "review",
        acts=actions,
        done=_("The permit is under review. The department has been told."),
        submit=_("Review the permit"),
        text=_("Writing goes on meanwhile. The department is told and can be heard."),
    )


def keep(request: HttpRequest, pk: int) -> HttpResponse:
    return verb_of(
        request,
        found_for(request, pk),
        "keep",
        acts=actions,
        done=_("The permit continues. The department has been told."),
        submit=_("Continue the permit"),
        form=KeepForm(posted(request)),
    )


def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    return verb_of(
        request,
        found_for(request, pk),
        "revoke",
        acts=actions,
        done=_("The permit is revoked. The members have been told; the community closes after its notice."),
        submit=_("Revoke the permit"),
        text=_("Hear the department first and say in the reason what it answered."),
        reason=True,
        tone="danger",
    )


def request_close(request: HttpRequest, pk: int) -> HttpResponse:
    return verb_of(
        request,
        found_for(request, pk),
        "request_close",
        acts=actions,
        done=_("The members have been told. The community closes after the notice period."),
        submit=_("Close the community"),
        reason=True,
        tone="danger",
    )
