"""The house tests itself: what no linter can see."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

from portal.foundation import lifecycles
from portal.foundation.management.commands import document
from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import NoPersonalData, PersonalData, holds_words, is_sealed
from portal.foundation.sealing import NOBODY, SealedTextField

BASE = Path(settings.BASE_DIR)
HEIGHT = {
    "foundation": 0,
    "residents": 1,
    "disaster": 2,
    "communities": 3,
    "surveys": 3,
    "governance": 4,
    "home": 5,
    "search": 5,
}
OURS = [model for room in HEIGHT for model in apps.get_app_config(room).get_models()]
PYTHON = [
    path
    for room in ("portal", *[r for r in HEIGHT if r != "foundation"])
    for path in sorted((BASE / room).rglob("*.py"))
    if "migrations" not in path.parts
]
TEMPLATES = sorted((BASE / "templates").rglob("*.html")) + sorted((BASE / "templates").rglob("*.txt"))


def looks_down(upper: str, lower: str) -> bool:
    return upper == lower or HEIGHT[lower] < HEIGHT[upper]


@pytest.mark.parametrize("model", OURS, ids=lambda m: m._meta.label)
def test_foreign_keys_point_down(model):
    for field in model._meta.get_fields(include_hidden=False):
        target = getattr(field, "related_model", None)
        if field.auto_created or target is None or isinstance(target, str):
            continue
        label = target._meta.app_label
        if label in HEIGHT:
            assert looks_down(model._meta.app_label, label), f"{model._meta.label}.{field.name} → {label}"


@pytest.mark.parametrize("model", OURS, ids=lambda m: m._meta.label)
def test_every_model_declares_its_personal_data(model):
    declared = getattr(model, "personal_data", None)
    assert isinstance(declared, PersonalData), f"{model._meta.label} says nothing about personal data"
    names = {field.name for field in model._meta.get_fields()}
    for field in declared.fields:
        assert field in names, f"{model._meta.label} declares {field}, which it does not have"
    if declared != NoPersonalData:
        assert all((declared.controller, declared.purpose, declared.retention, declared.on_erasure))


@pytest.mark.parametrize("model", OURS, ids=lambda m: m._meta.label)
def test_a_model_that_names_a_person_declares_it(model):
    user = apps.get_model(settings.AUTH_USER_MODEL)
    people = [
        f.name for f in model._meta.fields if f.related_model is user and not f.remote_field.parent_link
    ]
    inherited = {"owner", "locked_by"}  # Wagtail's own columns of a page, declared with the page's editors
    people = [name for name in people if name not in inherited]
    if people:
        assert set(people) <= set(model.personal_data.fields), f"{model._meta.label}: {people}"


@pytest.mark.parametrize("model", OURS, ids=lambda m: m._meta.label)
def test_what_is_declared_rests_sealed_or_says_why_it_is_open(model):
    words = [column for column in model._meta.fields if column.name in model.personal_data.fields]
    readable = {column.name for column in words if holds_words(column) and not is_sealed(column)}
    assert readable == set(model.personal_data.open), f"{model._meta.label} rests open without saying why"


FROZEN = ("content", "earlier", "author_name")  # of a post, as it stood in public
SEALED = [
    (model, column) for model in OURS for column in model._meta.fields if isinstance(column, SealedTextField)
]


NOBODY_GAVE = {
    *(f"governance.{noun}.{name}" for noun in ("Evidence", "ClaimEvidence") for name in FROZEN),
    "governance.SeatApplication.interview_note",  # the office's own words about the applicant
}


@pytest.mark.parametrize(
    ("model", "column"),
    SEALED,
    ids=lambda one: getattr(getattr(one, "_meta", None), "label", None) or one.name,
)
def test_sealed_words_say_who_gave_them_and_is_told_of_every_look(model, column):
    name = f"{model._meta.label}.{column.name}"
    assert (column.given_by == NOBODY) == (name in NOBODY_GAVE)
    if name in NOBODY_GAVE:
        return
    *ways, last = column.given_by.split("__")
    for way in ways:
        model = model._meta.get_field(way).related_model
    user = apps.get_model(settings.AUTH_USER_MODEL)
    assert (last == "pk" and model is user) or model._meta.get_field(last).related_model is user


OPENED_UNREAD = {
    "governance/violations/frozen.py",  # what a post said before goes into the evidence, sealed again
    "portal/foundation/bulk.py",  # rows written once more, for measuring
    "portal/foundation/seal_fields.py",  # the migration that seals what rested open, and goes back
    "portal/foundation/sealing.py",
}


def test_sealed_words_are_opened_without_a_look_only_where_nobody_reads_them():
    found = {str(path.relative_to(BASE)) for path in PYTHON if ".carried()" in path.read_text("utf-8")}
    assert found == OPENED_UNREAD


def offenders(paths: Iterable[Path], wrong: Callable[[Path], list[str]]) -> dict[str, list[str]]:
    """path → what is wrong with it; thousands of files are judged by a few tests that name every offender."""
    return {str(path.relative_to(BASE)): found for path in paths if (found := wrong(path))}


def test_templates_include_only_what_lies_below():
    def wrong(path: Path) -> list[str]:
        room = path.relative_to(BASE / "templates").parts[0]
        taken = re.findall(r"{%\s*(?:include|extends)\s+[\"']([^\"']+)", path.read_text(encoding="utf-8"))
        return [target for target in taken if looks_up(room, target.split("/")[0])]

    def looks_up(room: str, other: str) -> bool:
        if room in ("layout", "components"):
            return other in HEIGHT
        return room in HEIGHT and other in HEIGHT and not looks_down(room, other)

    assert offenders(TEMPLATES, wrong) == {}


FOREIGN = re.compile(r"""(?:src|href|action)=["'](?:https?:)?//|@import|url\(["']?(?:https?:)?//""")


def test_no_template_or_stylesheet_loads_from_a_foreign_host():
    def wrong(path: Path) -> list[str]:
        lines = path.read_text(encoding="utf-8").splitlines()
        return [
            line.strip()
            for line in lines
            if FOREIGN.search(line) and "<a " not in line and "data-external" not in line
        ]

    static = [p for p in (BASE / "static").rglob("*") if p.suffix in {".css", ".js"}]
    assert offenders([*TEMPLATES, *static], wrong) == {}


INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/(?:ld\+)?json\")[^>]*>")


