"""Every field of every model says what kind of data it holds, and what becomes of it on erasure."""

import django.apps
import pytest

from m4c.core.labels import Fate, Label, label

OURS = [model for model in django.apps.apps.get_models() if model.__module__.startswith("m4c.")]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_every_field_is_labelled(model):
    fields = {field.name for field in [*model._meta.concrete_fields, *model._meta.many_to_many]} - {"id", "uid"}
    assert set(getattr(model, "labels", {})) - {"id", "uid"} == fields


def test_a_field_is_labelled_once():
    with pytest.raises(ValueError, match="twice"):
        label(identity="name", contact="name")


def test_what_is_kept_has_a_label():
    with pytest.raises(ValueError, match="no label"):
        label(identity="name", kept="email")


def test_identity_is_blanked_and_operational_is_kept():
    labels = label(identity="name", operational="made_at", special="kind", kept="kind")
    assert (labels["name"].fate, labels["made_at"].fate) == (Fate.BLANK, Fate.KEEP)
    assert (labels["kind"].label, labels["kind"].fate) == (Label.SPECIAL, Fate.KEEP)
