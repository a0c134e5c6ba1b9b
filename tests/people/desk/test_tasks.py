"""The tasks of the front desk and the operations that queue them import each other, as modules: any may come first."""

import ast
import inspect
from types import ModuleType

import pytest

from m4c.people.desk import tasks as desk_tasks
from m4c.people.operations import complaint, contact_message, join_request, leaving, sign_up

OPERATIONS = [complaint, contact_message, join_request, leaving, sign_up]


def names_from(module: ModuleType) -> set[str]:
    """The modules from which a module imports names, and not the module itself."""
    tree = ast.parse(inspect.getsource(module))
    return {node.module for node in tree.body if isinstance(node, ast.ImportFrom) and node.module}


@pytest.mark.parametrize("module", OPERATIONS)
def test_none_needs_another_to_be_whole_before_it(module: ModuleType) -> None:
    assert names_from(module) & {each.__name__ for each in [*OPERATIONS, desk_tasks]} == set()


def test_these_are_all_that_the_tasks_import() -> None:
    known = [each for each in vars(desk_tasks).values() if inspect.ismodule(each)]
    assert {each for each in known if each.__name__.startswith("m4c.people.operations.")} == set(OPERATIONS)
