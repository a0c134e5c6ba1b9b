"""Lock four: whatever changes the world is an operation, asks for a right, and has its tests."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import is_dataclass
from types import ModuleType
from typing import Any, get_args, get_type_hints

import m4c
from m4c.core.operations import OPERATIONS
from m4c.people.models import Person
from tests.house_rules.project_files import ROOT


def operation_modules() -> Iterator[ModuleType]:
    """Each module of an app's operations."""
    for app in pkgutil.iter_modules(m4c.__path__):
        folder = ROOT / "m4c" / app.name / "operations"
        if folder.with_suffix(".py").exists():
            yield importlib.import_module(f"m4c.{app.name}.operations")
        for module in pkgutil.iter_modules([str(folder)]):
            yield importlib.import_module(f"m4c.{app.name}.operations.{module.name}")


def test_every_function_that_acts_for_somebody_is_an_operation():
    bare = []
    for module in operation_modules():
        for name, function in inspect.getmembers(module, inspect.isfunction):
            asks = inspect.signature(function).parameters
            here = inspect.unwrap(function).__module__ == module.__name__
            acts = "by" in asks and asks["by"].kind is inspect.Parameter.KEYWORD_ONLY
            if here and acts and not name.startswith("_") and not hasattr(function, "operation"):
                bare.append(f"{module.__name__}.{name}")
    assert bare == []


def test_every_operation_has_a_sentence():
    list(operation_modules())
    assert [name for name, operation in OPERATIONS.items() if not operation.__doc__] == []


def test_every_operation_is_tried_in_a_test():
    tests = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    list(operation_modules())
    untried = [name for name, operation in OPERATIONS.items() if f"{operation.__name__}(" not in tests]
    assert sorted(untried) == []


# Operations that name somebody and need not ask whether the account may see them, and why not.
NEED_NOT_SEE = {
    "events.meet": "`met_by` is the account's own; whom it describes is found without being told of",
    "website.take_pictures_down": "hides, and tells nothing of whom it hid",
    "people.keep_forecast": "the lines of a sheet, whose matching tells nothing of whom it found",
    "people.write_lines": "the same lines",
    "people.set_safe_contact": "the contact is one of `possible_contacts`",
    "leaders.remove_trainer": "takes a name off, and brings nobody in",
    "leaders.record_trainee": "calls record_attendance, which asks",
}


def test_operations_that_name_somebody_ask_whether_the_account_may_see_them():
    """Forms offer only whom one may see; the command line, tasks and the API pass no form."""
    list(operation_modules())
    naming = {name for name, operation in OPERATIONS.items() if any(map(names_people, hints_of(operation)))}
    asking = {name for name in naming if "must_see(" in inspect.getsource(inspect.unwrap(OPERATIONS[name]))}
    assert sorted(naming - asking) == sorted(NEED_NOT_SEE)


def hints_of(described: Any) -> list[Any]:
    """What goes into an operation, or stands in a dataclass."""
    hints = get_type_hints(inspect.unwrap(described))
    return [hint for name, hint in hints.items() if name not in ("return", "by")]


def names_people(hint: Any) -> bool:
    """Whether a type holds people: itself, inside another, or as a field of a dataclass."""
    if hint is Person or (is_dataclass(hint) and any(map(names_people, hints_of(hint)))):
        return True
    return any(map(names_people, get_args(hint)))
