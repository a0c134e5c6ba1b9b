"""What builds on an import, so that undoing it would pull something else down."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from m4c.core.chunks import in_chunks
from m4c.people.imports.traces import records_made
from m4c.people.models import DoubleSuggestion, Engagement, Findable, ImportRow, Person, PersonEmail, PersonPhone

# Rows that follow the record they point at and say nothing of their own.
FOLLOWING = {DoubleSuggestion, Engagement, Findable, ImportRow, PersonEmail, PersonPhone}


def built_on(traces: Sequence[Sequence[Any]], rows: "models.QuerySet[ImportRow]") -> str | None:
    """One sentence that names what builds on the records that these traces of these rows tell of; None where nothing
    does. A later import is named before anything else.
    """
    own = records_made(traces)
    people = sorted(own.get(Person, ()))
    for ids in in_chunks(people):
        others = ImportRow.objects.filter(person__in=ids).exclude(written=[]).exclude(pk__in=rows.values("pk"))
        later = others.select_related("sheet_import").order_by("-sheet_import__made_at").first()
        if later:
            return _("“{file}” builds on it: undo that one first.").format(file=later.sheet_import.file_name)
    for model, ids_made in own.items():
        for relation in relations_to(model):
            number = sum(count_others(relation, ids, own) for ids in in_chunks(sorted(ids_made)))
            if number:
                what = relation.related_model._meta.verbose_name_plural
                return _("Something builds on it by now ({what}: {number}).").format(what=what, number=number)
    return None


def relations_to(model: type[models.Model]) -> Iterator[Any]:
    """Relations by which rows that say something of their own point at a model."""
    for relation in model._meta.get_fields(include_hidden=True):
        if not relation.auto_created or relation.concrete or relation.many_to_many:
            continue
        shares_home = model._meta.label_lower in ("people.household", "people.address")
        if relation.related_model not in FOLLOWING and not (shares_home and relation.related_model is Person):
            yield relation


def count_others(relation: Any, ids: Collection[int], own: dict[type[models.Model], set[int]]) -> int:
    """How many rows of other making point at these records by a relation."""
    model = relation.related_model
    pointing = model._default_manager.filter(**{f"{relation.field.name}__in": ids})
    return len(set(pointing.values_list("pk", flat=True)) - own.get(model, set()))
