"""The one way to change the world: an operation checks the right, opens the transaction and writes the audit entry."""

import functools
import inspect
import logging
import uuid
from collections.abc import Callable, Iterable, Mapping
from contextvars import ContextVar
from typing import Any, TypeVar

from django.db import models, transaction

from m4c.core.errors import NotAllowed
from m4c.core.labels import Label
from m4c.core.models import AuditEntry
from m4c.core.models.record import new_uid
from m4c.core.permissions import Permission
from m4c.core.public_version import bump
from m4c.core.visibility import EVERYWHERE, scopes_of

log = logging.getLogger("m4c.operations")
Body = TypeVar("Body", bound=Callable[..., Any])
Changed = TypeVar("Changed", bound=models.Model)

OPERATIONS: dict[str, Callable[..., Any]] = {}
_batch: ContextVar[uuid.UUID | None] = ContextVar("batch", default=None)


def operation(
    permission: Permission, *, on: str | None, every: bool = False, public: bool = False
) -> Callable[[Body], Body]:
    """Make a keyword-only function an operation.

    `on` names the keyword whose record or records the right is asked about (to create, name the parent); None asks
    for the right over the whole movement. A record of several groups needs the right in one of them, or in all of
    them with `every=True` (moves and merges). `public` says that it may change what the public sees: kept pages are
    made anew. The body returns the records it touched, alone, in a list, or in an
    object with `touched`. Raises NotAllowed, and whatever Refused the body raises; either leaves nothing behind.
    """

    def decorate(body: Body) -> Body:
        parameters = inspect.signature(body).parameters
        kinds = {parameter.kind for parameter in parameters.values()}
        if kinds != {inspect.Parameter.KEYWORD_ONLY} or "by" not in parameters or (on and on not in parameters):
            raise TypeError(f"{body.__qualname__}: keyword-only, with by={f' and {on}=' if on else ''}")
        name = operation_name(body)

        @functools.wraps(body)
        def run(**given: Any) -> Any:
            by = given["by"]
            if not by.may(permission, scopes_of(given[on]) if on else EVERYWHERE, every=every):
                log.warning("refused %s to account %s: lacks %s", name, by.uid, permission)
                raise NotAllowed(permission)
            batch = _batch.get() or new_uid()
            token = _batch.set(batch)
            try:
                with transaction.atomic():
                    answer = body(**given)
                    AuditEntry.write(name, batch, by, records_in(answer))
                    if public:
                        bump()
                    return answer
            finally:
                _batch.reset(token)

        run.permission, run.operation, run.on = permission, name, on  # type: ignore[attr-defined]
        OPERATIONS[name] = run
        return run  # type: ignore[return-value]

    return decorate


def operation_name(body: Callable[..., Any]) -> str:
    """`events.check_in` for `check_in` in `m4c.events.operations.attendance`."""
    return f"{body.__module__.split('.')[1]}.{body.__name__}"


def records_in(answer: Any) -> list[models.Model]:
    """The records that an operation says it touched."""
    if answer is None:
        return []
    if isinstance(answer, models.Model):
        return [answer]
    if hasattr(answer, "touched"):
        return list(answer.touched)
    if isinstance(answer, Iterable) and not isinstance(answer, (str, bytes, dict)):
        return [record for record in answer if isinstance(record, models.Model)]
    return []


def change(record: models.Model, **values: Any) -> list[str]:
    """Set and save the fields that differ, and leave their names (and operational values) for the audit entry.

    Returns the names of the fields that changed.
    """
    changed = set_values(record, values)
    if changed:
        record.save(update_fields=changed)
    return changed


def change_many(values_of: Mapping[Changed, Mapping[str, Any]]) -> list[Changed]:
    """The same for many records of one model, given with their values, in a statement for 500. Returns who changed."""
    changed = {record: names for record, values in values_of.items() if (names := set_values(record, values))}
    if changed:
        names = sorted(set().union(*changed.values()))
        type(next(iter(changed)))._default_manager.bulk_update(changed, names, batch_size=500)
    return list(changed)


def set_values(record: models.Model, values: Mapping[str, Any]) -> list[str]:
    """Set what differs, unsaved, and note it for the audit entry. Returns the names of the fields."""
    changed = [name for name, value in values.items() if getattr(record, name) != value]
    changes = record.__dict__.setdefault("audit_changes", {})
    for name in changed:
        field = record._meta.get_field(name)  # `brought_by` for `brought_by_id` too
        assert isinstance(field, models.Field)
        before = field.value_from_object(record)  # of a relation its id: the name of somebody is no operational value
        setattr(record, name, values[name])
        operational = record.labels[field.name].label is Label.OPERATIONAL  # type: ignore[attr-defined]
        changes[field.name] = [str(before), str(field.value_from_object(record))] if operational else None
    return changed
