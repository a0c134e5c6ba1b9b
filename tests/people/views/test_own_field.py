"""The page of the movement's own fields, and what stands in them on a person's pages."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from m4c.core.panels import PERSON_PANELS
from m4c.people.models import OwnField, OwnValue
from m4c.people.operations.own_field import NewField, change_own_field, end_own_field, fill_own_fields, make_own_field
from tests.cast import Cast
from tests.factories import NOW, queries_of, signed_in, somebody, words_of

TYPED = {"kind": "choice", "name": "Free on", "choices": "Mornings | Boreau\nEvenings\n", "tier": "group"}


def add(cast: Cast, name: str = "Can lend a van", kind: str = "yes_no", **more: object) -> OwnField:
    new = NewField(kind=kind, name=name, holds="operational", **more)  # type: ignore[arg-type]
    return make_own_field(new=new, at=NOW, by=cast.admin)


@pytest.fixture
def admin(cast: Cast):
    return signed_in(cast, "admin")


def test_a_field_is_added_changed_ended_and_asked_again(cast: Cast, admin) -> None:
    page = reverse("own-fields")
    assert "Nothing of our own yet" in words_of(admin.get(page))
    assert admin.post(page, TYPED | {"holds": "operational"}).url == page
    own = OwnField.objects.get()
    assert (own.name, own.choices) == ("Free on", [["Mornings", "Boreau"], ["Evenings", ""]])
    assert "Mornings, Evenings" in words_of(admin.get(page))
    change = reverse("own-field", kwargs={"uid": own.uid})
    assert "Mornings | Boreau" in words_of(admin.get(change))
    admin.post(change, TYPED | {"name": "Has time on", "holds": "content"})
    own.refresh_from_db()
    assert (own.name, own.holds, own.kind) == ("Has time on", "content", "choice")
    admin.post(reverse("end-own-field", kwargs={"uid": own.uid}))
    assert "Asked no more" in words_of(admin.get(page))
    assert admin.get(change).status_code == 404
    admin.post(reverse("resume-own-field", kwargs={"uid": own.uid}))
    own.refresh_from_db()
    assert own.ended_at is None


def test_a_score_is_refused_on_the_form_and_decided_on_by_data_protection(cast: Cast, admin) -> None:
    page, typed = (
        reverse("own-fields"),
        {"kind": "number", "name": "Support score", "tier": "group", "holds": "special"},
    )
    told = words_of(admin.post(page, typed), 422)
    assert "which we keep of nobody" in told
    assert "allowed_because" not in told
    decides = signed_in(cast, "data_protection")
    assert "allowed_because" in words_of(decides.get(page))
    decides.post(page, typed | {"allowed_because": "Decided by the assembly of June"})
    assert OwnField.objects.get().allowed_by == cast.data_protection
    assert "Decided by the assembly of June" in words_of(admin.get(page))


def test_it_is_filled_in_and_shown_on_the_persons_page(cast: Cast) -> None:
    amal, organiser = somebody(cast), signed_in(cast, "organiser")
    own, day = add(cast), add(cast, "First aid until", "date")
    fill_in = reverse("own-values", kwargs={"uid": amal.uid})
    assert f'href="{fill_in}"' in words_of(organiser.get(reverse("person", kwargs={"uid": amal.uid})))
    organiser.post(fill_in, {own.uid.hex: "yes", day.uid.hex: "2027-02-01"})
    page = words_of(organiser.get(reverse("person", kwargs={"uid": amal.uid})))
    assert "Can lend a van" in page
    assert "1 February 2027" in page
    assert 'value="2027-02-01"' in words_of(organiser.get(fill_in))
    assert "this field" not in words_of(organiser.post(fill_in, {day.uid.hex: "soon"}), 422)
    organiser.post(fill_in, {own.uid.hex: "", day.uid.hex: "2027-02-01"})
    assert list(OwnValue.objects.values_list("field", "value")) == [(day.pk, "2027-02-01")]


def test_what_stands_in_an_ended_field_can_be_taken_out(cast: Cast) -> None:
    amal, organiser, own = somebody(cast), signed_in(cast, "organiser"), add(cast)
    fill_own_fields(person=amal, values={own: "yes"}, at=NOW, by=cast.organiser)
    end_own_field(own=own, at=NOW, by=cast.admin)
    assert "Take it out" in words_of(organiser.get(reverse("own-values", kwargs={"uid": amal.uid})))
    organiser.post(reverse("take-out-value", kwargs={"uid": amal.uid, "field": own.uid}))
    assert not OwnValue.objects.exists()


def test_two_values_are_both_told_and_neither_is_chosen(cast: Cast) -> None:
    amal, organiser, own = somebody(cast), signed_in(cast, "organiser"), add(cast, "Speaks", "text")
    for value in ("Arabic", "Somali"):
        OwnValue.objects.create(person=amal, field=own, value=value, set_by=cast.organiser, set_at=NOW)
    fill_in = reverse("own-values", kwargs={"uid": amal.uid})
    assert "Two records said: Arabic; Somali" in words_of(organiser.get(fill_in))
    organiser.post(fill_in, {own.uid.hex: ""})
    assert OwnValue.objects.count() == 2
    organiser.post(fill_in, {own.uid.hex: "Arabic"})
    assert OwnValue.objects.get().value == "Arabic"


def test_a_choice_that_is_offered_no_more_stays_until_somebody_changes_it(cast: Cast) -> None:
    amal, organiser, van = somebody(cast), signed_in(cast, "organiser"), add(cast)
    own = add(cast, "Free on", "choice", choices=[("Mornings", "Boreau"), ("Evenings", "")])
    fill_own_fields(person=amal, values={own: "Mornings"}, at=NOW, by=cast.organiser)
    left = NewField("choice", "Free on", "operational", choices=[("Evenings", ""), ("Nights", "")])
    change_own_field(own=own, new=left, at=NOW, by=cast.admin)
    fill_in = reverse("own-values", kwargs={"uid": amal.uid})
    assert '<option value="Mornings" selected>' in words_of(organiser.get(fill_in))
    organiser.post(fill_in, {own.uid.hex: "Mornings", van.uid.hex: "yes"})
    assert list(OwnValue.objects.filter(field=own).values_list("value", flat=True)) == ["Mornings"]
    OwnValue.objects.create(person=amal, field=own, value="Evenings", set_by=cast.organiser, set_at=NOW)
    organiser.post(fill_in, {own.uid.hex: "Mornings", van.uid.hex: "yes"})  # of two that stand, either may be chosen
    assert list(OwnValue.objects.filter(field=own).values_list("value", flat=True)) == ["Mornings"]
    organiser.post(fill_in, {own.uid.hex: "", van.uid.hex: "yes"})
    assert OwnValue.objects.get().field == van


def test_a_persons_page_takes_one_statement_for_them_and_the_list_as_many_for_more(cast: Cast, admin) -> None:
    amal = somebody(cast)
    account = cast.fresh("organiser")
    panel = PERSON_PANELS["people.own-fields"]
    assert panel.context(account, amal) is None
    add(cast)
    one = queries_of(admin, reverse("own-fields"))
    for number in range(3):
        fill_own_fields(person=amal, values={add(cast, f"Speaks {number}x", "text"): "a"}, at=NOW, by=cast.organiser)
    with CaptureQueriesContext(connection) as queries:
        assert len(panel.context(account, amal)["filled"]) == 3  # type: ignore[index]
    assert (len(queries), queries_of(admin, reverse("own-fields"))) == (1, one)
