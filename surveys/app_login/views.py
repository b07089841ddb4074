"""Consent, leave for the app, come back with a ticket or a reason. The session plays no part."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from portal.foundation.decisions import require
from surveys.envelopes.views import CHALLENGES, proof_refused, ticket_page
from surveys.surveys.models import Survey

from . import actions, permissions
from .forms import ConsentForm

COOKIE = "app_login"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what the app will be asked for; with every tick given, show the way there.

    The way is a link on a page of its own: our policy lets no form lead to another site, not by redirection either.
    """
    visible = Survey.objects.public().select_related("sponsor", "verifying_body")
    survey = get_object_or_404(visible, slug=slug)
    require(permissions.can_use_app(survey))
    form = ConsentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        require(CHALLENGES.take(request))
        departure = actions.begin(survey)
        page = render(request, "surveys/app_login/go.html", {"survey": survey, "address": departure.address})
        page.set_cookie(
            COOKIE,
            departure.secret,
            path=_way_back(),
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
        return page
    return render(request, "surveys/app_login/start.html", {"survey": survey, "form": form})


@never_cache
@require_safe
def finish(request: HttpRequest) -> HttpResponse:
    """The address the app sends people back to; the same for every survey, since it is registered once."""
    told = {name: request.GET.get(name, "")[:2048] for name in ("state", "code", "error")}
    back = actions.Return(**told, issuer=request.GET.get("iss", ""), secret=request.COOKIES.get(COOKIE, ""))
    login = actions.consume(back.state)
    language = login.language if login is not None else ""
    with translation.override(language or translation.get_language()):
        outcome = actions.finish(login, back)
        if login is None:
            page = render(request, "surveys/app_login/lost.html", {"reason": outcome.reason}, status=403)
        elif outcome:
            page = ticket_page(request, login.survey, outcome)
        else:
            page = proof_refused(request, login.survey, outcome)
    page.delete_cookie(COOKIE, path=_way_back(), samesite="Lax")
    return page


def _way_back() -> str:
    with translation.override(settings.LANGUAGE_CODE):
        return reverse("surveys:app-login-return")
