"""Lock four: whatever changes the world is an operation, asks for a right, and has its tests."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from types import ModuleType

import m4c
from m4c.core.operations import OPERATIONS
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
