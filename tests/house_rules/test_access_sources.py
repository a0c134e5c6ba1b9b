"""Nothing held on a person is left out of their copy by being forgotten: each model is in a source, or told why."""

from django.apps import apps
from django.db import models

from m4c.core.labels import Label
from m4c.people.access.sources import ACCESS_SOURCES
from m4c.people.models import Person

# What stands in no copy, and why.
NOT_GIVEN = {
    "people.Findable": "drawn from the name and contact details, which are given",
    "people.NameWord": "words of names, tied to nobody",
    "people.DoubleSuggestion": "a guess of the machine that two records are one, gone once somebody looks",
    "people.Referral": "worries are the safeguarding lead's, who decides with whoever answers what may be told",
    "people.Erasure": "made only when everything else goes",
    "people.AccessPack": "the copy itself",
    "people.Breach": "names nobody",
    "people.ChartPlace": "a place on a chart by its name alone; the membership that fills it is given",
    "people.Movement": "who runs the movement, in public",
    "people.Imprint": "who publishes the site, in public",
    "people.MergeTrace": "what undoes a merge for a month: older values of rows that are given",
    "website.Picture": "the photographer's credit; whoever can be recognised is given",
    "events.OutsideHost": "what the programme of somebody else says in public of its chair and panel",
    "power.Institution": "a body, and its public website",
    "website.NewsPage": "public",
    "website.PeoplePage": "public: what those on it agreed to have written",
    "website.HomePage": "public",
}


def holds_a_person(model: type[models.Model]) -> bool:
    """Whether rows of a model name a person, by a key or by who they are and how they are reached."""
    labels = getattr(model, "labels", {})
    personal = {Label.IDENTITY, Label.CONTACT}
    return any(
        (column.is_relation and column.related_model is Person)
        or (column.name in labels and labels[column.name].label in personal)
        for column in model._meta.concrete_fields
    )


def test_every_model_with_a_person_in_it_is_given_or_told_why_not():
    given = {model._meta.label for source in ACCESS_SOURCES.all() for model in source.models}
    holding = {model._meta.label for model in apps.get_models() if holds_a_person(model)}

    assert sorted(holding - given - set(NOT_GIVEN)) == []


def test_what_is_said_to_be_left_out_is_there_and_is():
    given = {model._meta.label for source in ACCESS_SOURCES.all() for model in source.models}
    everything = {model._meta.label for model in apps.get_models()}

    assert sorted(set(NOT_GIVEN) - everything) == []
    assert sorted(set(NOT_GIVEN) & given) == []
