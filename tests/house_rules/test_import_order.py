"""An app imports only from apps to its left; a foreign key points left too (docs/architecture.md)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house_rules.project_files import ROOT, python_files, shown

LEFT_TO_RIGHT = "core places people events listening leaders power campaigns commitments outreach money insight website"
ORDER = LEFT_TO_RIGHT.split()
DOORS = {"api", "cli"}  # right of all the others
RELATIONS = {"ForeignKey", "OneToOneField", "ManyToManyField"}


def rank(app: str) -> int:
    """How far right an app stands. Raises ValueError for an app that the order does not name."""
    return len(ORDER) if app in DOORS else ORDER.index(app)


def apps_used(tree: ast.Module, package: list[str]) -> Iterator[tuple[int, str]]:
    """Line and name of each app that a module of `package` imports from or points a relation to."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*start, *(node.module or "").split(".")]).strip(".")
            names = [f"{module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in RELATIONS:
            words = [*node.args[:1], *(word.value for word in node.keywords if word.arg == "to")]
            targets = [str(word.value) for word in words if isinstance(word, ast.Constant)]
            names = [f"m4c.{target}" for target in targets if target.split(".")[0] in ORDER]  # not of a package
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] == "m4c" and len(parts) > 1:
                yield node.lineno, parts[1]


def breaches(path: Path) -> list[str]:
    """The lines of a file that reach to the right."""
    inside = path.relative_to(ROOT).parts
    if len(inside) < 3:  # m4c/__init__.py belongs to no app
        return []
    app = inside[1]
    used = apps_used(ast.parse(path.read_text(encoding="utf-8")), list(inside[:-1]))
    return [f"{shown(path)}:{line} {app} uses {other}" for line, other in used if rank(other) > rank(app)]


def test_every_app_imports_from_its_left_only():
    assert [breach for path in python_files("m4c") for breach in breaches(path)] == []


def test_every_app_has_its_place_in_the_order():
    apps = {path.parent.name for path in (ROOT / "m4c").glob("*/__init__.py")}
    assert apps - set(ORDER) - DOORS == set()


@pytest.mark.parametrize(
    ("source", "used"),
    [
        ("import m4c.people.models", ["people"]),
        ("from m4c.people import models", ["people"]),
        ("from m4c import people", ["people"]),
        ("from ..people import models", ["people"]),
        ("from .models import Event", ["events"]),
        ("def late():\n    from m4c.people import models", ["people"]),
        ("x = models.ForeignKey('people.Person', models.CASCADE)", ["people"]),
        ("x = ForeignKey(to='people.Person', on_delete=CASCADE)", ["people"]),
        ("x = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)", []),
        ("import django.db.models", []),
    ],
)
def test_the_rule_sees_each_way_to_reach_another_app(source, used):
    assert [app for _, app in apps_used(ast.parse(source), ["m4c", "events"])] == used
