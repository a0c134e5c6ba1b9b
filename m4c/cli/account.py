"""`m4c account`: invite accounts, give and end roles, print sign-in links."""

import json
from typing import Any

import click
from django.conf import settings
from django.utils import timezone

from m4c.cli.groups import group_named
from m4c.cli.shell import prepare
from m4c.core.errors import Refused
from m4c.core.permissions import Role
from m4c.people.models import Account, AccountRole, Group
from m4c.people.operations import account as operations
from m4c.people.operations.group import make_movement
from m4c.people.operations.sign_in import FreshLink, forget_second_factor, link_from_command_line

MOVEMENT = "Movement for Change"
ROLES = ", ".join(role.value for role in Role if not role.is_system)

as_option = click.option("--format", "as_", type=click.Choice(["text", "json"]), default="text", help="How to answer.")
email_option = click.option("--email", required=True, help="The address that the account signs in by.")
role_option = click.option("--role", required=True, help=f"What it may do: {ROLES}.")
group_option = click.option("--group", help="In which group, by its name; the whole movement where none is named.")


@click.group()
def account() -> None:
    """Accounts come by invitation: make them here, give and end their roles, print sign-in links.

    Example:  m4c account create --email nadia@example.org --role organiser --group Manchester
    """
    prepare()


@account.command()
@email_option
@role_option
@group_option
@click.option("--given-name", default="", help="First name.")
@click.option("--family-name", default="", help="Last name.")
@as_option
def create(email: str, role: str, group: str | None, given_name: str, family_name: str, as_: str) -> None:
    """Make an account with a role, and print a link that signs it in, once.

    Example:  m4c account create --email nadia@example.org --role organiser --group Manchester
    """
    by = operator()
    made = operations.create_account(
        email=email, role=role, group=group_of(group, by), given_name=given_name, family_name=family_name, by=by
    )
    show_link(link_from_command_line(account=made, by=by), as_)


@account.command()
@email_option
@as_option
def link(email: str, as_: str) -> None:
    """Print a new link that signs an account in, once. Those made before stop working.

    Example:  m4c account link --email nadia@example.org
    """
    show_link(link_from_command_line(account=account_of(email), by=operator()), as_)


@account.command("list")
@as_option
def list_(as_: str) -> None:
    """List the accounts with their roles.

    Example:  m4c account list --format json
    """
    rows = [row_of(each) for each in Account.objects.filter(system="").prefetch_related("roles__group")]
    if as_ == "json":
        click.echo(json.dumps(rows))
        return
    for row in rows:
        roles = "; ".join(f"{role['role']} in {role['group']}" for role in row["roles"])
        click.echo(f"{row['email']}  {'closed' if row['closed'] else roles or 'no role'}")


@account.command()
@email_option
def close(email: str) -> None:
    """Close an account: it is signed out at once, and its roles end.

    Example:  m4c account close --email nadia@example.org
    """
    operations.close_account(account=account_of(email), by=operator())
    click.echo(f"{email} is closed.")


@account.command("forget-second-factor")
@email_option
def forget_factor(email: str) -> None:
    """Forget the passkeys, authenticator app and recovery codes of somebody who lost theirs.

    Example:  m4c account forget-second-factor --email grace@example.org
    """
    forget_second_factor(account=account_of(email), by=operator())
    click.echo(f"{email} sets up new ones at the next sign-in.")


@account.group("role")
def role_() -> None:
    """Give and end roles.

    Example:  m4c account role give --email nadia@example.org --role editor --group Wales
    """


@role_.command()
@email_option
@role_option
@group_option
def give(email: str, role: str, group: str | None) -> None:
    """Give an account a role in a group.

    Example:  m4c account role give --email nadia@example.org --role editor --group Wales
    """
    by = operator()
    given = operations.give_role(account=account_of(email), role=role, group=group_of(group, by), by=by)
    click.echo(f"{email} is {given.role} in {given.group}.")


@role_.command()
@email_option
@role_option
@group_option
def end(email: str, role: str, group: str | None) -> None:
    """End an account's role in a group.

    Example:  m4c account role end --email nadia@example.org --role editor --group Wales
    """
    by = operator()
    where = group_of(group, by)
    held = AccountRole.objects.open().filter(account=account_of(email), role=role, group=where).first()
    if held is None:
        raise Refused(f"{email} is not {role} in {where}.")
    operations.end_role(role=held, by=by)
    click.echo(f"{email} is no longer {role} in {where}.")


def operator() -> Account:
    """The account of whoever holds the machine."""
    return Account.objects.of_system(Role.OPERATOR)


def account_of(email: str) -> Account:
    """The account of this address. Raises Refused where there is none."""
    found = Account.objects.filter(email=email.strip().lower()).first()
    if found is None:
        raise Refused(f"There is no account of {email}.")
    return found


def group_of(name: str | None, by: Account) -> Group:
    """The group of this name, or the movement itself, made here where the data folder is empty."""
    if name:
        return group_named(name)
    movement = Group.objects.filter(kind=Group.Kind.MOVEMENT).first()
    return movement or make_movement(name=MOVEMENT, by=by)


def row_of(each: Account) -> dict[str, Any]:
    """An account for the list."""
    roles = [role for role in each.roles.all() if role.ended_at is None]
    return {
        "email": each.email,
        "closed": not each.is_active,
        "roles": [{"role": role.role, "group": role.group.name} for role in roles],
    }


def show_link(fresh: FreshLink, as_: str) -> None:
    """Print a link, and how long it is good."""
    until = timezone.localtime(fresh.link.expires_at)
    if as_ == "json":
        email = fresh.link.account.email
        click.echo(json.dumps({"email": email, "link": str(fresh), "expires_at": until.isoformat()}))
        return
    click.echo(str(fresh))
    click.echo(f"It signs in once, within {settings.SIGN_IN_LINK_DAYS} days, until {until:%d %B %Y, %H:%M}.")
