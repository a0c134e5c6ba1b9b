"""Writes the pages of docs/ that come from the code: permissions, and the commands."""

import importlib
import os
import re
import sys
from pathlib import Path
from typing import Any

import click
import django

DOCS = Path(__file__).resolve().parent.parent / "docs"


def permissions_page() -> str:
    """docs/permissions.md: every permission with its sentence and its holders, and every role."""
    from m4c.core.permissions import PERMISSIONS, PUBLIC, ROLE_MEANINGS, SIGNED_IN, Role

    for module in sorted(DOCS.parent.glob("m4c/*/*permissions.py")):
        importlib.import_module(f"m4c.{module.parent.name}.{module.stem}")
    lines = [
        "# Permissions",
        "",
        "Written by `make docs` from `m4c/*/*permissions.py`; a test compares. A role is held in a group and covers",
        "the groups below it in the movement's own tree. ◆ asks for a second factor.",
        "",
    ]
    apps = sorted({name.split(".")[0] for name in PERMISSIONS if "." in name})
    for app in apps:
        lines += [f"## {app}", "", "| Permission | What it lets somebody do | Who holds it |", "|---|---|---|"]
        for permission in sorted(PERMISSIONS.values(), key=lambda each: each.name):
            if permission.name.split(".")[0] == app and permission not in (PUBLIC, SIGNED_IN):
                holders = ", ".join(role.value for role in permission.holders if not role.is_system)
                mark = " ◆" if permission.second_factor else ""
                lines.append(f"| `{permission.name}`{mark} | {permission.meaning} | {holders or 'the software only'} |")
        lines.append("")
    lines += ["## Roles", "", "| Role | Meaning |", "|---|---|"]
    lines += [f"| {role.value} | {ROLE_MEANINGS[role]} |" for role in Role]
    return "\n".join(lines) + "\n"


def commands_page() -> str:
    """docs/commands.md: the help of every command, as it prints."""
    from m4c.cli.main import main

    lines = ["# Commands", "", "Written by `make docs` from the help of each command; a test compares.", ""]
    for words in [[], *sorted(commands_of(main, []))]:
        name = " ".join(["m4c", *words])
        lines += [f"## `{name}`", "", "```text", help_of(main, words), "```", ""]
    return "\n".join(lines)


def commands_of(group: click.Group, above: list[str]) -> list[list[str]]:
    """The words of every command below a group that is shown."""
    found = []
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None or command.hidden:
            continue
        found.append([*above, name])
        if isinstance(command, click.Group):
            found += commands_of(command, [*above, name])
    return found


def help_of(command: click.Command, words: list[str]) -> str:
    """What `--help` prints, at a width of 100."""
    width: dict[str, Any] = {"max_content_width": 100, "terminal_width": 100}
    context = click.Context(command, info_name="m4c", **command.context_settings, **width)
    for word in words:
        assert isinstance(command, click.Group)
        found = command.get_command(context, word)
        assert found is not None
        command = found
        context = click.Context(command, info_name=word, parent=context, **width)
    return re.sub(r"[ \t]+$", "", command.get_help(context), flags=re.MULTILINE)


PAGES = {"permissions.md": permissions_page, "commands.md": commands_page}


def main() -> None:
    """Write each page; with `--check`, name those that would change, and end with status 1 if there are any.

    A test asks for that in a process of its own: a command keeps the words of its help from whoever asked first.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    stale = [name for name, page in PAGES.items() if (DOCS / name).read_text(encoding="utf-8") != page()]
    for name in stale:
        print(f"docs/{name}")
    if "--check" in sys.argv:
        sys.exit(1 if stale else 0)
    for name in stale:
        (DOCS / name).write_text(PAGES[name](), encoding="utf-8")


if __name__ == "__main__":
    main()
