"""The editors' screens for notices, below /cms/notices/. Public pages are served by Wagtail."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from wagtail.models import Locale

from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied, require
from portal.foundation.paging import keyset
from residents.models import User

from . import actions, permissions
from .forms import ApprovalForm, CorrectionForm, ReasonForm
from .lifecycle import VERB_LABELS
from .listing import default_index
from .pages import NoticePage
from .plain_text import plain_text
from .requirements import missing, translation_of

View = Callable[..., HttpResponse]


def says_why(view: View) -> View:
    """Wagtail turns refusals into a shrug; here the reason is printed."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Denied as refusal:
            return refused(request, refusal)

    return answered


def refused(request: HttpRequest, refusal: Denied) -> HttpResponse:
    context = {"reason": refusal.reason, "next_step": refusal.next_step}
    return render(request, "home/editors/refused.html", context, status=403)


def hat_for(request: HttpRequest, question: Callable[[Acting], Decision]) -> Acting:
    """The body a person acts for here: the one chosen in the header, else the one that may."""
    chosen: Acting = request.acting  # type: ignore[attr-defined]
    mine = [chosen] if chosen.body is not None else permissions.hats(request.user)
    return next((hat for hat in mine if question(hat)), mine[0] if mine else chosen)


@require_GET
@says_why
def desk(request: HttpRequest) -> HttpResponse:
    """My section's notices, those still in work first asked for."""
    bodies = [hat.body for hat in permissions.hats(request.user)]
    found = NoticePage.objects.of_bodies(bodies).for_lists()
    chosen = request.GET.get("show", "work")
    found = found.in_work() if chosen == "work" else found.exclude(status="")
    context = {
        "notices": keyset(found, request, order="-latest_revision_created_at -pk"),
        "chosen": chosen,
        "new_url": reverse("wagtailadmin_pages:add", args=["home", "noticepage", default_index().pk]),
    }
    return render(request, "home/editors/desk.html", context)


@require_GET
@says_why
def waiting(request: HttpRequest) -> HttpResponse:
    """What waits for the publisher of a channel."""
    channels = permissions.published_channels(request.user)
    if not channels:
        raise Denied(_("Only those who publish a channel have notices to approve."))
    page = keyset(
        NoticePage.objects.waiting_in(channels).for_lists(), request, order="latest_revision_created_at pk"
    )
    return render(request, "home/editors/waiting.html", {"notices": page})


@require_GET
@says_why
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """One notice as it stands: the words as last written, its history, and what may be done."""
    return _review(request, _notice(request, pk))


def _review(request: HttpRequest, notice: NoticePage, **forms: Any) -> HttpResponse:
    approve = _verb(request, notice, permissions.can_approve_notice)
    context = {
        "notice": notice,
        "words": notice.get_latest_revision_as_object(),
        "history": history(notice),
        "gaps": missing(notice),
        "may": {
            "submit": _verb(request, notice, permissions.can_submit_notice),
            "approve": approve,
            "publish_now": _verb(request, notice, permissions.can_publish_now_notice),
            "send_back": _verb(request, notice, permissions.can_send_back_notice),
            "correct": _verb(request, notice, permissions.can_correct_notice),
            "confirm": _verb(request, notice, permissions.can_confirm_notice),
            "withdraw": _verb(request, notice, permissions.can_withdraw_notice),
            "discard": _verb(request, notice, permissions.can_discard_notice),
            "translate": _verb(request, notice, permissions.can_translate_notice),
            "export": _verb(request, notice, permissions.can_export_notice),
        },
        "is_translation": translation_of(notice) is not None,
        "languages_to_begin": Locale.objects.exclude(
            pk__in=notice.get_translations(inclusive=True).values("locale")
        ),
        "versions": notice.get_translations().select_related("locale"),
        "approval_form": ApprovalForm(initial={"seen": notice.words_seen}),
        "reason_form": ReasonForm(),
        "withdraw_form": ReasonForm(prefix="withdraw"),
        "correction_form": CorrectionForm(initial={"seen": notice.words_seen}),
        **forms,
    }
    return render(request, "home/editors/review.html", context, status=422 if forms else 200)


def history(notice: NoticePage) -> list[dict[str, Any]]:
    """Who did what to the notice, in order."""
    steps = list(notice.steps.all())
    names = User.objects.in_bulk([step.person_id for step in steps if step.person_id])
    people = {str(pk): person.display_name for pk, person in names.items()}
    return [
        {
            "at": step.at,
            "title": VERB_LABELS[step.verb],
            "who": people.get(step.person_id, ""),
            "reason": step.reason,
        }
        for step in steps
    ]


