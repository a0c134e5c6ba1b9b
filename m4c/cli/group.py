"""`m4c group`: the tree of groups, moving and merging them, what they are for, and how they grew."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

import click
from django.utils import timezone

from m4c.cli.account import operator
from m4c.cli.groups import group_named
from m4c.cli.shell import prepare
from m4c.people.documents.files import take_file
from m4c.people.groups.growth import growth_of
from m4c.people.groups.merging import what_moves
from m4c.people.models import Group
from m4c.people.operations.group import move_group
from m4c.people.operations.group_birth import date_stage
from m4c.people.operations.group_document import keep_document
from m4c.people.operations.group_merge import check_may_merge, merge_group
from m4c.people.operations.group_passing import begin_passing
from m4c.people.operations.group_purpose import say_purpose

as_option = click.option("--format", "as_", type=click.Choice(["text", "json"]), default="text", help="How to answer.")
name_argument = click.argument("name")
DAY = click.DateTime(["%Y-%m-%d"])


@click.group()
def group() -> None:
    """The groups of the movement, by their names.

    Example:  m4c group tree
    """
    prepare()


@group.command()
@as_option
def tree(as_: str) -> None:
    """The groups that stand, each below its own.

    Example:  m4c group tree --format json
    """
    standing = Group.objects.in_tree().filter(ended_on=None).order_by("path")
    rows = [(len(one.ancestor_paths) - 1, one.name, one.slug, one.head_count) for one in standing]
    if as_ == "json":
        say([{"depth": deep, "name": name, "slug": slug, "memberships": heads} for deep, name, slug, heads in rows])
    for deep, name, slug, _heads in rows if as_ == "text" else ():
        click.echo(f"{'  ' * deep}{name} ({slug})")


@group.command()
@name_argument
@click.option("--below", required=True, help="The group to stand below.")
def move(name: str, below: str) -> None:
    """Let a group stand below another, with all that is below it.

    Example:  m4c group move "St Mellons" --below Cardiff
    """
    moved = move_group(groups=[group_named(name), group_named(below)], by=operator())
    click.echo(f"{moved} stands below {moved.parent}.")


@group.command()
@name_argument
@click.option("--into", required=True, help="The group that it becomes part of.")
@click.option("--on", type=DAY, default=None, help="Since which day; today where none is named.")
@click.option("--yes", is_flag=True, help="Do it: without this it is only told what would move.")
@as_option
def merge(name: str, into: str, on: Any, yes: bool, as_: str) -> None:
    """Make a group part of another. There is no way back, so it first tells what would move.

    Example:  m4c group merge Roath --into Cardiff --yes
    """
    gone, kept = group_named(name), group_named(into)
    check_may_merge(gone, kept)
    moving = {str(what): number for what, number in what_moves(gone)}
    if yes:
        day = on.date() if on else timezone.localdate()
        merge_group(groups=[gone, kept], on=day, at=timezone.now(), by=operator())
    if as_ == "json":
        say({"gone": gone.slug, "kept": kept.slug, "moves": moving, "done": yes})
        return
    for what, number in moving.items():
        click.echo(f"{number} {what}")
    click.echo(f"{gone} became part of {kept}." if yes else "Nothing was done yet: say --yes to do it.")


@group.command()
@name_argument
@click.argument("words")
def purpose(name: str, words: str) -> None:
    """Say what a group is for, in a sentence of its own.

    Example:  m4c group purpose Cardiff "Nobody in Cardiff fights a landlord alone."
    """
    said = say_purpose(group=group_named(name), words=words, at=timezone.now(), by=operator())
    click.echo(f"{said.group} is for: {said.words}")


@group.command()
@name_argument
@click.argument("stage", type=click.Choice(["forming", "named", "formal"]))
@click.option("--on", type=DAY, required=True, help="On which day.")
def birth(name: str, stage: str, on: Any) -> None:
    """Say on which day a group began to form, had a name, or was formally founded.

    Example:  m4c group birth Cardiff formal --on 2024-05-01
    """
    row = date_stage(group=group_named(name), stage=stage, on=on.date(), at=timezone.now(), by=operator())
    click.echo(f"{row.group}: {row.word} on {row.on:%Y-%m-%d}.")


@group.command()
@name_argument
@click.argument("file", type=click.File("rb"))
@click.option("--title", required=True, help="What it is called, whatever the file is.")
@click.option("--audience", type=click.Choice(["group", "everybody"]), default="group", help="Who may open it.")
def document(name: str, file: Any, title: str, audience: str) -> None:
    """Put a document of a group there, for its own people unless told.

    Example:  m4c group document Cardiff constitution.pdf --title Constitution
    """
    whose = group_named(name)
    given = take_file(file, file.name)
    keep_document(group=whose, title=title, given=given, audience=audience, at=timezone.now(), by=operator())
    click.echo(f"{title} is there: version 1, {given.size} bytes.")


@group.command()
@name_argument
@as_option
def growth(name: str, as_: str) -> None:
    """How a group grew over two years, by quarter, in sentences.

    Example:  m4c group growth Cardiff --format json
    """
    told = growth_of(operator(), group_named(name), timezone.localdate())
    if as_ == "json":
        facts = ("joined", "stopped", "meetings", "came_to_all")
        rows = [{"begins": f"{one.begins}"} | {fact: getattr(one, fact) for fact in facts} for one in told.quarters]
        say({"quarters": rows, "without_a_day": told.without_day})
        return
    lines(one.sentence for one in told.quarters)
    if not told.quarters:
        click.echo("Nobody joined or stopped in two years on a day that is known.")


@group.command()
@name_argument
@click.option("--on", type=DAY, required=True, help="The day on which it closes, to come.")
@click.option("--why", required=True, help="In words its people may read.")
@click.option("--into", help="The group that it passes to, for whoever wants to go along.")
@click.option("--letters", is_flag=True, help="Write to those who agreed to e-mail; the worker does.")
def close(name: str, on: Any, why: str, into: str | None, letters: bool) -> None:
    """Begin to close a group: its people are asked one by one, and nobody is moved.

    Example:  m4c group close Roath --on 2027-03-01 --why "Too few of us" --into Cardiff
    """
    day: date = on.date()
    next_group = group_named(into) if into else None
    facts = {"group": group_named(name), "into": next_group, "closes_on": day, "why": why, "letters": letters}
    begun = begin_passing(**facts, at=timezone.now(), by=operator())  # type: ignore[arg-type]
    click.echo(f"{begun.asked} people are to be asked before {day:%Y-%m-%d}.")


def lines(sentences: Iterable[str]) -> None:
    """Sentences, one a line."""
    for sentence in sentences:
        click.echo(sentence)


def say(told: Any) -> None:
    """An answer as JSON."""
    click.echo(json.dumps(told, ensure_ascii=False, indent=1))
