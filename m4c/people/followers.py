"""What apps to the right do when a movement starts or roles change, within the same transaction."""

from collections.abc import Callable

from m4c.core.register import Register
from m4c.people.models import Account, Group, Movement, Person

MOVEMENT_STARTED: Register[Callable[[Movement], None]] = Register("What else a new movement needs.")
ROLES_CHANGED: Register[Callable[[Account], None]] = Register("What else follows an account's roles.")

GROUP_CHANGED: Register[Callable[[Group], None]] = Register("What else follows a group's name, place and end.")
AGE_SAID: Register[Callable[[Person], None]] = Register("What else follows how old somebody is.")
PROTECTED: Register[Callable[[Person], None]] = Register("What else hides a person who is kept safe.")


def movement_started(movement: Movement) -> None:
    """Give a new movement what other apps need: its site, for one."""
    for follow in MOVEMENT_STARTED.all():
        follow(movement)


def roles_changed(account: Account) -> None:
    """Let other apps follow the open roles of an account as they now are."""
    for follow in ROLES_CHANGED.all():
        follow(account)


def group_changed(group: Group) -> None:
    """Let other apps follow a group as it now is: renamed, moved or ended."""
    for follow in GROUP_CHANGED.all():
        follow(group)


def protected(person: Person) -> None:
    """Have other apps hide a person at once."""
    for follow in PROTECTED.all():
        follow(person)


def age_said(person: Person) -> None:
    """Have other apps follow how old somebody is."""
    for follow in AGE_SAID.all():
        follow(person)
