"""The shape of what those who verify enter: authorities, lists, whom to ask, legal standings and procedures."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from portal.foundation import clock
from residents.models import Body

from .inspection import blocks
from .models import CertificateKind, RevocationService, UsageProcedure, VerifierStanding
from .revocation import MAX_LIST_BYTES
from .trust import Anchor, fingerprint
from .trust_folder import MAX_FILE_BYTES, anchor_of, certificates_of

OID = re.compile(r"^[0-2](\.(0|[1-9]\d*)){2,}$")


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def day(label: Any, **options: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=DayInput(), **options)


def reason() -> forms.CharField:
    return forms.CharField(
        label=_("Reason"), min_length=5, max_length=500, widget=forms.Textarea({"rows": 3})
    )


def oid(text: str) -> str:
    if not OID.match(text):
        raise forms.ValidationError(
            _("A policy is written in figures and points, such as 1.2.392.200149.8.5.1.1.20.")
        )
    return text


class AuthorityForm(forms.Form):
    """The certificate of an authority, and its fingerprint typed from the authority's own sheet."""

    file = forms.FileField(
        label=_("Certificate of the authority"),
        help_text=_(
            "As the authority publishes it (DER or PEM). After an error, please choose the file again."
        ),
    )
    fingerprint = forms.CharField(
        label=_("Fingerprint (SHA-256)"),
        max_length=120,
        help_text=_(
            "Type it from the sheet the authority publishes, not from the file: 64 figures and letters. "
            "Blanks and colons do not matter."
        ),
    )
    kind = forms.ChoiceField(label=_("kind of certificate"), choices=CertificateKind.choices)
    name = forms.CharField(
        label=_("name"),
        max_length=120,
        help_text=_("With the generation, for authorities of one name succeed each other."),
    )
    policy = forms.CharField(
        label=_("Certificate policy"),
        required=False,
        max_length=80,
        validators=[oid],
        help_text=_("Leave empty for the policy of the public certification service."),
    )

    def clean_fingerprint(self) -> str:
        typed = re.sub(r"[\s:：]", "", self.cleaned_data["fingerprint"]).lower()
        if not re.fullmatch(r"[0-9a-f]{64}", typed):
            raise forms.ValidationError(_("A fingerprint has 64 characters from 0 to 9 and a to f."))
        return typed

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "file" not in data or "kind" not in data:
            return data
        found = certificates_of(data["file"].read(MAX_FILE_BYTES))
        policies = [data["policy"]] if data.get("policy") else []
        anchor = anchor_of(found[0], data["kind"], policies) if len(found) == 1 else None
        if anchor is None:
            self.add_error("file", _("This is not the certificate of one authority."))
        elif anchor.is_test and not settings.TEST_CERTIFICATES_ALLOWED:
            self.add_error("file", _("This is a test authority; a town in earnest does not trust it."))
        elif "fingerprint" in data and fingerprint(anchor.der) != data["fingerprint"]:
            self.add_error(
                "fingerprint", _("The file has another fingerprint. Do not trust it before you know why.")
            )
        self.anchor: Anchor | None = anchor
        return data


class DistrustForm(forms.Form):
    from_day = day(_("From this day on"))
    reason = reason()

    def clean_from_day(self):
        if self.cleaned_data["from_day"] < clock.today():
            raise forms.ValidationError(_("Please name today or a later day."))
        return self.cleaned_data["from_day"]


class PolicyForm(forms.Form):
    policy = forms.CharField(label=_("Certificate policy"), max_length=80, validators=[oid])
    reason = reason()


class ListForm(forms.Form):
    """One list of revoked certificates, or several in one PEM file."""

    file = forms.FileField(
        label=_("List of revoked certificates (CRL)"), help_text=_("DER or PEM, up to 32 MB.")
    )

    def clean_file(self):
        if self.cleaned_data["file"].size > MAX_LIST_BYTES:
            raise forms.ValidationError(_("The file is too large to be such a list."))
        return self.cleaned_data["file"]

    @property
    def lists(self) -> list[bytes]:
        return blocks(self.cleaned_data["file"].read(), b"X509 CRL")


class ServiceForm(forms.ModelForm):
    """Whom to ask about certificates of a kind, from which day on."""

    url = forms.URLField(
        label=_("address of the responder"),
        required=False,
        max_length=300,
        assume_scheme="https",
        help_text=_("Only for the authority's responder."),
    )

    class Meta:
        model = RevocationService
        fields = ("kind", "means", "url", "sends_nonce", "valid_from")
        widgets = {"valid_from": DayInput()}
        help_texts = {
            "sends_nonce": _(
                "So that a recorded answer cannot be played back. Leave it out only where the responder refuses it."
            ),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not settings.TEST_CERTIFICATES_ALLOWED:
            means = RevocationService.Means
            self.fields["means"].choices = [c for c in means.choices if c[0] != means.SIMULATOR]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        is_responder = data.get("means") == RevocationService.Means.RESPONDER
        if is_responder and not data.get("url") and "url" not in self.errors:
            self.add_error("url", _("A responder needs an address."))
        if not is_responder:
            data["url"] = ""
        if data.get("valid_from") and data["valid_from"] < clock.today():
            self.add_error("valid_from", _("Please name today or a later day."))
        return data

    def _post_clean(self) -> None:
        """Nothing is saved from here; the action makes the row."""


class StandingForm(forms.ModelForm):
    class Meta:
        model = VerifierStanding
        fields = ("body", "kind", "ground", "notification_number", "valid_from", "valid_until")
        widgets = {"valid_from": DayInput(), "valid_until": DayInput()}
        help_texts = {
            "ground": _("Article and paragraph, and as what, e.g. 公的個人認証法17条1項4号(署名検証者).")
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = Body.objects.on(clock.today())

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("valid_from"), data.get("valid_until")
        if first and last and last < first:
            self.add_error("valid_until", _("The last day must not lie before the first."))
        return data


class WithdrawForm(forms.Form):
    from_day = day(_("From this day on"))
    reason = reason()


class ProcedureForm(forms.ModelForm):
    class Meta:
        model = UsageProcedure
        fields = ("body", "kind", "counterpart", "begun_on")
        widgets = {"begun_on": DayInput()}
        help_texts = {
            "counterpart": _(
                "E.g. 地方公共団体情報システム機構, or the council or commission for personal data."
            )
        }

    def __init__(self, *args: Any, kinds: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = Body.objects.on(clock.today())
        self.fields["kind"].choices = [choice for choice in UsageProcedure.Kind.choices if choice[0] in kinds]


class FinishForm(forms.Form):
    finished_on = day(_("finished on"))
    reference = forms.CharField(label=_("document number"), max_length=80)
    valid_until = day(_("until"), required=False, help_text=_("Only where the procedure has to be repeated."))

    def __init__(self, *args: Any, begun_on: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.begun_on = begun_on

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        finished, last = data.get("finished_on"), data.get("valid_until")
        if finished and finished < self.begun_on:
            self.add_error("finished_on", _("A procedure does not finish before it begins."))
        if finished and last and last < finished:
            self.add_error("valid_until", _("The last day must not lie before the first."))
        return data
