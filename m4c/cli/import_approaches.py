"""`m4c import approaches`: what a campaign tried with whom, and what came of it."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import click
from django.utils import timezone

from m4c.campaigns.approaches.sheet_columns import ApproachSheet, open_approaches
from m4c.campaigns.approaches.sheet_rows import RowRefused, SaidApproach, read_row
from m4c.campaigns.models import Campaign
from m4c.campaigns.operations.approach_sheet import KnownNames, WrittenApproaches, draft_campaign, write_approaches
from m4c.cli.groups import group_named
from m4c.cli.import_ import AS, FILE, MOVEMENT, importer, movement
from m4c.cli.import_ballot import import_
from m4c.core.chunks import in_chunks, let_others_write
from m4c.core.errors import Refused
from m4c.people.models import Group
from m4c.people.operations.group import make_movement

LONGEST_NAME = 120
AT_ONCE = 100


@import_.command()
@click.argument("file", type=FILE)
@click.option("--campaign", "name", required=True, help="The campaign by its name or uid; drafted where there is none.")
@click.option("--group", "group_name", help="Whose campaign it is; the movement's own unless told.")
@AS
def approaches(file: Path, name: str, group_name: str | None, as_: str) -> None:
    """Bring in approaches: date, channel, by, to, asked, answer due, outcome, answered on, words.

    The same approach twice is once, and one that was killed goes on when it is given again. Powerholders that are not
    on record are made, and marked for somebody to look at.

    Example:  m4c import approaches log.csv --campaign "Homes and a shop"
    """
    sheet = open_approaches(file)
    read, refused = rows_of(sheet)
    group = group_named(group_name) if group_name else None
    found = campaign_named(name, group)
    is_new = found is None
    if found is None and not read:
        raise Refused(f"Not one row of this sheet can be taken. {first_reasons(refused)}")
    campaign = found or drafted(name, group, read)
    written = write(campaign, read)
    told = tell(campaign, is_new, sheet, written, sorted([*refused, *written.refused]))
    if as_ == "json":
        click.echo(json.dumps(told, ensure_ascii=False))
    else:
        say(told)


def rows_of(sheet: ApproachSheet) -> tuple[list[SaidApproach], list[tuple[int, str]]]:
    """What the rows say, and those that are refused, each with the reason."""
    read, refused = [], []
    today = timezone.localdate()
    for row in sheet.rows:
        try:
            read.append(read_row(sheet, row, today))
        except RowRefused as reason:
            refused.append((row.number, str(reason)))
    return read, refused


def first_reasons(refused: list[tuple[int, str]]) -> str:
    """The first of the reasons, where all rows were refused."""
    return " ".join(f"Row {number}: {reason}" for number, reason in refused[:3])


def campaign_named(text: str, group: Group | None = None) -> Campaign | None:
    """The campaign of this name, address or uid, of this group where one is named. Raises Refused for several."""
    wanted = " ".join(text.split())
    campaigns = Campaign.objects.select_related("group")
    if group:
        campaigns = campaigns.filter(group=group)
    try:
        return campaigns.filter(uid=UUID(wanted)).first()
    except ValueError:
        found = list(campaigns.filter(name__iexact=wanted)[:3]) or list(campaigns.filter(slug=wanted.lower())[:2])
    if len(found) > 1:
        each = " or ".join(f"{one.uid} ({one.group})" for one in found)
        raise Refused(f"More than one campaign is called “{wanted}”. Name it by its uid: {each}.")
    return found[0] if found else None


def drafted(name: str, group: Group | None, rows: list[SaidApproach]) -> Campaign:
    """The draft of a campaign of this name, from the first approach on. Raises Refused for no name, or a long one."""
    kept = " ".join(name.split())
    if not kept:
        raise Refused('Name the campaign: --campaign "Homes and a shop"')
    if len(kept) > LONGEST_NAME:
        raise Refused(f"That name is too long: {LONGEST_NAME} characters are the most.")
    whose = group or movement() or make_movement(name=MOVEMENT, by=importer())
    starts_on = min(row.on for row in rows)
    return draft_campaign(group=whose, name=kept, starts_on=starts_on, at=timezone.now(), by=importer())


def write(campaign: Campaign, rows: list[SaidApproach]) -> WrittenApproaches:
    """Write them down a few at a time, so that whoever else writes gets a turn, and what was killed keeps the rest."""
    total, names = WrittenApproaches(), KnownNames()
    for chunk in in_chunks(rows, AT_ONCE):
        written = write_approaches(campaign=campaign, rows=chunk, names=names, at=timezone.now(), by=importer())
        total.new += written.new
        total.known += written.known
        total.answered += written.answered
        total.powerholders += written.powerholders
        total.refused += written.refused
        let_others_write()
    return total


def tell(
    campaign: Campaign,
    is_new: bool,
    sheet: ApproachSheet,
    written: WrittenApproaches,
    refused: list[tuple[int, str]],
) -> dict[str, Any]:
    """What came of the file."""
    return {
        "campaign": campaign.name,
        "uid": str(campaign.uid),
        "campaign_created": is_new,
        "rows": len(sheet.rows),
        "new": len(written.new),
        "known": written.known,
        "answered": len(written.answered),
        "powerholders_created": [powerholder.name for powerholder in written.powerholders],
        "needs_review": sum(bool(approach.to_review) for approach in written.new) + len(written.powerholders) + is_new,
        "refused": [{"row": row, "reason": reason} for row, reason in refused],
    }


def say(told: dict[str, Any]) -> None:
    """The same in words."""
    begun = " (begun as a draft)" if told["campaign_created"] else ""
    click.echo(f"Campaign: {told['uid']} {told['campaign']}{begun}")
    click.echo(f"New approaches: {told['new']}. Known already: {told['known']}. Answered since: {told['answered']}.")
    if told["powerholders_created"]:
        click.echo(f"Powerholders to look at: {', '.join(told['powerholders_created'])}.")
    for refused in told["refused"]:
        click.echo(f"Row {refused['row']} was not taken. {refused['reason']}")


__all__ = ["approaches", "import_"]
