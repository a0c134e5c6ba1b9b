"""`m4c import event`: an organiser's turnout sheet."""

import json
import re
from datetime import date, time
from pathlib import Path

import click
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from m4c.cli.groups import find_group, group_named
from m4c.cli.import_ import AS, DRY_RUN, FILE, MOVEMENT, movement, tell_answer, written
from m4c.cli.import_people import import_
from m4c.core.errors import Refused
from m4c.events.turnout.kind_words import kind_of
from m4c.events.turnout.sheet import TurnoutSheet
from m4c.events.turnout.sitting import event_of
from m4c.people.models import SheetImport
from m4c.people.sheets.cells import parse_date

AT = re.compile(r"[ T,]+(?:at )?(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s*(am|pm)?$", re.IGNORECASE)
EXACT = re.compile(r"\d:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$")  # an hour that says by which clock
LONGEST_TITLE = 200


@import_.command()
@click.argument("file", type=FILE)
@click.option("--title", required=True, help="What the event is called.")
@click.option("--kind", required=True, help="What kind: public meeting, assembly, committee, social ...")
@click.option("--date", "day", required=True, help="When: 2026-11-20, 20 November 2026, 20/11/2026 19:30 (day first).")
@click.option("--group", "group_name", help="Whose event it is; the movement's own unless told.")
@click.option("--create-group", is_flag=True, help="Make the group, where there is none of this name.")
@DRY_RUN
@AS
def event(
    file: Path,
    title: str,
    kind: str,
    day: str,
    group_name: str | None,
    create_group: bool,
    dry_run: bool,
    as_: str,
) -> None:
    """Bring in a turnout sheet: who is asked to an event, where they stand, who brought them, and their guests.

    Example:  m4c import event turnout.xlsx --title "Autumn assembly" --kind assembly --date 2026-11-20 --group Cardiff
    """
    on, hour = moment(day)
    details = {"title": clean_title(title), "event_kind": kind_of(kind).value, "day": on.isoformat(), "hour": hour}
    given = SheetImport(kind=TurnoutSheet.name, file_name=file.name, details=details)
    group = movement()
    if group_name:
        group = find_group(group_name) if create_group else group_named(group_name, instead="Or add --create-group.")
    answer = written(given, file, group, group_name or MOVEMENT, dry_run=dry_run)
    found = event_of(SheetImport.objects.get(uid=answer.id)) if answer.id else event_of(given)
    if as_ == "json":
        click.echo(json.dumps({"uid": str(found.uid) if found else None, **answer.as_json()}))
        return
    tell_answer(answer, dry_run)
    if found:
        click.echo(f"Event: {found.uid} (m4c report turnout {found.uid})")


def clean_title(title: str) -> str:
    """A title as it is kept. Raises Refused for none, and for one that is too long."""
    kept = " ".join(title.split())
    if not kept:
        raise Refused('Give the event a title: --title "Autumn assembly"')
    if len(kept) > LONGEST_TITLE:
        raise Refused(f"That title is too long: {LONGEST_TITLE} characters are the most.")
    return kept


def moment(text: str) -> tuple[date, str]:
    """The day and, where one is told, the hour that were typed. Raises Refused for what could be misread."""
    typed = " ".join(text.split())
    if EXACT.search(typed) and (told := parse_datetime(typed)):  # as programs write it: 2026-10-20T18:30:00Z
        return timezone.localdate(told), f"{timezone.localtime(told):%H:%M}"
    hour = AT.search(typed)
    whole = parse_date(typed[: hour.start()] if hour else typed)
    if hour and whole.value is None:  # what looked like an hour was the year: "20 November 26"
        hour, whole = None, parse_date(typed)
    if whole.value is None:
        raise Refused(whole.problem or "Give the date of the event: --date 2026-11-20")
    return whole.value, hour_of(hour) if hour else ""


def hour_of(found: re.Match[str]) -> str:
    """An hour as it is kept, `19:30`, from 7.30pm. Raises Refused for one that no clock shows."""
    hours, minutes, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    hours = hours % 12 + (12 if half == "pm" else 0) if half else hours
    if hours > 23 or minutes > 59:
        raise Refused(f"“{found[0].strip()}” is no time of day: write it as in 19:30.")
    return f"{time(hours, minutes):%H:%M}"


__all__ = ["event", "import_"]
