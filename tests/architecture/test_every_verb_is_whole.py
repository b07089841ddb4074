"""One verb, one thread: what a lifecycle names must exist as question, action, ledger line and test."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

from portal.foundation import lifecycles
from portal.foundation.models import Stepped

BASE = Path(settings.BASE_DIR)
NOUNS = {
    model.lifecycle.name: model
    for room in ("residents", "disaster", "communities", "surveys", "governance", "home")
    for model in apps.get_app_config(room).get_models()
    if issubclass(model, Stepped)
}


def shelf(model: type) -> Path:
    return BASE / Path(*model.__module__.split(".")[:-1])


VERBS = [(name, verb) for name in NOUNS for verb in lifecycles.REGISTRY[name].verbs]


@pytest.mark.parametrize(("name", "verb"), VERBS, ids=[f"{n}.{v}" for n, v in VERBS])
def test_a_verb_has_its_action_question_and_ledger_line(name, verb):
    room = BASE / shelf(NOUNS[name]).relative_to(BASE).parts[0]
    taken = [
        (path, functions, node)
        for path in _files(room)
        if path.parent == shelf(NOUNS[name]) or path.name == "actions.py"
        for functions in [_functions(path)]
        for node in functions.values()
        if _takes(node, verb, functions)
    ]
    taken = [(p, f, n) for p, f, n in taken if "seed" not in p.stem]
    assert taken, f"no action takes the step {verb!r} of {name}"
    by_clock = lifecycles.REGISTRY[name].verbs[verb].by == "clock"
    for path, functions, node in taken:
        if node.name.startswith("_"):  # judged together with the public functions that call it
            continue
        text = _with_what_it_calls(node, functions)
        assert ast.get_docstring(node), f"{path}: {node.name} does not say what it means in the town"
        assert "audit.record(" in text, f"{path}: {node.name} leaves no line in the ledger"
        assert "atomic" in text, f"{path}: {node.name} is not one transaction"
        assert "require(" in text or by_clock, f"{path}: {node.name} asks nobody"


@cache
def _functions(path: Path) -> dict[str, ast.FunctionDef]:
    return {
        node.name: node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    }


def _takes(node: ast.FunctionDef, verb: str, functions: dict[str, ast.FunctionDef]) -> bool:
    """It steps by the verb itself, or hands the verb to a private function that steps."""
    for call in _calls(node):
        if not any(isinstance(a, ast.Constant) and a.value == verb for a in call.args):
            continue
        if isinstance(call.func, ast.Attribute) and call.func.attr == "step":
            return True
        if isinstance(call.func, ast.Name) and call.func.id in functions:
            if ".step(verb" in _text(functions[call.func.id]):
                return True
    return False


@cache
def _calls(node: ast.FunctionDef) -> list[ast.Call]:
    return [call for call in ast.walk(node) if isinstance(call, ast.Call)]


@cache
def _text(node: ast.FunctionDef) -> str:
    return ast.unparse(node)


@cache
def _files(room: Path) -> list[Path]:
    return list(room.rglob("*.py"))


def _with_what_it_calls(node: ast.FunctionDef, functions: dict[str, ast.FunctionDef]) -> str:
    called = {c.func.id for c in _calls(node) if isinstance(c.func, ast.Name)}
    return _text(node) + "".join(_text(functions[name]) for name in called if name in functions)


@pytest.mark.parametrize("name", sorted(NOUNS))
def test_a_noun_has_its_questions_and_its_tests(name):
    folder = shelf(NOUNS[name])
    questions = (folder / "permissions.py").read_text(encoding="utf-8")
    assert re.search(r"def can_\w+", questions)
    room, noun = folder.relative_to(BASE).parts[0], folder.name
    tests = "\n".join(p.read_text(encoding="utf-8") for p in (BASE / "tests" / room).rglob("test_*.py"))
    for verb in lifecycles.REGISTRY[name].verbs:
        assert re.search(rf"\b{verb}\b|\"{verb}\"", tests), f"no test in tests/{room} speaks of {noun}.{verb}"
