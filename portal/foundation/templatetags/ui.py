"""The words a template composes pages with: components, form fields, dates."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from django import template
from django.forms import BoundField
from django.forms.forms import BaseForm
from django.template import Context, Node, NodeList, Template, TemplateSyntaxError
from django.template.base import FilterExpression, Parser, Token, token_kwargs
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from portal.foundation.wareki import GREGORIAN_SINCE
from portal.foundation.wareki import wareki as in_era_years

register = template.Library()

WEEKDAYS = "月火水木金土日"
HEADER = re.compile(r"\A\{% comment %\}\n(?P<text>.*?)\{% endcomment %\}", re.DOTALL)
VARIABLE = re.compile(r"^  (?P<name>[a-z_]+)(?P<required>\*?) +(?P<meaning>.+)$", re.MULTILINE)


# --- components -----------------------------------------------------------------------------------


@cache
def variables_in(source: str) -> dict[str, tuple[bool, str]]:
    """What a component's header comment declares: name → (required, meaning)."""
    header = HEADER.match(source)
    if not header:
        raise TemplateSyntaxError("A component begins with a comment saying what it is for.")
    return {
        found["name"]: (bool(found["required"]), found["meaning"])
        for found in VARIABLE.finditer(header["text"])
    }


class ComponentNode(Node):
    """One component with its own small context: only what it was given."""

    child_nodelists = ("body",)

    def __init__(self, name: FilterExpression, values: dict[str, FilterExpression], body: NodeList | None):
        self.name, self.values, self.body = name, values, body or NodeList()
        self.wraps = body is not None

    def render(self, context: Context) -> SafeString:
        name = self.name.resolve(context)
        values = {key: value.resolve(context) for key, value in self.values.items()}
        if self.wraps:
            values["body"] = self.body.render(context)
        return render_component(context, name, values)


def render_component(context: Context, name: str, values: dict[str, Any]) -> SafeString:
    """Render templates/components/<name>/<name>.html, refusing missing and unknown variables."""
    found: Template = context.template.engine.get_template(f"components/{name}/{name}.html")
    declared = variables_in(found.source)
    missing = [key for key, (required, _) in declared.items() if required and key not in values]
    unknown = sorted(set(values) - set(declared))
    if missing or unknown:
        raise TemplateSyntaxError(f"Component {name}: missing {missing}, unknown {unknown}")
    inner = context.new({key: values.get(key) for key in declared})
    inner["csrf_token"] = context.get("csrf_token")
    inner["request"] = context.get("request")
    return found.render(inner)


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
def form_field(context: Context, field: BoundField, label: str = "", counter: bool = True) -> SafeString:
    """One field with label, requirement, help and error, tied together for every reader.

    A placeholder that repeats the label only looks like an answer already given: it goes.
    """
    if field.field.widget.attrs.get("placeholder") == field.label:
        del field.field.widget.attrs["placeholder"]
    return render_component(context, "form-field", {"field": field, "label": label, "counter": counter})


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


# --- dates ----------------------------------------------------------------------------------------


def _is_japanese() -> bool:
    return (get_language() or "ja").startswith("ja")


def _as_day(value: date | datetime) -> date:
    if isinstance(value, datetime):
        return (timezone.localtime(value) if timezone.is_aware(value) else value).date()
    return value


@register.filter
def japanese_date(value: date | datetime | None) -> str:
    """2026年11月22日(日) for a Japanese reader, 22 November 2026 for an English one."""
    if not value:
        return ""
    day = _as_day(value)
    if not _is_japanese():
        return date_format(day, "j F Y")
    return f"{day.year}年{day.month}月{day.day}日({WEEKDAYS[day.weekday()]})"


@register.filter
def japanese_moment(value: datetime | None) -> str:
    """The day and the time in the town: 2026年11月22日(日) 9:05."""
    if not value:
        return ""
    moment = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{japanese_date(moment)} {moment.hour}:{moment:%M}"


@register.filter
def wareki(value: date | datetime | None) -> str:
    """平成16年1月26日 for a Japanese reader; elsewhere, and before 1873, the plain date."""
    if not value:
        return ""
    day = _as_day(value)
    if not _is_japanese() or day < GREGORIAN_SINCE:
        return japanese_date(day)
    return in_era_years(day)


@register.filter
def day_or_moment(value: date | datetime | None) -> str:
    """With the time when there is one to tell."""
    return japanese_moment(value) if isinstance(value, datetime) else japanese_date(value)


@register.filter
def iso(value: date | datetime | None) -> str:
    """The machine-readable form for <time datetime=…>."""
    return value.isoformat() if value else ""


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
def bar_width(share: Any) -> str:
    """A printed percentage as a width between 0 and 100."""
    try:
        return f"{min(max(float(share), 0.0), 100.0):.1f}"
    except (TypeError, ValueError):
        return "0"


# --- addresses ------------------------------------------------------------------------------------


@register.simple_tag(takes_context=True)
def querystring_with(context: Context, **changes: Any) -> str:
    """The present address's query with some keys changed; None takes a key away."""
    query = context["request"].GET.copy()
    for key, value in changes.items():
        query.pop(key, None)
        if value not in (None, ""):
            query[key] = value
    return f"?{query.urlencode()}"
