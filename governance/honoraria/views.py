"""Payment lists, for the secretariat and the mayor."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from governance.committees.sections import breadcrumbs
from portal.foundation import clock
from portal.foundation.decisions import Decision, require
from portal.foundation.verb_page import posted, verb_page
from residents.models import Body

from . import actions, permissions
from .accrual import fiscal_year, fiscal_year_of
from .entitlements import declarations_of, exempt_of, of_year, withholding_rate
from .forms import DeclarationForm, DiscardForm, ExemptionForm, PaidForm, ReportedForm, YearForm
from .lifecycle import PaymentKind
from .models import HonorariumExemption, HonorariumList, TaxDeclaration
from .rows import honorarium_table, list_row


@login_required
def index(request: HttpRequest, code: str) -> HttpResponse:
    """The lists of every year, and what the running year would come to."""
    require(permissions.can_read_lists(request.acting))
    body = get_object_or_404(Body, code=code, kind=Body.Kind.COMMITTEE)
    year = fiscal_year_of(clock.today())
    form = YearForm(request.POST or None, initial={"fiscal_year": year, "kind": PaymentKind.HONORARIUM})
    if request.method == "POST" and form.is_valid():
        return redirect(actions.draft(body, by=request.acting, **form.cleaned_data))
    due = of_year(body, fiscal_year(year))
    exempt_now = exempt_of(body, year)
    lists = HonorariumList.objects.filter(body=body).annotate(total=Sum("lines__amount"))
    return render(
        request,
        "governance/honoraria/list.html",
        {
            "body": body,
            "page_title": _("Honoraria of %(committee)s") % {"committee": body},
            "breadcrumbs": _way(body),
            "year": year,
            "table": honorarium_table(due, _("Honoraria in fiscal year %(year)s") % {"year": year}),
            "lists": [list_row(drawn_up) for drawn_up in lists],
            "form": form,
            "may_draft": permissions.can_draft_list(request.acting),
            "may_exempt": permissions.can_exempt(request.acting, body, year),
            "exemptions": actions.read_exemptions(body, exempt_now.values(), by=request.acting),
            "exemption_form": ExemptionForm(None, [line.person for line in due]),
            "may_declare": permissions.can_declare(request.acting, body, year),
            "declarations": list(declarations_of(body, year).values()),
            "declaration_form": DeclarationForm(None, [line.person for line in due]),
            "lacks_limit": any(line.is_beyond_the_table for line in due),
            "lacks_rate": withholding_rate() is None,
        },
    )


@login_required
def exempt(request: HttpRequest, code: str) -> HttpResponse:
    """Somebody waives the running year's honoraria, or is suspended."""
    return _in_this_year(
        request,
        code,
        ExemptionForm,
        permissions.can_exempt,
        actions.exempt,
        question=_("Somebody waives or is suspended"),
        done=_("Written down: nothing is paid in this year."),
    )


@login_required
@require_POST
def lift_exemption(request: HttpRequest, pk: int) -> HttpResponse:
    """The person is paid again."""
    require(permissions.can_read_lists(request.acting))
    exemption = get_object_or_404(HonorariumExemption.objects.select_related("body"), pk=pk)
    actions.lift_exemption(exemption, by=request.acting)
    messages.success(request, _("The person is paid again."))
    return redirect("governance:honorarium-list", exemption.body.code)


@login_required
def declare(request: HttpRequest, code: str) -> HttpResponse:
    """Somebody lodged a declaration for the running year."""
    return _in_this_year(
        request,
        code,
        DeclarationForm,
        permissions.can_declare,
        actions.declare,
        question=_("Somebody lodged a declaration"),
        done=_("Written down: column A applies to this person."),
    )


def _in_this_year(
    request: HttpRequest,
    code: str,
    form_class: type,
    may: Callable[..., Decision],
    act: Callable[..., object],
    **page: str,
) -> HttpResponse:
    """A verb about one person and the running year, asked on the page of the lists."""
    body = get_object_or_404(Body, code=code, kind=Body.Kind.COMMITTEE)
    year = fiscal_year_of(clock.today())
    people = [line.person for line in of_year(body, fiscal_year(year))]
    return verb_page(
        request,
        may=may(request.acting, body, year),
        perform=partial(act, body, by=request.acting, fiscal_year=year),
        form=form_class(posted(request), people),
        submit=_("Write it down"),
        back=reverse("governance:honorarium-list", args=[code]),
        breadcrumbs=_way(body, (page["question"], "")),
        **page,
    )


