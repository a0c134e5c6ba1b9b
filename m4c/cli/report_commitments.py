"""`m4c report commitments`: what was promised, how far it is, how late, and how many have each status."""

import csv
import io
import json
from pathlib import Path
from uuid import UUID

import click
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language

from m4c.cli.report import FORMATS as OTHERS
from m4c.cli.report import is_screen, write
from m4c.cli.report_campaign import report
from m4c.commitments.sheets.report import CommitmentsReport, commitments_report
from m4c.commitments.sheets.told import pdf_of, presented, text_of
from m4c.core.errors import Refused
from m4c.core.permissions import Role
from m4c.insight.standalone import style_sheet
from m4c.people.models import Account
from m4c.people.sheets.cells import parse_date
from m4c.people.sheets.writing import safe_cell
from m4c.power.models import Powerholder

FORMATS = [*OTHERS[:2], "csv", *OTHERS[2:]]
COLUMNS = ["reference", "speaker", "status", "done", "target", "due", "overdue_days", "condition_state"]
MOST_TOLD = 5  # powerholders of one name


@report.command()
@click.option("--as-at", "day", help="As it stood on a day: 2015-05-07, 7 May 2015; today unless told.")
@click.option("--powerholder", "name", help="One speaker alone, by name or uid.")
@click.option("--format", "as_", type=click.Choice(FORMATS), default="text", show_default=True, help="How to answer.")
@click.option("--output", type=click.Path(path_type=Path), help="The file to write; the screen where none is named.")
def commitments(day: str | None, name: str | None, as_: str, output: Path | None) -> None:
    """Commitments as they stood on a day: kept, broken, overdue for how long, and how many of each.

    What was made later is left out, and so is what became known later.

    Example:  m4c report commitments --as-at 2015-05-08 --format json
    """
    if as_ == "pdf" and output is None and is_screen():
        raise Refused("A PDF is nothing to read on a screen: name a file with --output FILE.")
    on = timezone.localdate()
    if day is not None:
        parsed = parse_date(day)
        if parsed.value is None:
            raise Refused(parsed.problem or "Give the day: --as-at 2015-05-07")
        on = parsed.value
    powerholder = powerholder_named(name) if name is not None else None
    write(made(commitments_report(Account.objects.of_system(Role.OPERATOR), on, powerholder), as_), output)


def made(told: CommitmentsReport, as_: str) -> bytes:
    """The report in this format."""
    if as_ == "json":
        return (json.dumps(told.as_json(), ensure_ascii=False, indent=1) + "\n").encode()
    if as_ == "csv":
        return csv_of(told)
    if as_ == "pdf":
        return pdf_of(told)
    return (html_of(told) if as_ == "html" else text_of(told)).encode()


def html_of(told: CommitmentsReport) -> str:
    """The report as one HTML file that needs nothing beside it."""
    context = presented(told) | {"language": get_language(), "style": style_sheet()}
    return render_to_string("commitments/report_file.html", context)


def csv_of(told: CommitmentsReport) -> bytes:
    """A line for each, by COLUMNS."""
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS)
    writer.writeheader()
    for line in told.lines:
        row = line.as_json()
        writer.writerow({name: safe_cell("" if row[name] is None else str(row[name])) for name in COLUMNS})
    return file.getvalue().encode()


def powerholder_named(text: str) -> Powerholder:
    """The one powerholder of this name or uid, case ignored. Raises Refused for none, or more than one."""
    typed = " ".join(text.split())
    try:
        named = list(Powerholder.objects.filter(uid=UUID(typed)))
    except ValueError:
        named = list(Powerholder.objects.filter(name__iexact=typed).order_by("pk")[: MOST_TOLD + 1])
    if not named:
        raise Refused(f"There is no powerholder called “{typed}”.")
    if len(named) > 1:
        each = ", ".join(str(one.uid) for one in named[:MOST_TOLD])
        raise Refused(f"More than one powerholder is called “{typed}”. Name them by their uid: {each}.")
    return named[0]


__all__ = ["commitments", "report"]
