"""A draft that lies open: reading, commenting, the receipt, and the answers of the body."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from governance.amendments.models import Amendment
from governance.rules import asked
from governance.rules.models import Rule
from portal.foundation.decisions import Denied, require
from portal.foundation.limits import Limit
from portal.foundation.paging import keyset
from portal.foundation.verb_page import posted, verb_page

from . import actions, permissions, rows
from .forms import CommentForm, ExtendForm, GroupForm, OpenForm
from .models import CommentGroup, CommentPeriod, PublicComment

GUESTS = Limit("governance.comment", times=5, per=timedelta(hours=1))


def detail(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """What is asked, until when, how many have answered; once decided, what was made of it."""
    period = _visible(request, slug, pk)
    is_theirs = permissions.can_read_comments(request.acting, period)
    context = {
        "page_title": _("Comments on “%(rule)s”") % {"rule": period.rule.title},
        "period": period,
        "facts": rows.facts(period),
        "groups": rows.groups(period) if period.shows_answers or is_theirs else [],
        "may_answer": permissions.can_answer_comments(request.acting, period),
        "acts": rows.acts(request.acting, period),
        "breadcrumbs": _way(period.rule),
    }
    return render(request, "governance/comment_periods/detail.html", context)


@never_cache
def send(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Anybody comments; the answer is the address of a receipt. No two people may get the same ticket."""
    period = _visible(request, slug, pk)
    require(permissions.can_send_comment(request.acting, period))
    form = CommentForm(posted(request), is_guest=request.acting.is_guest)
    if request.method == "POST" and form.is_valid() and _not_too_often(request, form):
        return redirect(actions.send(period, by=request.acting, **form.cleaned_data))
    context = {
        "page_title": _("Comment on “%(rule)s”") % {"rule": period.rule.title},
        "form": form,
        "text": period.question,
        "submit": _("Send the comment"),
        "tone": "primary",
        "back": period.get_absolute_url(),
        "breadcrumbs": _way(period.rule, period),
    }
    return render(request, "layout/verb.html", context)


@never_cache
def receipt(request: HttpRequest, pk: Any) -> HttpResponse:
    """The sender's page: the number, the words, and the answer once there is one."""
    found = PublicComment.objects.select_related("period__rule", "period__amendment")
    comment = get_object_or_404(found, pk=pk)
    if not permissions.can_read_receipt(request.acting, comment):
        raise Http404
    period = comment.period
    context = {
        "page_title": _("Your comment no. %(number)s") % {"number": comment.number},
        "comment": comment,
        "text": actions.read_receipt(comment, by=request.acting),
        "period": period,
        "groups": comment.groups.all() if period.shows_answers else [],
        "address": request.build_absolute_uri(comment.get_absolute_url()),
        "breadcrumbs": _way(period.rule, period),
    }
    return render(request, "governance/comment_periods/receipt.html", context)


@login_required
def lay_open(request: HttpRequest, slug: str, amendment: int | None = None) -> HttpResponse:
    """Lay a draft open."""
    rule = asked.visible(request, slug)
    draft = get_object_or_404(Amendment, rule=rule, pk=amendment) if amendment else None
    title = _("Lay the draft open for comments")
    return verb_page(
        request,
        may=permissions.can_lay_open_comments(request.acting, rule, draft),
        form=OpenForm(posted(request)),
        perform=lambda **words: actions.lay_open(rule, by=request.acting, amendment=draft, **words),
        done=_("The draft lies open. Everybody has been told."),
        back=(draft or rule).get_absolute_url(),
        question=title,
        submit=title,
        text=_("Nothing can be decided before the last day has passed and every comment has its answer."),
        breadcrumbs=_way(rule),
    )


@login_required
def extend(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Give more time."""
    period = _visible(request, slug, pk)
    return verb_page(
        request,
        may=permissions.can_extend_comments(request.acting, period),
        form=ExtendForm(posted(request), period),
        perform=lambda **words: actions.extend_comments(period, by=request.acting, **words),
        done=_("There is more time for comments."),
        back=period.get_absolute_url(),
        question=_("Give more time"),
        submit=_("Give more time"),
        breadcrumbs=_way(period.rule, period),
    )


@login_required
def received(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The comments as they were sent, for those who consider them."""
    period = _visible(request, slug, pk)
    require(permissions.can_read_comments(request.acting, period))
    comments = period.comments.select_related("author").prefetch_related("groups")
    page = keyset(comments, request, order="number")
    words = actions.read_comments(period, page, by=request.acting)
    context = {
        "page_title": _("Comments received"),
        "period": period,
        "page": page,
        "rows": [rows.received(comment, words[comment.pk]) for comment in page],
        "breadcrumbs": _way(period.rule, period),
    }
    return render(request, "governance/comment_periods/received.html", context)


@login_required
def answer_group(request: HttpRequest, slug: str, pk: int, group: int | None = None) -> HttpResponse:
    """Put comments together and answer them."""
    period = _visible(request, slug, pk)
    kept = get_object_or_404(CommentGroup, period=period, pk=group) if group else None
    return verb_page(
        request,
        may=permissions.can_answer_comments(request.acting, period),
        form=GroupForm(posted(request), period, kept, words=lambda: _first_words(request, period)),
        perform=lambda **words: actions.answer_group(period, by=request.acting, group=kept, **words),
        done=_("The answer has been kept; it is published with the decision."),
        back=period.get_absolute_url(),
        question=_("Answer a group of comments"),
        submit=_("Keep the answer"),
        breadcrumbs=_way(period.rule, period),
    )


def _first_words(request: HttpRequest, period: CommentPeriod) -> dict[Any, str]:
    """How each comment begins, where the form shows them to choose from."""
    words = actions.read_comments(period, period.comments.all(), by=request.acting)
    return {pk: found["text"][:80] for pk, found in words.items()}


@login_required
def drop_group(request: HttpRequest, slug: str, pk: int, group: int) -> HttpResponse:
    """Dissolve a group."""
    period = _visible(request, slug, pk)
    kept = get_object_or_404(CommentGroup, period=period, pk=group)
    return verb_page(
        request,
        may=permissions.can_answer_comments(request.acting, period),
        perform=lambda: actions.drop_group(kept, by=request.acting),
        done=_("The group has been dissolved; its comments wait for another answer."),
        back=period.get_absolute_url(),
        question=_("Dissolve the group"),
        submit=_("Dissolve the group"),
        text=kept.summary,
        tone="danger",
        breadcrumbs=_way(period.rule, period),
    )


def _visible(request: HttpRequest, slug: str, pk: int) -> CommentPeriod:
    rule = asked.visible(request, slug)
    return get_object_or_404(
        CommentPeriod.objects.select_related("amendment", "rule__enacted_by"), rule=rule, pk=pk
    )


def _way(rule: Rule, period: CommentPeriod | None = None) -> list[dict[str, str]]:
    steps = [(_("Rules"), reverse("governance:rule-list")), (rule.title, rule.get_absolute_url())]
    if period is not None:
        steps.append((_("Comments"), period.get_absolute_url()))
    return [{"label": label, "url": url} for label, url in steps]


def _not_too_often(request: HttpRequest, form: CommentForm) -> bool:
    """Guests are slowed down; what they wrote stays in the form."""
    answer = GUESTS.take(request) if request.acting.is_guest else True
    if isinstance(answer, Denied):
        form.add_error(None, f"{answer.reason} {answer.next_step}")
    return bool(answer)
