"""Fields of forms about people: groups to choose from, by slug and name, and the line to search by."""

from typing import Any

from django import forms

from m4c.people.forms.people import GroupField
from m4c.people.forms.widgets import SearchInput
from m4c.people.models import Group
from m4c.people.permissions import SEE_PEOPLE
from tests.cast import Cast


class Form(forms.Form):
    group = GroupField(required=False, empty_label="All <of them>")
    q = forms.CharField(required=False, widget=SearchInput(attrs={"maxlength": 9}))


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


def test_groups_offered_by_a_right_are_those_of_the_account_alone(cast: Cast):
    for typed, is_offered in (("cardiff", True), ("", True), ("manchester", False), ("\x00", False), ("' OR 1", False)):
        form = Form({"group": typed})
        field: Any = form.fields["group"]
        field.offer_where(cast.fresh("organiser"), SEE_PEOPLE)
        assert form.is_valid() is is_offered
        assert ("cardiff", "Cardiff") in list(field.choices)
        assert "Manchester" not in str(form["group"])


def test_what_was_typed_stands_in_its_line_and_is_no_markup():
    assert str(Form({"q": '"><b>'})["q"]) == (
        '<input id="id_q" maxlength="9" name="q" type="search" value="&quot;&gt;&lt;b&gt;">'
    )
    assert "value" not in str(Form()["q"])
