"""What apps to the right do when a movement starts or roles change, within the same transaction."""

from collections.abc import Callable

from m4c.core.register import Register
from m4c.people.models import Account, Movement

MOVEMENT_STARTED: Register[Callable[[Movement], None]] = Register("What else a new movement needs.")
ROLES_CHANGED: Register[Callable[[Account], None]] = Register("What else follows an account's roles.")


def movement_started(movement: Movement) -> None:
    """Give a new movement what other apps need: its site, for one."""
    for follow in MOVEMENT_STARTED.all():
        follow(movement)


def roles_changed(account: Account) -> None:
    """Let other apps follow the open roles of an account as they now are."""
    for follow in ROLES_CHANGED.all():
        follow(account)