def test_no_inline_script_or_style():
    def wrong(path: Path) -> list[str]:
        text = path.read_text(encoding="utf-8")
        found = [pattern for pattern in (r"\sstyle=\"", r"\son[a-z]+=\"") if re.search(pattern, text)]
        found += INLINE_SCRIPT.findall(text)
        if "light" not in path.name:  # the emergency page carries its style, allowed by its hash
            found += re.findall("<style", text)
        return found

    assert offenders([p for p in TEMPLATES if p.suffix == ".html"], wrong) == {}


FORM = re.compile(r'<form\b(?=[^>]*method="post")(?![^>]*novalidate)[^>]*>(.*?)</form>', re.S)
ASKS = re.compile(r"form_field|<textarea|<select|<input(?![^>]*type=\"hidden\")")
ALWAYS_ANSWERED = {"acting.html"}  # a choice of bodies, one of which is chosen already


def test_what_is_missing_is_said_by_the_portal_and_not_by_the_browser():
    """A browser's own words come in its own language, one at a time, and not at the head of the form."""

    def wrong(path: Path) -> list[str]:
        return [body[:60] for body in FORM.findall(path.read_text(encoding="utf-8")) if ASKS.search(body)]

    forms = [p for p in TEMPLATES if p.suffix == ".html" and p.name not in ALWAYS_ANSWERED]
    assert offenders(forms, wrong) == {}


@pytest.mark.parametrize(
    "folder",
    [p for p in sorted((BASE / "templates/components").iterdir()) if p.is_dir() and p.name != "blocks"]
    if (BASE / "templates/components").exists()
    else [],
    ids=lambda p: p.name,
)
def test_every_component_opens_with_its_contract(folder):
    text = (folder / f"{folder.name}.html").read_text(encoding="utf-8")
    assert text.lstrip().startswith("{% comment %}"), folder
    assert (folder / "examples.html").exists(), folder


