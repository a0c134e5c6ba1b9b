"""Prepared statements are written by their arguments alone, and never by what is otherwise at another time."""

import ast
from collections.abc import Iterator

import pytest

from tests.house_rules.project_files import python_files, shown

MOVES = {"now", "today", "localdate", "localtime", "timezone", "settings", "get_language", "gettext", "ngettext", "_"}


DECORATORS = {"prepared", "prepared_to_plan"}


def prepared_functions() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Each function that is prepared, by where it stands."""
    for path in python_files("m4c"):
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)) if "@prepared" in text else ():
            if isinstance(node, ast.FunctionDef) and DECORATORS & set(map(ast.unparse, node.decorator_list)):
                yield f"{shown(path)}:{node.name}", node


FOUND = dict(prepared_functions())


@pytest.mark.parametrize("where", FOUND)
def test_it_reads_no_clock_no_setting_and_no_language(where: str) -> None:
    given = {each.arg for each in ast.walk(FOUND[where].args) if isinstance(each, ast.arg)}
    read = {each.id for each in ast.walk(FOUND[where]) if isinstance(each, ast.Name)}
    assert sorted((read & MOVES) - given) == []


@pytest.mark.parametrize("where", FOUND)
def test_it_has_a_sentence(where: str) -> None:
    assert ast.get_docstring(FOUND[where])
