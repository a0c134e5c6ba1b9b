"""`m4c report silence`: who has not answered, for how many days, and what fits next."""

import json

import click
from django.utils import timezone

from m4c.campaigns.approaches.reading import Clocked
from m4c.campaigns.approaches.report import as_json, silence_report
from m4c.cli.import_approaches import campaign_named
from m4c.cli.report_listening import report
from m4c.core.errors import Refused
from m4c.core.permissions import Role
from m4c.people.models import Account
from m4c.people.sheets.cells import parse_date


@report.command()
@click.option("--campaign", "name", help="One campaign, by its name or its uid; all of them where none is named.")
@click.option("--as-at", "day", help="As it stood on a day: 2026-10-17, 17 October 2026; today unless told.")
@click.option("--format", "as_", type=click.Choice(["text", "json"]), default="text", help="How to answer.")
def silence(name: str | None, day: str | None, as_: str) -> None:
    """Approaches without an answer: waiting until the day it is due, silent after it, days counted from the approach.

    Example:  m4c report silence --campaign "Homes and a shop" --as-at 2026-10-17 --format json
    """
    on = timezone.localdate()
    if day:
        parsed = parse_date(day)
        if parsed.value is None:
            raise Refused(parsed.problem or "Give the day: --as-at 2026-10-17")
        on = parsed.value
    campaign = campaign_named(name) if name else None
    if name and campaign is None:
        raise Refused(f"There is no campaign called “{' '.join(name.split())}”.")
    rows = silence_report(Account.objects.of_system(Role.OPERATOR), on, campaign)
    if as_ == "json":
        click.echo(json.dumps([as_json(row) for row in rows], ensure_ascii=False, indent=1))
        return
    for row in rows:
        click.echo(line_of(row))
    if not rows:
        click.echo("Nobody owes us an answer.")


def line_of(row: Clocked) -> str:
    """A line in words."""
    told = as_json(row)
    due = f", due {told['answer_due']}" if told["answer_due"] else ""
    words = f"{told['powerholder']}: {told['state']}, {told['days_silent']} days since {told['approach_date']}{due}."
    return " ".join(filter(None, (words, row.not_counted, f"Next: {told['next_step']}.")))


__all__ = ["report", "silence"]
