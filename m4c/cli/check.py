"""`m4c check`: are settings and data in order."""

import sys

import click
from django.core.management import CommandError, call_command
from django.core.management.base import SystemCheckError

from m4c.cli.shell import prepare


@click.command()
@click.option("--deploy", is_flag=True, help="Ask what a public server must have, too.")
def check(deploy: bool) -> None:
    """Look whether settings and data are in order; with --deploy, whether they are fit for the public.

    Example:  SITE_URL=https://organise.example.org m4c check --deploy
    """
    prepare()
    try:
        call_command("check", deploy=deploy, databases=["default"], fail_level="WARNING" if deploy else "ERROR")
    except (SystemCheckError, CommandError) as error:
        click.echo(str(error).strip(), err=True)
        sys.exit(1)
