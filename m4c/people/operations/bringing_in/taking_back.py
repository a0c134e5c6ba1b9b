"""Takes back what the traces of an import tell of: the reverse of bringing in."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, OuterRef

from m4c.people import ledger
from m4c.people.finding import rows as finding
from m4c.people.imports.traces import plain, records_made
from m4c.people.models import Address, Group, Membership, Person, PersonEmail, PersonPhone
from m4c.people.operations.group import count_heads


def take_back(traces: Sequence[Sequence[Any]]) -> None:
    """Undo what these traces tell: changed fields hold again what they held, records made go, the ledger follows.

    What points at another record goes before it; details that hang on a record go with it.
    """
    give_back_values(traces)
    gone = records_made(traces)
    found_otherwise = {trace[1] for trace in traces if len(trace) == 3 and trace[0] == Person._meta.label_lower}
    for detail in (PersonEmail, PersonPhone):
        details = detail.objects.filter(pk__in=gone.get(detail, ()))
        found_otherwise.update(details.values_list("person_id", flat=True))
    finding.withdraw(gone.get(Person, ()))
    for model in sorted(gone, key=depth, reverse=True):
        records = model._default_manager.filter(pk__in=gone[model])
        if model._meta.label_lower in ledger.SOURCES:
            ledger.withdraw(records)
        if model is Membership:
            uncount_heads(Membership.objects.filter(pk__in=gone[model]))
        homes = set(records.values_list("address", flat=True)) if model is Person else set()
        records.delete()
        if homes:
            nobody = ~Exists(Person.objects.filter(address=OuterRef("pk")))
            Address.objects.filter(nobody, pk__in=homes, do_not_knock_since=None).delete()
    finding.write(Person.objects.filter(pk__in=found_otherwise))


def give_back_values(traces: Iterable[Sequence[Any]]) -> None:
    """Let changed fields hold what they held, unless somebody has changed them again since."""
    changes: dict[type[models.Model], list[tuple[int, str, Any, Any]]] = defaultdict(list)
    for trace in traces:
        for name, (old, new) in trace[2].items() if len(trace) == 3 else ():
            changes[apps.get_model(trace[0])].append((trace[1], name, old, new))
    for model, listed in changes.items():
        records = model._default_manager.in_bulk({pk for pk, *_rest in listed})
        for pk, name, old, new in reversed(listed):
            record = records.get(pk)
            if record is not None and plain(getattr(record, name)) == new:
                field = model._meta.get_field(name.removesuffix("_id"))
                setattr(record, name, old if field.is_relation else field.to_python(old))  # type: ignore[union-attr]
        names = sorted({name.removesuffix("_id") for _pk, name, _old, _new in listed})
        model._default_manager.bulk_update(records.values(), names, batch_size=100)
        if model._meta.label_lower in ledger.SOURCES:
            ledger.write(records.values())


def uncount_heads(memberships: "models.QuerySet[Membership]") -> None:
    """Take these memberships out of the head counts of their groups and of those above."""
    numbers = dict(memberships.order_by().values_list("group").annotate(Count("pk")))
    for group in Group.objects.filter(pk__in=numbers):
        count_heads(group.ancestor_paths, -numbers[group.pk])


def depth(model: type[models.Model], on_the_way: frozenset[type[models.Model]] = frozenset()) -> int:
    """How many tables away the last one is that this one leads to: what points at others is deeper than they are.

    Two that point at each other count as far as one of them leads beside the other.
    """
    on_the_way |= {model}
    targets = {
        field.related_model
        for field in model._meta.concrete_fields
        if field.is_relation and isinstance(field.related_model, type) and field.related_model not in on_the_way
    }
    return 1 + max((depth(target, on_the_way) for target in targets), default=0)
