"""`m4c people`: find people, and keep what they are found by in order."""

import json
import time
from typing import Any

import click
from django.db.models import Prefetch, prefetch_related_objects

from m4c.cli.shell import prepare
from m4c.core.errors import Refused
from m4c.core.permissions import Role
from m4c.people.finding.find import find
from m4c.people.finding.rows import rebuild
from m4c.people.models import Account, Membership, Person
from m4c.people.naming import person_named

as_option = click.option("--format", "as_", type=click.Choice(["text", "json"]), default="text", help="How to answer.")


@click.group()
def people() -> None:
    """The people on record.

    Example:  m4c people search "sian 07700" --as nadia@example.org
    """
    prepare()


@people.command(context_settings={"ignore_unknown_options": True})  # whoever is called "-ah" is found too
@click.argument("text")
@click.option(
    "--as", "email", metavar="EMAIL", help="Among those whom this account sees; everybody where none is named."
)
@as_option
def search(text: str, email: str | None, as_: str) -> None:
    """The first fifty people by any part of a name, an e-mail, a phone number or a postcode; or one by a uid.

    Example:  m4c people search szymanski --format json
    """
    account = account_of(email)
    found = [told(person) for person in found_for(account, text)]
    if as_ == "json":
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for each in found:
        click.echo("  ".join(filter(None, [each["name"], each["email"], each["postcode"], ", ".join(each["groups"])])))
    if not found:
        click.echo("Nobody found.")


@people.command("rebuild-search")
@as_option
def rebuild_search(as_: str) -> None:
    """Write what people are found by anew from their records. Where all is in order it changes nothing."""
    began = time.perf_counter()
    changed = rebuild()
    if as_ == "json":
        click.echo(json.dumps(changed))
    elif any(changed.values()):
        took = time.perf_counter() - began
        click.echo("Added {added}, changed {changed}, withdrew {withdrawn}".format(**changed) + f" in {took:.1f} s.")
    else:
        click.echo("Everybody is found by what their record says: nothing to change.")


def account_of(email: str | None) -> Account:
    """The account of this address, the operator's where none is named. Raises Refused where there is none."""
    if email is None:
        return Account.objects.of_system(Role.OPERATOR)
    found = Account.objects.filter(email__iexact=email.strip()).first()
    if found is None:
        raise Refused(f"No account signs in by “{email}”.")
    return found


def found_for(account: Account, text: str) -> list[Person]:
    """Whom the account finds, with what is told of them."""
    named = person_named(account, text)
    found = [named] if named else find(account, text)
    memberships = Membership.objects.visible_to(account).open().select_related("group")
    prefetch_related_objects(found, "emails", "address", Prefetch("memberships", memberships))
    return found


def told(person: Person) -> dict[str, Any]:
    """A person as the command answers."""
    emails = [email.address for email in person.emails.all()]
    return {
        "uid": str(person.uid),
        "name": person.name,
        "email": emails[0] if emails else "",
        "postcode": person.address.postcode if person.address else "",
        "groups": list(dict.fromkeys(membership.group.name for membership in person.memberships.all())),
    }
