"""Fields of forms about people: groups to choose from, by slug and name."""

from typing import Any

from django import forms

from m4c.people.forms.people import GroupField
from m4c.people.models import Group
from tests.cast import Cast


class Form(forms.Form):
    group = GroupField(required=False, empty_label="All <of them>")


def form_of(cast: Cast, **data: str) -> Form:
    form = Form(data)
    groups: Any = form.fields["group"]
    groups.queryset = Group.objects.filter(pk__in=[cast.cardiff.pk, cast.swansea.pk])
    return form


def test_groups_are_drawn_with_the_one_that_was_chosen(cast: Cast):
    assert str(form_of(cast, group="swansea")["group"]).split("\n") == [
        '<select name="group" id="id_group">',
        '<option value="">All &lt;of them&gt;</option>',
        '<option value="cardiff">Cardiff</option>',
        '<option value="swansea" selected>Swansea</option>',
        "</select>",
    ]


def test_only_groups_offered_can_be_chosen(cast: Cast):
    assert form_of(cast, group="swansea").is_valid()
    assert not form_of(cast, group="manchester").is_valid()
