"""Write docs/reference from the code itself, so that the manual cannot lie."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db.models import Field, Model
from django.urls import URLPattern, URLResolver, get_resolver

from portal.foundation import lifecycles, parameters, privileges
from portal.foundation.privacy import NoPersonalData, PersonalData, holds_words, is_sealed
from portal.foundation.privileges import Login
from portal.foundation.sides import Side, tables_of

ROOMS = ("foundation", "residents", "disaster", "communities", "surveys", "governance", "home", "search")
HEAD = "<!-- Written by `make docs`; edit the code instead. -->\n\n"


def pages() -> dict[str, str]:
    """Path below docs/reference → text."""
    found = {
        "addresses.md": _addresses(),
        "audit-verbs.md": _audit_verbs(),
        "parameters.md": _parameters(),
        "permissions.md": _permissions(),
        "privileges.md": _privileges(),
        "personal-data.md": _personal_data(),
    }
    for name, table in sorted(lifecycles.REGISTRY.items()):
        rows = "\n".join(
            f"| `{verb}` | {source or '–'} | {target} | {by} |" for verb, source, target, by in table.rows()
        )
        found[f"lifecycles/{name}.md"] = (
            f"# {name}\n\n```mermaid\n{table.mermaid()}\n```\n\n"
            f"| verb | from | to | by |\n|---|---|---|---|\n{rows}\n"
        )
    return {path: HEAD + text for path, text in found.items()}


def _source_files() -> Iterator[tuple[Path, ast.Module]]:
    base = Path(settings.BASE_DIR)
    for room in ROOMS:
        folder = base / ("portal/foundation" if room == "foundation" else room)
        for path in sorted(folder.rglob("*.py")):
            if "migrations" not in path.parts:
                yield path.relative_to(base), ast.parse(path.read_text(encoding="utf-8"))


def audit_verbs() -> dict[str, str]:
    """verb → file, for every literal ``audit.record("…")`` in the code."""
    found: dict[str, str] = {}
    for path, tree in _source_files():
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            is_record = node.func.attr == "record" and getattr(node.func.value, "id", "") == "audit"
            if is_record and node.args and isinstance(node.args[0], ast.Constant):
                found[node.args[0].value] = str(path)
    return dict(sorted(found.items()))


def _audit_verbs() -> str:
    rows = "\n".join(f"| `{verb}` | `{path}` |" for verb, path in audit_verbs().items())
    return f"# Verbs of the ledger\n\n| verb | recorded in |\n|---|---|\n{rows}\n"


def _permissions() -> str:
    lines = ["# Questions of right\n", "Each answers yes, or no with its reason.\n"]
    for path, tree in _source_files():
        if path.name != "permissions.py":
            continue
        lines.append(f"\n## `{path}`\n\n{ast.get_docstring(tree) or ''}\n")
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("can_"):
                doc = (ast.get_docstring(node) or "").split("\n")[0]
                arguments = ", ".join(argument.arg for argument in node.args.args)
                lines.append(f"- `{node.name}({arguments})` {doc}".rstrip())
    return "\n".join(lines) + "\n"


def _addresses() -> str:
    rows = sorted(set(_routes(get_resolver().url_patterns, "", "")))
    text = "\n".join(f"| `{route}` | `{name}` |" for route, name in rows)
    return f"# Addresses\n\n| address | name |\n|---|---|\n{text}\n"


def _routes(patterns: list[Any], before: str, namespace: str) -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        here = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            if pattern.app_name in ("wagtailadmin_api", "admin") or "cms/" in here:
                continue
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _routes(pattern.url_patterns, here, inner)
        elif (
            isinstance(pattern, URLPattern)
            and pattern.name
            and pattern.lookup_str.split(".")[0]
            in {
                "portal",
                *ROOMS,
            }
        ):
            yield "/" + here.lstrip("/"), namespace + pattern.name


def _parameters() -> str:
    rows = "\n".join(
        f"| `{d.name}` | {d.type.__name__} | {d.unit} | {d.source} |"
        for d in sorted(parameters.DECLARED.values(), key=lambda d: d.name)
    )
    head = "# Numbers\n\nNone is in code; each value has the days it holds and the provision it rests on.\n\n"
    return head + f"| name | type | unit | source |\n|---|---|---|---|\n{rows}\n"


def _privileges() -> str:
    rows = "\n".join(
        f"| `{table}` | {privileges.said(one, Login.TOWN)} | {privileges.said(one, Login.ANSWERING)} | {one.reason} |"
        for table, one in sorted(privileges.DECLARED.items())
    )
    issuing = "\n".join(f"- `{table}`" for table in tables_of(Side.ISSUING))
    return (
        "# Logins of the database\n\nOn PostgreSQL, `manage.py grant_sides` writes these privileges. The town's login "
        "(web server, worker) also reads and writes the issuing side and all other tables; the answering login "
        "may do nothing there. Brackets name the only columns a verb is granted on.\n\n"
        f"| table of the answering side | town | answering | what for |\n|---|---|---|---|\n{rows}\n\n"
        f"## Issuing side\n\n{issuing}\n"
    )


def _personal_data() -> str:
    lines = ["# Personal data, model by model\n"]
    for room in ROOMS:
        for model in sorted(apps.get_app_config(room).get_models(), key=lambda m: m._meta.label):
            declared = getattr(model, "personal_data", None)
            if declared is None or declared == NoPersonalData:
                continue
            lines.append(
                f"\n## {model._meta.label}\n\n- controller: {declared.controller}\n"
                f"- purpose: {declared.purpose}\n- fields: {', '.join(declared.fields)}\n"
                f"{_at_rest(model, declared)}"
                f"- retention: {declared.retention}\n- on erasure: {declared.on_erasure}"
            )
    return "\n".join(lines) + "\n"


def _at_rest(model: type[Model], declared: PersonalData) -> str:
    """How the words among the fields rest: sealed, or open and why."""
    lines = []
    for name in declared.fields:
        column = model._meta.get_field(name)
        if isinstance(column, Field) and holds_words(column):
            rests = "sealed" if is_sealed(column) else f"open – {declared.open[name].value}"
            lines.append(f"  - {name}: {rests}\n")
    return "".join(lines)


class Command(BaseCommand):
    help = "Write docs/reference; with --check, fail where the committed text differs."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--check", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        folder = Path(settings.BASE_DIR) / "docs" / "reference"
        expected = pages()
        present = {str(p.relative_to(folder)): p.read_text(encoding="utf-8") for p in folder.rglob("*.md")}
        if options["check"]:
            stale = sorted(k for k in expected.keys() | present.keys() if expected.get(k) != present.get(k))
            if stale:
                raise CommandError(f"docs/reference is stale (run make docs): {stale}")
            return
        for path in present.keys() - expected.keys():
            (folder / path).unlink()
        for path, text in expected.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
