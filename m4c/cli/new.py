"""`m4c new`: a movement of one's own, in its own data folder."""

import click
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from m4c.cli.shell import prepare
from m4c.core import demo_mode
from m4c.core.errors import Refused
from m4c.core.permissions import Role
from m4c.people.models import Account, Movement
from m4c.people.operations.account import create_account, give_role
from m4c.people.operations.movement import Answers, start_movement
from m4c.people.operations.sign_in import link_from_command_line

LANGUAGES = {"en": Movement.Language.ENGLISH, "cy": Movement.Language.WELSH}


def email(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
    """An e-mail address, or a sentence saying that it is none."""
    try:
        validate_email(value)
    except ValidationError:
        raise click.BadParameter(f"“{value}” is not an e-mail address.") from None
    return value


@click.command()
@click.option("--name", prompt="What is the movement called", help="Its name.")
@click.option("--place", prompt="Where is it at home (town, county or country)", help="Where it is at home.")
@click.option("--run-by", prompt="Who runs it (your e-mail address)", callback=email, help="Who runs it.")
@click.option(
    "--data-protection", prompt="Whom do people ask about their data (e-mail address)", callback=email, help="Contact."
)
@click.option(
    "--language", prompt="Language", type=click.Choice(list(LANGUAGES)), default="en", help="English or Cymraeg."
)
def new(name: str, place: str, run_by: str, data_protection: str, language: str) -> None:
    """Start a movement of your own: five questions, an empty database, and a sign-in link for you.

    Example:  M4C_DATA=~/our-movement m4c new
    """
    if demo_mode.is_demo():
        raise Refused("This data folder holds the demo. Choose one of its own: M4C_DATA=~/our-movement m4c new")
    prepare()
    by = Account.objects.of_system(Role.OPERATOR)
    with transaction.atomic():
        answers = Answers(name, place, run_by, data_protection, LANGUAGES[language])
        movement = start_movement(answers=answers, by=by)
        account = create_account(email=run_by, role=Role.ADMIN, group=movement.group, by=by)
        for role in (Role.ORGANISER, Role.DATA_PROTECTION):  # theirs until they give them on
            give_role(account=account, role=role, group=movement.group, by=by)
    click.echo(f"{name} is ready. Serve it with: m4c serve")
    click.echo(f"Sign in, once, within three days: {link_from_command_line(account=account, by=by)}")
