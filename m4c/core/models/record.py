"""What every record that leaves the server has: a name of its own that tells nothing but when it was made."""

import uuid
from typing import Any

import uuid_utils.compat
from django.db import models


def new_uid() -> uuid.UUID:
    """A fresh UUIDv7, sortable by the time it was made. A name, never a secret."""
    return uuid_utils.compat.uuid7()


def uid_of(typed: object) -> uuid.UUID | None:
    """The name of a record as it was typed or sent; None for what is none, so that nonsense finds nothing."""
    if isinstance(typed, uuid.UUID):
        return typed
    try:
        return uuid.UUID(str(typed))
    except ValueError:
        return None


class Record(models.Model):
    """A row known outside by `uid`; `id` stays inside. A device may mint the `uid` itself."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)

    class Meta:
        abstract = True

    def _get_FIELD_display(self, field: "models.Field[Any, Any]") -> str:  # noqa: N802 - Django's name
        """The label of a choice, for get_..._display: Django's own translates those of all others as well each time."""
        value = getattr(self, field.attname)
        return str(dict(field.flatchoices).get(value, "" if value is None else value))
