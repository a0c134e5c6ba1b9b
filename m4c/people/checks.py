"""Whether what people closed can still be known: asked by `m4c check`."""

from typing import Any

from django.core import checks
from django.core.checks import CheckMessage, Error, Tags
from django.db import connections

from m4c.people.models import Suppression
from m4c.people.models.suppression import key_mark


def closed_ways_are_known(app_configs: Any, databases: Any = None, **options: Any) -> list[CheckMessage]:
    """Every kept digest was made by the key in use: by another one, nobody's closed address is known again."""
    table = Suppression._meta.db_table
    if not databases or any(table not in connections[name].introspection.table_names() for name in databases):
        return []
    others = Suppression.objects.exclude(key_mark=key_mark()).count()
    if not others:
        return []
    sentence = f"{others} closed addresses were kept by another SUPPRESSION_KEY, and are not known by this one."
    return [Error(sentence, hint="Put back suppression_key from a backup of the data folder.", id="m4c.E004")]


def register() -> None:
    """Have it asked where the database is looked at."""
    checks.register(closed_ways_are_known, Tags.database)
