"""Lock three: views read only what the account may see, and only operations and models write."""

import ast
from collections.abc import Iterator
from pathlib import Path

import django.apps
from django.db import models

from tests.house_rules.project_files import ROOT, python_files, shown

WRITES = {"save", "create", "update", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
DOORS = {"forms.py", "panels.py", "event_panels.py"}
SCOPED = {"visible_to", "none"}
INSERTS = {"insert_many", "insert_columns", "insert_new"}
SHORTCUTS = {"get_object_or_404", "get_list_or_404"}

# Plain machinery that writes no record of a person's doing; each with its reason.
MAY_WRITE = {
    "m4c/core/inserting.py": "what operations write many rows by",
    "m4c/core/worker.py": "the workers' own rows",
    "m4c/people/erasing.py": "what erasers do to rows, in the transaction of the operation that calls them",
    "m4c/people/finding/rows.py": "what people are found by, in the transaction of the operation that calls it",
    "m4c/people/ledger.py": "the ledger's rows, in the transaction of the operation that calls it",
}
# Children are reached from their own `visible_to`; these few are so plainly part of their parent that they are not.
NAMED_RELATIONS: dict[str, str | None] = {
    "people.PersonEmail.person": "emails",
    "people.PersonPhone.person": "phones",
    "people.Membership.person": "memberships",
    "people.AccountRole.account": "roles",
    "people.Account.groups": "user_set",  # Wagtail asks for it by this name
    "website.Picture.uploaded_by_user": None,  # Wagtail's own
    "website.PictureRendition.image": "renditions",  # and for this
    "events.Attendance.event": "attendances",
}


def is_door(path: Path) -> bool:
    """Whether a file belongs to the doors that may read only what is visible: what is shown, and what forms offer."""
    parts = path.relative_to(ROOT).parts
    shows = parts[1] in ("api", "website") and not {"models", "operations", "migrations"} & set(parts)
    return bool({"views", "forms"} & set(parts)) or shows or path.name in DOORS


def unscoped_reads(path: Path) -> Iterator[str]:
    """Lines of a door that read rows without asking what the account may see."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    parents = {child: parent for parent in ast.walk(tree) for child in ast.iter_child_nodes(parent)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in ("objects", "_default_manager"):
            above = parents.get(node)
            if not (isinstance(above, ast.Attribute) and above.attr in SCOPED):
                yield f"{shown(path)}:{node.lineno} reads .{node.attr} without visible_to"
        if isinstance(node, ast.Call) and is_shortcut(node) and is_bare_model(node.args[0]):
            yield f"{shown(path)}:{node.lineno} {ast.unparse(node.func)} on a bare model"


def is_shortcut(call: ast.Call) -> bool:
    """Whether this is a call of Django's get-or-404."""
    return isinstance(call.func, ast.Name) and call.func.id in SHORTCUTS


def is_bare_model(node: ast.expr) -> bool:
    """Whether an expression is a class itself, and not a queryset of it."""
    name = getattr(node, "id", getattr(node, "attr", "")) if isinstance(node, (ast.Name, ast.Attribute)) else ""
    return name[:1].isupper()


def writes(path: Path) -> Iterator[str]:
    """Lines that write to the database."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in INSERTS:
            yield f"{shown(path)}:{node.lineno} {ast.unparse(node.func)}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES:
            rows = ".objects" in ast.unparse(node.func.value) or node.func.attr.startswith("bulk_")
            if rows or (node.func.attr == "save" and not node.args):
                yield f"{shown(path)}:{node.lineno} {ast.unparse(node.func)}"


def test_doors_read_only_what_is_visible():
    assert [line for path in python_files("m4c") if is_door(path) for line in unscoped_reads(path)] == []


def test_only_operations_and_models_write():
    found = []
    for path in python_files("m4c"):
        parts = path.relative_to(ROOT).parts
        if {"operations", "models", "migrations"} & set(parts) or path.name == "operations.py":
            continue
        if shown(path) not in MAY_WRITE:
            found += writes(path)
    assert found == []


def test_children_are_reached_from_their_own_queryset():
    named = {}
    for model in django.apps.apps.get_models():
        if model.__module__.startswith("m4c."):
            for field in model._meta.get_fields():
                related = isinstance(field, (models.ForeignKey, models.ManyToManyField)) and field.model is model
                if related and not getattr(field.remote_field, "parent_link", False):
                    name = field.remote_field.related_name
                    if not (name or "").endswith("+"):
                        named[f"{model._meta.label}.{field.name}"] = name
    assert named == NAMED_RELATIONS


def test_every_model_says_what_is_visible():
    ours = [model for model in django.apps.apps.get_models() if model.__module__.startswith("m4c.")]
    records = [model._default_manager.all() for model in ours if hasattr(model, "uid")]
    assert [rows.model._meta.label for rows in records if not hasattr(rows, "visible_to")] == []
