"""One verb, one thread: what a lifecycle names must exist as question, action, ledger line and test."""

from __future__ import annotations

import ast
import re
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
    folder = shelf(NOUNS[name])
    steps = [
        (path, node)
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and _steps(node, verb)
    ]
    assert steps, f"no action takes the step {verb!r} of {name}"
    for path, node in steps:
        text = ast.unparse(node)
        assert ast.get_docstring(node), f"{path}: {node.name} does not say what it means in the town"
        if "seed" in path.stem:
            continue
        assert "audit.record(" in text, f"{path}: {node.name} leaves no line in the ledger"
        assert "atomic" in text, f"{path}: {node.name} is not one transaction"
        by_clock = lifecycles.REGISTRY[name].verbs[verb].by == "clock"
        assert "require(" in text or by_clock, f"{path}: {node.name} asks nobody"


def _steps(node: ast.FunctionDef, verb: str) -> bool:
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "step":
            if call.args and isinstance(call.args[0], ast.Constant) and call.args[0].value == verb:
                return True
    return False


@pytest.mark.parametrize("name", sorted(NOUNS))
def test_a_noun_has_its_questions_and_its_tests(name):
    folder = shelf(NOUNS[name])
    questions = (folder / "permissions.py").read_text(encoding="utf-8")
    assert re.search(r"def can_\w+", questions)
    room, noun = folder.relative_to(BASE).parts[0], folder.name
    tests = "\n".join(p.read_text(encoding="utf-8") for p in (BASE / "tests" / room).rglob("test_*.py"))
    for verb in lifecycles.REGISTRY[name].verbs:
        assert re.search(rf"\b{verb}\b|\"{verb}\"", tests), f"no test in tests/{room} speaks of {noun}.{verb}"