@login_required
@require_POST
def take_out_declaration(request: HttpRequest, pk: int) -> HttpResponse:
    """Column B applies again."""
    require(permissions.can_read_lists(request.acting))
    declaration = get_object_or_404(TaxDeclaration.objects.select_related("body"), pk=pk)
    actions.take_out_declaration(declaration, by=request.acting)
    messages.success(request, _("Column B applies to the person again."))
    return redirect("governance:honorarium-list", declaration.body.code)


@login_required
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    drawn_up = _list(request, pk)
    lines = list(drawn_up.lines.select_related("person"))
    return render(
        request,
        "governance/honoraria/detail.html",
        {
            "list": drawn_up,
            "page_title": _("Honoraria in fiscal year %(year)s") % {"year": drawn_up.fiscal_year},
            "breadcrumbs": _way(drawn_up.body, (str(drawn_up.fiscal_year), "")),
            "table": honorarium_table(lines, str(drawn_up)),
            "pay_form": PaidForm(initial={"paid_on": clock.today()}),
            "report_form": ReportedForm(initial={"reported_on": clock.today()}),
            "discard_form": DiscardForm(),
            "may_check": permissions.can_check_list(request.acting, drawn_up),
            "may_approve": permissions.can_approve_list(request.acting, drawn_up),
            "may_pay": permissions.can_pay_list(request.acting, drawn_up),
            "may_report": permissions.can_report_list(request.acting, drawn_up),
            "may_discard": permissions.can_discard_list(request.acting, drawn_up),
        },
    )


def _press(act: Callable[..., object]) -> Callable[..., HttpResponse]:
    """A verb that needs nothing but a press."""

    @login_required
    @require_POST
    def view(request: HttpRequest, pk: int) -> HttpResponse:
        return redirect(act(_list(request, pk), by=request.acting))

    return view


check = _press(actions.check)
approve = _press(actions.approve)


def _with(
    form_class: type, may: Callable[..., Decision], act: Callable[..., object], **page: Any
) -> Callable[..., HttpResponse]:
    """A verb with one field, asked on the list's own page."""

    @login_required
    def view(request: HttpRequest, pk: int) -> HttpResponse:
        drawn_up = _list(request, pk)
        return verb_page(
            request,
            may=may(request.acting, drawn_up),
            perform=partial(act, drawn_up, by=request.acting),
            form=form_class(posted(request)),
            back=drawn_up.get_absolute_url(),
            breadcrumbs=_way(
                drawn_up.body,
                (str(drawn_up.fiscal_year), drawn_up.get_absolute_url()),
                (str(page["question"]), ""),
            ),
            **{"submit": page["question"], **page},
        )

    return view


pay = _with(
    PaidForm,
    permissions.can_pay_list,
    actions.pay,
    question=gettext_lazy("Record the payment"),
    done=gettext_lazy("The payment has been recorded."),
)
report = _with(
    ReportedForm,
    permissions.can_report_list,
    actions.report,
    question=gettext_lazy("Record that the tax slips were issued"),
    done=gettext_lazy("It has been recorded that the tax slips were issued."),
)
discard = _with(
    DiscardForm,
    permissions.can_discard_list,
    actions.discard,
    tone="danger",
    question=gettext_lazy("Throw the list away"),
    submit=gettext_lazy("Throw away"),
    done=gettext_lazy("The list has been thrown away."),
)


def _way(body: Body, *steps: tuple[str, str]) -> list[dict]:
    """The way from the committee over its lists to here."""
    lists = reverse("governance:honorarium-list", args=[body.code]) if steps else ""
    committee = reverse("governance:committee-detail", args=[body.code])
    return breadcrumbs((body.shown_name, committee), (_("Honoraria"), lists), *steps)


def _list(request: HttpRequest, pk: int) -> HonorariumList:
    """The list; whoever reads none is refused alike, whether it is there or not."""
    require(permissions.can_read_lists(request.acting))
    return get_object_or_404(HonorariumList.objects.select_related("body"), pk=pk)
