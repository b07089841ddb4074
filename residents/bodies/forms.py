"""The shape of what people type about who belongs where, and about units that give way to others."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.foundation import clock
from portal.foundation.standing import Standing
from residents.accounts.models import User

from .models import Body, BodyMembership


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def day_field(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=DayInput, input_formats=["%Y-%m-%d"], **more)


class JoinForm(forms.Form):
    """A registered person comes to a body."""

    email = forms.EmailField(
        label=_("Mail address of the person"), help_text=_("The address they registered with.")
    )
    post = forms.CharField(label=_("Position"), max_length=80, required=False)
    from_on = day_field(_("First day, inclusive"))
    until_on = day_field(
        _("Last day, inclusive"), required=False, help_text=_("Empty: until further notice.")
    )
    basis = forms.CharField(
        label=_("Basis"), max_length=200, help_text=_("For example the number of the order of transfer.")
    )

    def __init__(self, data: Any, body: Body, **more: Any) -> None:
        super().__init__(data, **more)
        self.body = body

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("from_on"), cleaned.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", _("The last day lies before the first."))
        if first and first < clock.today():
            self.add_error("from_on", _("Please choose today or a later day."))
        if "email" in cleaned:
            cleaned["person"] = self._person(cleaned.pop("email"), first)
        return cleaned

    def _person(self, email: str, day: Any) -> User | None:
        person = User.objects.filter(email=email.lower(), is_active=True).first()
        if person is None:
            self.add_error("email", _("Nobody is registered with this address."))
            return None
        there = self.body.memberships.filter(person=person)
        if day and there.on(day).exists():
            self.add_error("email", _("This person belongs to this body on that day already."))
        return person


class HandOverForm(forms.Form):
    """Last day, reason, and a new owner for every open matter."""

    until_on = day_field(_("Last day, inclusive"))
    reason = forms.CharField(
        label=_("Reason"), max_length=200, help_text=_("For example the number of the order of transfer.")
    )

    def __init__(self, data: Any, membership: BodyMembership, matters: list[Standing], **more: Any) -> None:
        super().__init__(data, **more)
        self.matters = matters
        colleagues = User.objects.filter(
            pk__in=membership.body.memberships.filter(
                pk__in=BodyMembership.objects.on(clock.today()).values("pk")
            ).values("person"),
            is_active=True,
        ).exclude(pk=membership.person_id)
        for index, matter in enumerate(matters):
            self.fields[f"owner_{index}"] = forms.ModelChoiceField(
                queryset=colleagues.order_by("display_name"),
                label=_("New owner of “%(title)s” (%(kind)s)") % {"title": matter.title, "kind": matter.kind},
                empty_label=_("Please choose"),
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        owners = {}
        for index, matter in enumerate(self.matters):
            owners[matter.key] = cleaned.pop(f"owner_{index}", None)
        return {**cleaned, "owners": owners}


class ReorganiseForm(forms.Form):
    """Which units give way, to which one, from which day."""

    predecessors = forms.ModelMultipleChoiceField(
        queryset=Body.objects.none(), label=_("Units that give way"), widget=forms.CheckboxSelectMultiple
    )
    on = day_field(_("First day of the new order"), help_text=_("Usually 1 April."))
    successor = forms.ModelChoiceField(
        queryset=Body.objects.none(),
        label=_("Unit that stands in their place"),
        required=False,
        empty_label=_("A new unit, named below"),
    )
    name = forms.CharField(label=_("Name of the new unit"), max_length=120, required=False)
    name_en = forms.CharField(label=_("Its name in English"), max_length=160, required=False)
    code = forms.SlugField(
        label=_("Its address"),
        max_length=60,
        required=False,
        help_text=_("Latin letters and hyphens; the page will stand at /bodies/ and this word."),
    )
    basis = forms.CharField(label=_("Basis"), max_length=200)

    def __init__(self, data: Any, **more: Any) -> None:
        super().__init__(data, **more)
        units = Body.objects.on(clock.today()).units().order_by("pk")
        self.fields["predecessors"].queryset = units  # type: ignore[attr-defined]
        self.fields["successor"].queryset = (  # type: ignore[attr-defined]
            Body.objects.units().exclude(valid_until__lt=clock.today()).order_by("pk")
        )

    def clean_on(self) -> Any:
        if self.cleaned_data["on"] <= clock.today():
            raise ValidationError(_("A reorganisation is entered before its day."))
        return self.cleaned_data["on"]

    def clean_code(self) -> str:
        code = self.cleaned_data["code"]
        if code and Body.objects.filter(code=code).exists():
            raise ValidationError(_("This address is taken."))
        return code

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        successor = cleaned.get("successor")
        if successor is None and "code" in cleaned:
            for field in ("name", "code"):
                if not cleaned.get(field):
                    self.add_error(field, _("A new unit needs this."))
        if successor is not None and successor in (cleaned.get("predecessors") or []):
            self.add_error("successor", _("A unit cannot give way to itself."))
        return cleaned


class SetUpForm(forms.Form):
    """A committee that a provision sets up."""

    name = forms.CharField(label=_("Name of the committee"), max_length=120)
    name_en = forms.CharField(label=_("Its name in English"), max_length=160, required=False)
    code = forms.SlugField(
        label=_("Its address"),
        max_length=60,
        help_text=_("Latin letters and hyphens; the page will stand at /committees/ and this word."),
    )
    legal_basis = forms.CharField(
        label=_("Legal basis"),
        max_length=200,
        help_text=_("The provision that sets it up, with its article."),
    )
    valid_from = day_field(_("Exists from"))

    def clean_code(self) -> str:
        code = self.cleaned_data["code"]
        if Body.objects.filter(code=code).exists():
            raise ValidationError(_("This address is taken."))
        return code


class RenameForm(forms.Form):
    name = forms.CharField(label=_("New name"), max_length=120)
    name_en = forms.CharField(label=_("Its name in English"), max_length=160, required=False)
    basis = forms.CharField(label=_("Basis"), max_length=200)


class DissolveForm(forms.Form):
    last_day = day_field(_("Last day, inclusive"))
    basis = forms.CharField(label=_("Basis"), max_length=200)