ASKS_THE_SYSTEM = re.compile(r"timezone\.now\(|date\.today\(|datetime\.now\(|datetime\.utcnow\(|auto_now")


def test_only_the_clock_asks_what_time_it_is():
    may = {BASE / "portal/foundation/clock.py", BASE / "portal/settings/test.py"}
    assert (
        offenders(set(PYTHON) - may, lambda path: ASKS_THE_SYSTEM.findall(path.read_text(encoding="utf-8")))
        == {}
    )


def test_no_name_hides_a_better_one():
    assert not {path.stem for path in PYTHON} & {"utils", "helpers", "services", "managers", "common", "misc"}


def test_settings_are_read_through_django():
    def wrong(path: Path) -> list[str]:
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        modules = [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
        return [module for module in modules if module.startswith("portal.settings")]

    outside = [path for path in PYTHON if not path.is_relative_to(BASE / "portal/settings")]
    assert offenders(outside, wrong) == {}


FLOOR_FOR_MIGRATIONS = ("sealing", "seal_fields", "clock", "together", "never", "sides")
"""What old migrations may rely on; it may gain abilities and never lose one."""


def test_migrations_are_named_and_import_none_of_our_code():
    for room in HEIGHT:
        folder = Path(apps.get_app_config(room).path) / "migrations"
        for path in folder.glob("0*.py"):
            assert not re.search(r"_auto_|_merge_|_alter_.*_and_more", path.name), path
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ImportFrom) and node.module:
                    allowed = tuple(f"portal.foundation.{name}" for name in FLOOR_FOR_MIGRATIONS)
                    head = node.module.split(".")[0]
                    assert head not in {*HEIGHT, "portal"} or node.module in allowed, f"{path}: {node.module}"


@pytest.mark.django_db
def test_no_migration_is_missing():
    """`makemigrations --check` ends the process when a model and its migrations differ."""
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_no_sentence_of_the_portal_is_without_japanese():
    call_command("messages", check=True)


@pytest.mark.django_db
def test_the_migration_graph_has_one_leaf_a_room():
    graph = MigrationLoader(None).graph
    for room in HEIGHT:
        assert len(graph.leaf_nodes(room)) <= 1, room


def test_reference_equals_what_the_code_says():
    folder = BASE / "docs/reference"
    present = {str(p.relative_to(folder)): p.read_text(encoding="utf-8") for p in folder.rglob("*.md")}
    assert present == document.pages()


def test_the_default_site_framework_stays_out():
    assert "django.contrib.sites" not in settings.INSTALLED_APPS
    assert "modelsearch" not in settings.INSTALLED_APPS
    assert "django.contrib.admin" not in settings.INSTALLED_APPS


STEPPED = [model for model in OURS if issubclass(model, Stepped)]


@pytest.mark.parametrize("model", STEPPED, ids=lambda m: m._meta.label)
def test_a_noun_with_a_lifecycle_keeps_its_steps(model):
    assert model.lifecycle.name in lifecycles.REGISTRY
    steps = model._meta.get_field("steps").related_model
    assert issubclass(steps, Step)


def test_no_status_is_editable_in_an_admin_screen():
    """Statuses of acts move by verbs; no Wagtail panel or viewset offers them."""
    for path in PYTHON:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"FieldPanel\(\s*[\"']status[\"']", text), path
    for model in STEPPED:
        panels = [*getattr(model, "panels", []), *getattr(model, "content_panels", [])]
        assert "status" not in {getattr(panel, "field_name", "") for panel in panels}, model


def test_every_shelf_stands_in_the_shelves_contract():
    """A new noun folder must be judged by import-linter like the others."""
    contracts = (BASE / ".importlinter").read_text(encoding="utf-8")
    listed = set(re.findall(r"^    (\w+\.\w+)$", contracts, re.M))
    shelves = {f"{room}.{path.parent.name}" for room in HEIGHT for path in (BASE / room).glob("*/models.py")}
    assert shelves <= listed
