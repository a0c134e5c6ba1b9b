"""Every kind of row has said what becomes of it when somebody is erased, and as the labels of its fields ask."""

import pytest
from django.apps import apps

from m4c.core.labels import Fate
from m4c.people.erasing import ERASERS, Outcome, blanked_fields, models_of_apps
from m4c.people.models import Account, Person
from m4c.people.operations.merging.journal import relations_to

NAMED = {eraser.model for eraser in ERASERS.all()}


@pytest.mark.parametrize("model", models_of_apps(), ids=lambda model: model._meta.label)
def test_every_model_says_what_becomes_of_it(model):
    assert model in NAMED, f"tell m4c.people.erasing what becomes of {model._meta.label} on erasure"


def test_every_field_that_points_at_a_person_has_an_eraser():
    fields = {f"{relation.related_model._meta.label_lower}.{relation.field.name}" for relation in relations_to(Person)}
    assert fields - set(ERASERS.names()) == set()


def test_no_model_that_points_at_a_person_tells_of_nobody():
    pointing = {relation.related_model for relation in relations_to(Person)}
    assert {eraser.model for eraser in ERASERS.all() if eraser.outcome is Outcome.NOBODY} & pointing == set()


def test_every_app_of_ours_with_tables_has_erasers():
    names = {each.name for each in apps.get_app_configs() if each.name.startswith("m4c.")}
    assert {name.removeprefix("m4c.") for name in names} - {eraser.app for eraser in ERASERS.all()} == set()


@pytest.mark.parametrize("name", ERASERS.names())
def test_what_stays_may_stay_by_its_labels(name):
    eraser = ERASERS[name]
    if eraser.outcome is Outcome.STAYS and not eraser.erase and eraser.model is not Person:
        asked = [field for field in blanked_fields(eraser.model) if others_do_not(eraser.model, name)]
        assert asked == []


def others_do_not(model, name):
    """Whether no other eraser of the model blanks or deletes its rows."""
    others = [ERASERS[other] for other in ERASERS.names() if other != name and ERASERS[other].model is model]
    return not any(other.outcome in (Outcome.GOES, Outcome.NAMELESS) for other in others)


@pytest.mark.parametrize("name", ERASERS.names())
def test_what_stays_is_told_with_a_reason(name):
    eraser = ERASERS[name]
    if eraser.outcome in (Outcome.STAYS, Outcome.NAMELESS):
        assert eraser.by_name or eraser.why


def test_what_tells_of_nobody_has_no_label_of_identity_that_goes():
    """But for pages, whose words one eraser reads for all kinds of them, and lists drawn from other rows."""
    named = [eraser.model for eraser in ERASERS.all() if eraser.outcome is Outcome.NOBODY]
    read = {eraser.model for eraser in ERASERS.all() if eraser.outcome is not Outcome.NOBODY}
    left = {
        model._meta.label
        for model in named
        if model not in read and any(labelled.fate is Fate.BLANK for labelled in getattr(model, "labels", {}).values())
    }
    pages = {f"website.{page}" for page in ("GroupPage", "HomePage", "NewsIndexPage", "PeoplePage")}
    pages |= {"website.StandardPage", "website.StoryIndexPage"}
    assert left - pages == {"people.NameWord"}


def test_an_account_is_emptied_and_not_deleted():
    assert ERASERS[f"{Account._meta.label_lower}.person"].outcome is Outcome.NAMELESS
