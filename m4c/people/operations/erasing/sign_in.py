"""Close the account of somebody who is erased, for good: nothing opens it again, and it has no address."""

from django.db.models import QuerySet

from m4c.people.erasing import Forgotten
from m4c.people.models import Account
from m4c.people.operations.account import shut


def close(forgotten: Forgotten, rows: QuerySet[Account]) -> None:
    """End roles, sessions, links, password and second factors, and forget the address."""
    for account in rows.filter(email__isnull=False):
        shut(account)
        account.email, account.time_zone = None, ""
        account.save(update_fields=["email", "time_zone"])
