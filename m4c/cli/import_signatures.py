"""`m4c import signatures`: names typed from the sheets of a paper petition into a table."""

import json
from pathlib import Path
from uuid import UUID

import click
from django.utils import timezone

from m4c.campaigns.ladder.bringing_in import BroughtIn, bring_in_file
from m4c.campaigns.models import PaperPetition
from m4c.cli.import_ import AS, FILE, importer
from m4c.cli.import_approaches import import_
from m4c.core.errors import Refused


@import_.command()
@click.argument("file", type=FILE)
@click.option("--petition", "name", required=True, help="The petition, by its title or its id.")
@click.option("--campaign", "campaign", help="Whose petition it is, where several have this title.")
@AS
def signatures(file: Path, name: str, campaign: str | None, as_: str) -> None:
    """Bring in signatures from paper: name, postcode, e-mail, phone, date, sheet and line, and a column for each tick.

    Twice is once: by sheet and line where the file gives them. Signing is no consent, and makes nobody a person.

    Example:  m4c import signatures sheets.csv --petition "Build on the empty site"
    """
    petition = petition_called(name, campaign)
    told = bring_in_file(petition, file, importer(), timezone.now())
    if as_ == "json":
        click.echo(json.dumps({"petition": petition.title, "uid": str(petition.uid), **told.as_json()}))
    else:
        say(told)


def petition_called(text: str, campaign: str | None) -> PaperPetition:
    """The petition of this title or uid. Raises Refused where there is none, or several."""
    wanted = " ".join(text.split())
    try:
        found = PaperPetition.objects.filter(uid=UUID(wanted))
    except ValueError:
        found = PaperPetition.objects.filter(title__iexact=wanted)
    if campaign:
        found = found.filter(campaign__name__iexact=" ".join(campaign.split()))
    petitions = list(found.select_related("campaign__group")[:2])
    if not petitions:
        raise Refused(f"There is no petition “{wanted}”. Begin it on its campaign's page.")
    if len(petitions) > 1:
        raise Refused(f"More than one petition is called “{wanted}”. Say whose: --campaign NAME")
    return petitions[0]


def say(told: BroughtIn) -> None:
    """The same in words."""
    click.echo(f"{told.signatures} signatures are new, {told.twice} stood there before, {len(told.refused)} refused.")
    for row, reason in told.refused:
        click.echo(f"Row {row} was not taken. {reason}")
    for row, remark in told.remarks:
        click.echo(f"Row {row} is in, with a remark: {remark}")


__all__ = ["import_", "signatures"]
