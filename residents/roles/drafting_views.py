"""Writing the next table of roles, and the verbs that put it in force."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.foundation import clock
from portal.foundation.decisions import require
from portal.foundation.verb_page import ReasonForm, posted, verb_page

from . import actions, permissions, presenting
from .forms import HoldersForm, TableForm
from .functions import FUNCTIONS
from .views import readable, way


@login_required
def draft(request: HttpRequest) -> HttpResponse:
    """Begin the next table from the one in force; successors stand in for units that end before."""
    require(permissions.can_draft_table(request.acting))
    next_april = date(clock.today().year + (clock.today() >= date(clock.today().year, 4, 1)), 4, 1)
    form = TableForm(posted(request), initial={"effective_from": next_april})
    if request.method == "POST" and form.is_valid():
        table = actions.draft_next(by=request.acting, **form.cleaned_data)
        messages.success(request, _("The draft begins with what is in force today. Change what changes."))
        return redirect(table)
    context = {
        "page_title": _("Draft the next table of roles"),
        "breadcrumbs": way((_("Draft the next table of roles"), "")),
        "form": form,
        "submit": _("Begin the draft"),
        "back": reverse("residents:role-table-list"),
        "text": _(
            "The draft takes over every row of the table in force. Where a unit ends before the day, the "
            "unit that follows it is proposed."
        ),
    }
    return render(request, "layout/verb.html", context)


@login_required
def revise(request: HttpRequest, pk: int) -> HttpResponse:
    """Another name, another day."""
    table = readable(request, pk)
    initial = {"title": table.title, "effective_from": table.effective_from, "source": table.source}
    return verb_page(
        request,
        may=permissions.can_revise_table(request.acting, table),
        perform=lambda **words: actions.revise(table, by=request.acting, **words),
        form=TableForm(posted(request), initial=initial),
        done=_("The table has been changed."),
        back=table.get_absolute_url(),
        question=_("Change title or day"),
        submit=_("Save"),
        breadcrumbs=way((table.title, table.get_absolute_url()), (_("Change title or day"), "")),
    )


@login_required
def holders(request: HttpRequest, pk: int, function: str) -> HttpResponse:
    """Say who holds one function from the table's day on."""
    table = readable(request, pk)
    if function not in FUNCTIONS:
        raise Http404
    rows = list(table.rows.filter(function=function))
    initial = {
        "bodies": [row.body_id for row in rows if row.body_id],
        "is_open_ended": any(row.is_open_ended for row in rows),
        "left_open": table.left_open.get(function, ""),
        "tasks": "\n".join(task for row in rows[:1] for task in row.tasks),
    }
    label = str(presenting.label_of(function))
    return verb_page(
        request,
        may=permissions.can_revise_table(request.acting, table),
        perform=lambda **words: actions.set_holders(table, function, by=request.acting, **words),
        form=HoldersForm(posted(request), function, table.effective_from, initial=initial),
        done=_("Written down: “%(function)s”.") % {"function": label},
        back=f"{table.get_absolute_url()}#rows",
        question=_("Who holds “%(function)s”?") % {"function": label},
        submit=_("Save"),
        breadcrumbs=way((table.title, table.get_absolute_url()), (label, "")),
    )


def _simple(
    verb: str, may: Any, question: Any, text: Any, done: Any, tone: str = "primary", reason: Any = None
) -> Callable[..., HttpResponse]:
    """A verb of the table that asks for a reason or for nothing but the press."""

    @login_required
    def view(request: HttpRequest, pk: int) -> HttpResponse:
        table = readable(request, pk)
        act = getattr(actions, verb)
        return verb_page(
            request,
            may=may(request.acting, table),
            perform=lambda **words: act(table, by=request.acting, **words),
            form=ReasonForm(posted(request), label=reason) if reason else None,
            done=str(done),
            back=table.get_absolute_url(),
            question=str(question),
            submit=str(question),
            text=str(text),
            tone=tone,
            breadcrumbs=way((table.title, table.get_absolute_url()), (str(question), "")),
        )

    return view


check = _simple(
    "check",
    permissions.can_check_table,
    gettext_lazy("Check the table"),
    gettext_lazy("You confirm that nothing is missing. The approver is told that the table waits."),
    gettext_lazy("The table waits for approval."),
)
reopen = _simple(
    "reopen",
    permissions.can_reopen_table,
    gettext_lazy("Take it back for changes"),
    "",
    gettext_lazy("The table is a draft again."),
    reason=gettext_lazy("Reason"),
)
discard = _simple(
    "discard",
    permissions.can_discard_table,
    gettext_lazy("Discard"),
    gettext_lazy("The draft is given up and stays readable for those who keep the table."),
    gettext_lazy("The draft was discarded."),
    tone="danger",
    reason=gettext_lazy("Reason"),
)
approve = _simple(
    "approve",
    permissions.can_approve_table,
    gettext_lazy("Approve the table"),
    gettext_lazy(
        "From its first day on, rights follow this table. Acts before are judged by the table before."
    ),
    gettext_lazy("The table has been approved."),
)
revoke = _simple(
    "revoke",
    permissions.can_revoke_table,
    gettext_lazy("Take the approval back"),
    gettext_lazy("The table becomes a draft again; until another is approved, the present one goes on."),
    gettext_lazy("The approval was taken back."),
    reason=gettext_lazy("Reason"),
)
