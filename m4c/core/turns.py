"""What only one may do at a time, whoever else reads and writes meanwhile."""

from django.db import connection


def take_turn(at: str) -> None:
    """Wait until nobody else does what goes by this name, and keep others from it until the transaction ends.

    On PostgreSQL by an advisory lock, which stands in the way of nothing else, as a held row would. SQLite has one
    writer at a time anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [at])
