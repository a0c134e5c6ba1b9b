"""`m4c ledger`: the engagement ledger."""

import json

import click

from m4c.cli.shell import prepare
from m4c.people.ledger import rebuild as rebuild_ledger


@click.group()
def ledger() -> None:
    """The engagement ledger: what each person did, when. Written with the records, rebuilt from them.

    Example:  m4c ledger rebuild
    """
    prepare()


@ledger.command()
@click.option("--format", "as_", type=click.Choice(["text", "json"]), default="text", help="How to answer.")
def rebuild(as_: str) -> None:
    """Write the ledger anew from the records. On a healthy ledger it changes nothing."""
    found = rebuild_ledger()
    if as_ == "json":
        click.echo(json.dumps(found))
    elif any(found.values()):
        click.echo("Added {added}, changed {changed}, withdrew {withdrawn} rows.".format(**found))
    else:
        click.echo("The ledger says what the records say: nothing to change.")
