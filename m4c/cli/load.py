"""`m4c load`: public tables that an operator may load."""

from pathlib import Path

import click

from m4c.cli.shell import prepare
from m4c.core.permissions import Role
from m4c.events.operations.school_holiday import add_school_holidays
from m4c.events.planning.holiday_file import holidays_in
from m4c.people.models import Account
from m4c.places.directory import load_postcode_directory


@click.group()
def load() -> None:
    """Public tables that answer more exactly than what comes with the software.

    Example:  m4c load postcodes ONSPD_AUG_2026_UK.csv
    """
    prepare()


@load.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def postcodes(file: Path) -> None:
    """Load a directory of full postcodes (ONSPD or NSPL, CSV). Loading the same file twice changes nothing."""
    found = load_postcode_directory(path=file, by=Account.objects.of_system(Role.OPERATOR))
    click.echo(str(found))


@load.command("school-holidays")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def school_holidays(file: Path) -> None:
    """Load school holidays as councils publish them (CSV: area, name, first day, last day, source)."""
    written = add_school_holidays(holidays=holidays_in(file), by=Account.objects.of_system(Role.OPERATOR))
    click.echo(f"{len(written)} school holidays are written down.")
