"""Components: small templates that see only what they are given and say what they need."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from django.template import Context, Node, NodeList, Template, TemplateSyntaxError
from django.template.base import FilterExpression
from django.utils.safestring import SafeString

HEADER = re.compile(r"\A\{% comment %\}\n(?P<text>.*?)\{% endcomment %\}", re.DOTALL)
VARIABLE = re.compile(r"^  (?P<name>[a-z_]+)(?P<required>\*?) +(?P<meaning>.+)$", re.MULTILINE)


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
    assert context.template is not None, "a component stands inside a template"
    found: Template = context.template.engine.get_template(f"components/{name}/{name}.html")
    declared = variables_in(found.source)
    missing = [key for key, (required, _meaning) in declared.items() if required and key not in values]
    unknown = sorted(set(values) - set(declared))
    if missing or unknown:
        raise TemplateSyntaxError(f"Component {name}: missing {missing}, unknown {unknown}")
    inner = context.new({key: values.get(key) for key in declared})
    inner["csrf_token"] = context.get("csrf_token")
    inner["request"] = context.get("request")
    return found.render(inner)
