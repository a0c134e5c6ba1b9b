"""`m4c import ballot`: papers of a ballot, typed into a sheet, and what they come to."""

import json
from pathlib import Path
from typing import Any

import click
from django.utils import timezone

from m4c.cli.groups import group_named
from m4c.cli.import_ import AS, FILE, MOVEMENT, importer, movement
from m4c.cli.import_concerns import import_
from m4c.core.chunks import in_chunks
from m4c.core.errors import Refused
from m4c.listening.deciding.counting import DOTS, RANKED
from m4c.listening.deciding.paper_columns import PaperColumns, columns_of
from m4c.listening.deciding.paper_sheet import PaperSheet, open_papers
from m4c.listening.deciding.papers import Read, dots_each, options_of, read_papers
from m4c.listening.deciding.tallying import tally, words_of
from m4c.listening.deciding.telling import sentences
from m4c.listening.models import Ballot
from m4c.listening.operations.ballot import NewBallot, NewOption, make_ballot, open_ballot
from m4c.listening.operations.voting import enter_papers
from m4c.people.models import Group
from m4c.people.operations.group import make_movement


@import_.command()
@click.argument("file", type=FILE)
@click.option("--ballot", "name", required=True, help="What is decided; made where there is no ballot of this name.")
@click.option("--method", type=click.Choice([DOTS, RANKED]), required=True, help="How it is counted.")
@click.option("--group", "group_name", help="Whose ballot it is; the movement's own unless told.")
@click.option("--dots", type=click.IntRange(1, 50), help="How many dots each has; three, or what most papers give.")
@AS
def ballot(file: Path, name: str, method: str, group_name: str | None, dots: int | None, as_: str) -> None:
    """Bring in the papers of a ballot: options as columns with dots or ranks, or ranks as columns with options' names.

    A paper's number twice is once; spoilt papers are refused, each with the reason. Answers with the result so far.

    Example:  m4c import ballot papers.csv --ballot "What we take up" --method ranked --group Cardiff
    """
    sheet = open_papers(file)
    group = group_named(group_name) if group_name else movement() or make_movement(name=MOVEMENT, by=importer())
    found = ballot_named(name, method, group if group_name else None)
    columns = columns_of(sheet.headers, list(words_of(found).values()) if found else [])
    if not columns.ranks and not columns.options:
        raise Refused("No column of this sheet is an option or a rank: name the options in its first row.")
    options = list(words_of(found).values()) if found else options_of(sheet.rows, columns)
    if method == DOTS:
        dots = found.dots if found else dots or dots_each(sheet.rows, columns, options)
    given = found or made(group, NewBallot(name, method, [NewOption(each) for each in options], dots=dots or 3))
    told = tell(given, *entered(given, sheet, columns, options, dots))
    if as_ == "json":
        click.echo(json.dumps(told))
    else:
        say(told)


def ballot_named(name: str, method: str, group: Group | None) -> Ballot | None:
    """The ballot of this name, if there is one. Raises Refused where several have it, or it is counted otherwise."""
    found = list(Ballot.objects.filter(title__iexact=" ".join(name.split()), **({"group": group} if group else {})))
    if len(found) > 1:
        raise Refused(f"More than one ballot is called “{name}”. Say whose it is: --group Cardiff")
    if found and found[0].method != method:
        raise Refused(f"“{name}” is decided by {found[0].get_method_display()}: --method {found[0].method}")
    return found[0] if found else None


def made(group: Group, new: NewBallot) -> Ballot:
    """The ballot, made and open."""
    ballot = make_ballot(group=group, new=new, by=importer())
    return open_ballot(ballot=ballot, at=timezone.now(), by=importer())


def entered(
    ballot: Ballot, sheet: PaperSheet, columns: PaperColumns, options: list[str], dots: int | None
) -> tuple[Read, int]:
    """The papers as they were read, and how many of them count from now on; the others counted already."""
    if ballot.opened_at is None:
        ballot = open_ballot(ballot=ballot, at=timezone.now(), by=importer())
    read = read_papers(sheet.rows, columns, options, ballot.method, dots)
    counted = 0
    for chunk in in_chunks(read.papers):
        papers = {paper.number: paper.choices for paper in chunk}
        counted += len(enter_papers(ballot=ballot, papers=papers, at=timezone.now(), by=importer()))
    return read, counted


def tell(ballot: Ballot, read: Read, counted: int) -> dict[str, Any]:
    """What came of the file, and what the ballot comes to so far."""
    result = tally(ballot)
    return {
        "ballot": ballot.title,
        "uid": str(ballot.uid),
        "method": ballot.method,
        "rows": len(read.papers) + len(read.spoilt) + read.twice,
        "counted": counted,
        "twice": read.twice + len(read.papers) - counted,
        "refused": len(read.spoilt),
        "reasons": [{"row": each.row, "paper": each.number, "reason": each.reason} for each in read.spoilt],
        **{name: value for name, value in result.items() if name != "method"},
        "result": result,
        "sentences": sentences(result),
    }


def say(told: dict[str, Any]) -> None:
    """The same in words, with the rounds as lines."""
    click.echo(f"{told['counted']} papers counted, {told['twice']} stood there twice, {told['refused']} refused.")
    for refused in told["reasons"]:
        click.echo(f"  Row {refused['row']}, paper {refused['paper']}: {refused['reason']}")
    for each in told["rounds"]:
        votes = ", ".join(f"{row['option']} {row['votes']}" for row in each["votes"])
        click.echo(f"Round {each['number']}: {votes}; exhausted {each['exhausted']}")
    for sentence in told["sentences"]:
        click.echo(sentence)


__all__ = ["ballot", "import_"]