def _notice(request: HttpRequest, pk: int) -> NoticePage:
    """A notice the person may read unpublished: their section's, or of the channel they publish."""
    notice = get_object_or_404(NoticePage.objects.select_related("department", "locale"), pk=pk)
    require(permissions.may_write_notice(request.user, notice))
    return notice


def _verb(request: HttpRequest, notice: NoticePage, can: Any) -> Decision:
    return can(hat_for(request, lambda by: can(by, notice)), notice)


@require_POST
@says_why
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    return _act(
        request, pk, permissions.can_submit_notice, actions.submit, _("Sent to the publisher for approval.")
    )


@require_POST
@says_why
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    _act(request, pk, permissions.can_discard_notice, actions.discard, _("The draft was discarded."))
    return redirect("notices:desk")


@require_POST
@says_why
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    seen = request.POST.get("seen", "")
    act = _act(request, pk, permissions.can_approve_notice, actions.approve, "", seen=seen)
    notice = NoticePage.objects.get(pk=pk)
    said = _("The notice is published.") if notice.live else _("The notice will be published at its time.")
    messages.success(request, said)
    return act


@require_POST
@says_why
def publish_now(request: HttpRequest, pk: int) -> HttpResponse:
    said, seen = (
        _("The notice is published. Its publisher reviews it afterwards."),
        request.POST.get("seen", ""),
    )
    return _act(request, pk, permissions.can_publish_now_notice, actions.publish_now, said, seen=seen)


@require_POST
@says_why
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    return _act(request, pk, permissions.can_confirm_notice, actions.confirm, _("Reviewed afterwards."))


@require_POST
@says_why
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    notice, form = get_object_or_404(NoticePage, pk=pk), ReasonForm(request.POST)
    if not form.is_valid():
        return _review(request, _notice(request, notice.pk), reason_form=form)
    return _act(
        request,
        pk,
        permissions.can_send_back_notice,
        actions.send_back,
        _("Sent back to its authors."),
        **form.cleaned_data,
    )


@require_POST
@says_why
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    form = ReasonForm(request.POST, prefix="withdraw")
    if not form.is_valid():
        return _review(request, _notice(request, pk), withdraw_form=form)
    said = _("The notice was withdrawn. Its address says so.")
    return _act(request, pk, permissions.can_withdraw_notice, actions.withdraw, said, **form.cleaned_data)


@require_POST
@says_why
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    form = CorrectionForm(request.POST)
    if not form.is_valid():
        return _review(request, _notice(request, pk), correction_form=form)
    said = _("The correction is published.")
    return _act(request, pk, permissions.can_correct_notice, actions.correct, said, **form.cleaned_data)


@require_POST
@says_why
def translate(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """Begin a translation and go on to the translator's screen."""
    notice = get_object_or_404(NoticePage, pk=pk)
    locale = get_object_or_404(Locale, language_code=language)
    by = hat_for(request, lambda hat: permissions.can_translate_notice(hat, notice))
    version = actions.translate(notice, by=by, locale=locale)
    return redirect("wagtailadmin_pages:edit", version.pk)


@require_POST
@says_why
def renew(request: HttpRequest, pk: int) -> HttpResponse:
    """Put newly translated sentences before the publisher."""
    said = _("The new sentences are ready for the publisher.")
    return _act(request, pk, permissions.can_translate_notice, actions.renew_translation, said)


@require_GET
@says_why
def export(request: HttpRequest, pk: int) -> HttpResponse:
    """The notice as plain text for the paper, FM and cable television."""
    notice = get_object_or_404(NoticePage.objects.readable(), pk=pk)
    require(_verb(request, notice, permissions.can_export_notice))
    context = {
        "notice": notice,
        "text": plain_text(notice.body),
        "address": request.build_absolute_uri(notice.url),
    }
    response = render(request, "home/notices/export.txt", context, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="notice-{notice.pk}.txt"'
    return response


def _act(request: HttpRequest, pk: int, can: Any, action: Any, said: str, **fields: Any) -> HttpResponse:
    """Find who acts, do the one thing, say so, and go back to the notice."""
    notice = get_object_or_404(NoticePage, pk=pk)
    by = hat_for(request, lambda hat: can(hat, notice))
    action(notice, by=by, **fields)
    if said:
        messages.success(request, said)
    return redirect("notices:review", pk)
