"""`m4c import concerns`: what people said hurts, from street questionnaires and outreach sheets."""

import json
from pathlib import Path

import click

from m4c.cli.groups import find_group, group_named
from m4c.cli.import_ import AS, DRY_RUN, FILE, MOVEMENT, clear_date, movement, tell_answer, written
from m4c.cli.import_event import import_
from m4c.core.errors import Refused
from m4c.core.models.record import uid_of
from m4c.listening.campaigns.sheet import ConcernSheet
from m4c.listening.campaigns.sitting import campaign_of
from m4c.listening.models import ListeningCampaign
from m4c.people.models import Group, SheetImport

LONGEST_NAME = 120


@import_.command()
@click.argument("file", type=FILE)
@click.option(
    "--campaign", "name", required=True, help="The listening campaign, by its name; begun where there is none."
)
@click.option("--group", "group_name", help="Whose campaign it is; told by its name alone where only one has it.")
@click.option("--date", "day", help="The day, for rows that give none: 2026-10-05, 5 October 2026 or 05/10/2026.")
@click.option("--create-group", is_flag=True, help="Make the group, where there is none of this name.")
@DRY_RUN
@AS
def concerns(
    file: Path, name: str, group_name: str | None, day: str | None, create_group: bool, dry_run: bool, as_: str
) -> None:
    """Bring in what people said hurts: date, place or postcode, group, who, words, how strongly, may we quote, theme.

    Whoever gave no name is one voice each. The same sheet twice changes nothing. Themes that it names are made. Of a
    sheet that asks whether we may use it, and tell them what comes of it, each row is a questionnaire, and is taken
    with a clear yes alone.

    Example:  m4c import concerns street.csv --campaign "Winter listening" --group Cardiff
    """
    group = group_of(group_name, create_group)
    known = campaign_called(name, group)
    group = group or (known.group if known else movement())
    details = {"campaign": known.name if known else clean_name(name), "day": clear_date(day).isoformat() if day else ""}
    given = SheetImport(kind=ConcernSheet.name, file_name=file.name, details=details)
    answer = written(given, file, group, group_name or MOVEMENT, dry_run=dry_run)
    found = campaign_of(SheetImport.objects.get(uid=answer.id)) if answer.id else known
    if as_ == "json":
        click.echo(json.dumps({"uid": str(found.uid) if found else None, **answer.as_json()}))
        return
    tell_answer(answer, dry_run)
    if found:
        click.echo(f"Campaign: {found.uid} ({found.name}, {found.group})")


def group_of(name: str | None, create: bool) -> Group | None:
    """The group that was typed; None where none was, or it is still to be made."""
    if not name:
        return None
    return find_group(name) if create else group_named(name, instead="Or add --create-group.")


def campaign_called(text: str, group: Group | None) -> ListeningCampaign | None:
    """The campaign of this name, address or uid: of this group or one above it, or else the only one that has it.

    Raises Refused where several have it.
    """
    wanted = " ".join(text.split())
    if uid := uid_of(wanted):
        found = ListeningCampaign.objects.filter(uid=uid)
    else:
        found = ListeningCampaign.objects.filter(name__iexact=wanted)
        if not found.exists():
            found = ListeningCampaign.objects.filter(slug=wanted.lower())
    if group:
        found = found.filter(group__path__in=group.ancestor_paths)
    campaigns = sorted(found.select_related("group"), key=lambda each: len(each.group.path))
    if not group and len(campaigns) > 1:
        groups = " or ".join(f"--group {campaign.group.slug}" for campaign in campaigns)
        raise Refused(f"More than one listening campaign is called “{wanted}”. Say which: {groups}.")
    return campaigns[-1] if campaigns else None


def clean_name(name: str) -> str:
    """A name as it is kept. Raises Refused for none, and for one that is too long."""
    kept = " ".join(name.split())
    if not kept:
        raise Refused('Name the listening campaign: --campaign "Winter listening"')
    if len(kept) > LONGEST_NAME:
        raise Refused(f"That name is too long: {LONGEST_NAME} characters are the most.")
    return kept


__all__ = ["concerns", "import_"]
