"""Puts back what a merge did, the last first, unless something since contradicts it."""

from collections import defaultdict
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from m4c.people import ledger
from m4c.people.models import Engagement, Group, Membership, MergeTrace, PersonMerge
from m4c.people.operations.group import count_heads
from m4c.people.operations.merging.journal import MergeRefused, columns_of, plain


def put_back(merge: PersonMerge) -> dict[type[models.Model], set[int]]:
    """Let every row hold what it held before. Raises MergeRefused, naming what stands in the way.

    Returns the ids of the rows that the ledger follows, by model: it is theirs to be written anew.
    """
    sources: dict[type[models.Model], set[int]] = defaultdict(set)
    for trace in MergeTrace.objects.filter(merge=merge).order_by("-position"):
        model = apps.get_model(trace.table)
        try:
            with transaction.atomic():
                if trace.after is None:
                    bring_back(model, trace)
                elif trace.before is None:
                    take_away(model, trace)
                else:
                    change_back(model, trace)
        except IntegrityError:
            raise in_the_way(model) from None
        if trace.table in ledger.SOURCES:
            sources[model].update(trace.ids)
    return sources


def bring_back(model: type[models.Model], trace: MergeTrace) -> None:
    """Write a row anew as it was, under its own key."""
    record = model(pk=trace.ids[0], **values_of(model, trace.before))
    for field in model._meta.concrete_fields:
        if field.is_relation:
            try:
                field.validate(getattr(record, field.attname), record)
            except ValidationError:
                raise in_the_way(model) from None
    record.save_base(raw=True, force_insert=True)  # raw: as it was, and no date of today
    if isinstance(record, Membership):
        count_heads(Group.objects.get(pk=record.group_id).ancestor_paths, 1)


def take_away(model: type[models.Model], trace: MergeTrace) -> None:
    """Remove the row that the merge made, where nobody has changed it since."""
    rows = model._default_manager.filter(pk__in=trace.ids)
    check_unchanged(rows, trace)
    rows.delete()


def change_back(model: type[models.Model], trace: MergeTrace) -> None:
    """Let rows hold what they held; those that are gone by now stay gone."""
    rows = model._default_manager.filter(pk__in=trace.ids)
    check_unchanged(rows, trace)
    rows.update(**values_of(model, trace.before))


def check_unchanged(rows: "models.QuerySet[Any]", trace: MergeTrace) -> None:
    """Raise MergeRefused where a row holds other values by now. The ledger's follow others, and say nothing."""
    if rows.model is Engagement:
        return
    for row in rows:
        now = columns_of(row)
        if any(plain(now[name]) != value for name, value in (trace.after or {}).items()):
            raise in_the_way(rows.model)


def values_of(model: type[models.Model], kept: dict[str, Any] | None) -> dict[str, Any]:
    """Values as fields hold them, by column, from what JSON held."""
    columns = {field.attname: field for field in model._meta.concrete_fields}
    values = {}
    for name, value in (kept or {}).items():
        field: Any = columns[name]
        values[name] = (field.target_field if field.is_relation else field).to_python(value)
    return values


def in_the_way(model: type[models.Model]) -> MergeRefused:
    """The refusal that names what was changed since."""
    what = model._meta.verbose_name
    return MergeRefused(
        _("Something that came along was changed since ({what}), so it cannot be undone as a whole.").format(what=what),
        code="changed_since",
    )
