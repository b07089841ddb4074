"""The words a template composes pages with: components, form fields, dates."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from typing import Any

import qrcode
from django import template
from django.conf import settings
from django.forms import BoundField
from django.forms.forms import BaseForm
from django.template import Context, TemplateSyntaxError
from django.template.base import FilterExpression, Parser, Token, token_kwargs
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.foundation import clock
from portal.foundation.components import ComponentNode, render_component
from portal.foundation.full_width import HALF
from portal.foundation.printed_dates import day_or_moment, iso, japanese_date, japanese_moment, wareki
from portal.foundation.record_words import in_words

register = template.Library()
_FURIGANA = re.compile(r"｜([^｜《》]+)《([^《》]+)》")


# --- components -----------------------------------------------------------------------------------


def _name_and_values(parser: Parser, token: Token) -> tuple[FilterExpression, dict[str, FilterExpression]]:
    tag, *bits = token.split_contents()
    if not bits:
        raise TemplateSyntaxError(f"{tag} needs the name of a component")
    name, rest = parser.compile_filter(bits[0]), bits[1:]
    values = token_kwargs(rest, parser)
    if rest:
        raise TemplateSyntaxError(f"{tag}: expected key=value, got {rest}")
    return name, values


@register.tag
def component(parser: Parser, token: Token) -> ComponentNode:
    """{% component "status" text=… tone="info" %}"""
    name, values = _name_and_values(parser, token)
    return ComponentNode(name, values, body=None)


@register.tag
def wrap(parser: Parser, token: Token) -> ComponentNode:
    """{% wrap "card" title=… %} markup that becomes the component's `body` {% endwrap %}"""
    name, values = _name_and_values(parser, token)
    body = parser.parse(("endwrap",))
    parser.delete_first_token()
    return ComponentNode(name, values, body=body)


# --- forms ----------------------------------------------------------------------------------------


@register.simple_tag(takes_context=True)
def form_field(
    context: Context, field: BoundField, label: str = "", help: str = "", counter: bool = True
) -> SafeString:
    """One field with label, requirement, help and error, tied together for every reader.

    A placeholder looks like an answer already given: the label and the help say what is asked.
    """
    field.field.widget.attrs.pop("placeholder", None)
    return render_component(
        context, "form-field", {"field": field, "label": label, "help": help, "counter": counter}
    )


@register.simple_tag(takes_context=True)
def form_fields(context: Context, form: BaseForm) -> SafeString:
    """All visible fields in order, then the hidden ones."""
    visible = [form_field(context, field) for field in form.visible_fields()]
    return SafeString("\n".join([*visible, *(str(field) for field in form.hidden_fields())]))


@register.simple_tag(takes_context=True)
def form_errors(context: Context, form: BaseForm | None) -> SafeString:
    """The summary above a refused form: what to mend, each line leading to its field."""
    if form is None or not form.is_bound or form.is_valid():
        return SafeString("")
    return render_component(context, "form-errors", {"form": form})


@register.filter
def widget_kind(field: BoundField) -> str:
    """Which of the few shapes a field has: choices, checkbox, file, hidden or plain."""
    widget = field.field.widget
    if widget.is_hidden:
        return "hidden"
    if getattr(widget, "input_type", "") in ("checkbox", "radio"):
        return "choices" if widget.use_fieldset else "checkbox"
    if getattr(widget, "input_type", "") == "file":
        return "file"
    return "group" if widget.use_fieldset else "plain"


@register.filter
def max_length(field: BoundField) -> int | None:
    """How many characters a text or text area takes, for the counter beside it."""
    if getattr(field.field.widget, "input_type", "text") != "text":
        return None
    length = field.field.widget.attrs.get("maxlength") or getattr(field.field, "max_length", None)
    return int(length) if length else None


@register.filter
def most_full_width(field: BoundField) -> int | None:
    """The limit in full-width characters, where the field is measured so (``data-full-width`` of its widget)."""
    return field.field.widget.attrs.get("data-full-width")


@register.simple_tag
def half_width_letters() -> str:
    """The letters that count half, for the counter to count as the check does."""
    return HALF


# --- dates ----------------------------------------------------------------------------------------

for printed in (japanese_date, japanese_moment, day_or_moment, wareki, iso):
    register.filter(printed.__name__, printed)


@register.filter
def as_day(text: str) -> date | None:
    """A day that was written into a piece of news (2026-11-22), to be printed in its reader's language."""
    return date.fromisoformat(text) if text else None


@register.simple_tag
def today() -> date:
    """The town's day."""
    return clock.today()


# --- small questions components ask ---------------------------------------------------------------

BANNER_TONES = {"error": "danger", "debug": "info"}


@register.filter
def banner_tone(tone: str | None) -> str:
    """Django's message levels in the tones of the house."""
    first = (tone or "info").split()[0]
    return BANNER_TONES.get(first, first)


@register.filter
def with_names(cells: Sequence[Any], names: Sequence[str]) -> list[tuple[str, Any]]:
    """Each cell of a row with the name of its column, for the phone."""
    return list(zip(names, cells, strict=True))


@register.filter
def items_of(row: Any) -> Sequence[Any]:
    """The entries below a paragraph or item; a plain ``row.items`` would find a dict's own method."""
    found = row.get("items") if isinstance(row, dict) else getattr(row, "items", None)
    return found or ()


@register.filter
def ruby(words: str) -> SafeString:
    """Words in which ｜漢字《かんじ》 marks furigana, shown above its characters."""
    return mark_safe(_FURIGANA.sub(r"<ruby>\1<rt>\2</rt></ruby>", escape(words)))


@register.filter
def bar_width(share: Any) -> str:
    """A printed percentage as a width between 0 and 100."""
    try:
        return f"{min(max(float(share), 0.0), 100.0):.1f}"
    except (TypeError, ValueError):
        return "0"


# --- addresses ------------------------------------------------------------------------------------


@register.simple_tag
def qr_code(address: str) -> SafeString:
    """The address as a square a telephone reads from paper."""
    code = qrcode.QRCode(border=2)
    code.add_data(address)
    rows = code.get_matrix()
    dots = "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark
    )
    side = len(rows)
    return format_html(
        '<svg class="qr-code" viewBox="0 0 {0} {0}" role="img" aria-label="{1}">'
        '<path fill="#fff" d="M0 0h{0}v{0}H0z"/><path d="{2}"/></svg>',
        side,
        _("QR code of this page's address"),
        dots,
    )


@register.simple_tag
def in_language(path: str) -> str:
    """The same address in the reader's language: Japanese has no prefix."""
    language = get_language() or settings.LANGUAGE_CODE
    return path if language == settings.LANGUAGE_CODE else f"/{language}{path}"


@register.filter
def act_in_words(verb: str) -> str:
    """What a line of the town's record says."""
    return in_words(verb)


@register.filter
def lang_if_foreign(text: Any) -> SafeString:
    """`` lang="ja"`` for Japanese words on an English page, so that they are read and broken as Japanese."""
    if (get_language() or settings.LANGUAGE_CODE) != "en":
        return SafeString()
    letters = [letter for letter in str(text) if letter.isalpha()]
    japanese = sum(1 for letter in letters if unicodedata.east_asian_width(letter) in "WF")
    return SafeString(' lang="ja"' if japanese * 2 > len(letters) else "")


@register.simple_tag(takes_context=True)
def querystring_with(context: Context, **changes: Any) -> str:
    """The present address's query with some keys changed; None takes a key away."""
    query = context["request"].GET.copy()
    for key, value in changes.items():
        query.pop(key, None)
        if value not in (None, ""):
            query[key] = value
    return f"?{query.urlencode()}"
