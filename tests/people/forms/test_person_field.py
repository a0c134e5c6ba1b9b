"""A person is picked among those one may see, or given as new; never guessed, and never one who is kept safe."""

import pytest
from django import forms
from django.http import QueryDict

from m4c.people.forms.person_field import NEW, PersonField, Typed, name_of
from m4c.people.models import Account, Person
from m4c.people.operations.person import NewPerson, record_death, record_move_away
from tests.cast import Cast
from tests.factories import TODAY, somebody


class WhomForm(forms.Form):
    other = PersonField(may_be_new=True)
    brought_by = PersonField(required=False)


def asked(by: Account, **typed: str) -> WhomForm:
    """The form with what was typed, `other_chosen` standing for the radio below `other`."""
    data = QueryDict(mutable=True)
    data.update({name.replace("__", "-"): text for name, text in typed.items()})
    form = WhomForm(data)
    for field in form.fields.values():
        field.account = by  # type: ignore[attr-defined]
    return form


def labels(form: WhomForm, field: str = "other") -> list[str]:
    return [option.label for option in form[field].options]  # type: ignore[attr-defined]


def test_a_name_alone_asks_which_of_them(cast: Cast) -> None:
    for name in ("Amal Yusuf", "Amal Sharif"):
        somebody(cast, name)
    form = asked(cast.organiser, other="amal")

    assert form.errors["other"] == ["Which of them? Pick one below."]
    assert labels(form) == ["Amal Sharif", "Amal Yusuf", "Somebody new: “amal”"]


def test_who_is_picked_is_meant(cast: Cast) -> None:
    amal = somebody(cast)
    form = asked(cast.organiser, other="ama", other__chosen=str(amal.uid))
    assert (form.is_valid(), form.cleaned_data["other"]) == (True, amal)


def test_one_namesake_is_not_guessed_either(cast: Cast) -> None:
    somebody(cast)
    assert not asked(cast.organiser, other="Amal Yusuf").is_valid()


def test_a_pick_is_void_once_the_name_is_another(cast: Cast) -> None:
    """Without a script one may pick, type another name, and send both."""
    amal, _bob = somebody(cast), somebody(cast, "Bob Hughes")
    form = asked(cast.organiser, other="Bob", other__chosen=str(amal.uid))
    assert form.errors["other"] == ["Which of them? Pick one below."]


@pytest.mark.parametrize("chosen", ["nonsense", "01a2000f-0000-7000-8000-000000000000", NEW])
def test_a_pick_of_nobody_is_none(cast: Cast, chosen: str) -> None:
    somebody(cast)
    form = asked(cast.organiser, other="Amal", other__chosen="", brought_by="Amal", brought_by__chosen=chosen)
    assert form.errors["brought_by"] == ["Which of them? Pick one below."]


def test_somebody_out_of_sight_is_neither_shown_nor_taken(cast: Cast) -> None:
    zadie = somebody(cast, "Zadie Newcomb", cast.manchester)
    assert labels(asked(cast.organiser_elsewhere, other="Zadie")) == ["Zadie Newcomb", "Somebody new: “Zadie”"]

    form = asked(cast.organiser, other="Zadie", other__chosen=str(zadie.uid))
    assert (labels(form), form.is_valid()) == (["Somebody new: “Zadie”"], False)


@pytest.mark.parametrize("persona", ["organiser", "leader", "national_organiser"])
def test_somebody_kept_safe_is_never_suggested_not_even_to_her_contact(cast: Cast, persona: str) -> None:
    form = asked(getattr(cast, persona), other="Hana", brought_by="Čermáková")
    assert labels(form) == ["Somebody new: “Hana”"]
    assert labels(form, "brought_by") == []


def test_her_contact_comes_from_her_page(cast: Cast) -> None:
    hana = cast.person("protected_member")
    assert asked(cast.leader, other=hana.name, other__chosen=str(hana.uid)).is_valid()
    assert not asked(cast.organiser, other=hana.name, other__chosen=str(hana.uid)).is_valid()


def test_who_died_or_moved_away_is_not_suggested(cast: Cast) -> None:
    record_death(person=somebody(cast, "Amal Yusuf"), on=TODAY, by=cast.organiser)
    record_move_away(person=somebody(cast, "Amal Sharif"), on=TODAY, by=cast.organiser)
    assert labels(asked(cast.organiser, other="Amal")) == ["Somebody new: “Amal”"]


def test_one_letter_shows_nobody_and_many_namesakes_only_a_few(cast: Cast) -> None:
    for number in range(8):
        somebody(cast, f"Amal Yusuf{number}")
    assert labels(asked(cast.organiser, other="A")) == []
    assert len(labels(asked(cast.organiser, other="Am"))) == 7


def test_groups_tell_namesakes_apart(cast: Cast) -> None:
    somebody(cast, group=cast.cardiff)
    somebody(cast, group=cast.st_mellons)
    details = [option.detail for option in asked(cast.organiser, other="Amal")["other"].options]  # type: ignore[attr-defined]
    assert details == ["Cardiff", "St Mellons", ""]


def test_suggestions_take_the_same_queries_for_one_and_three(cast: Cast, django_assert_num_queries) -> None:
    account = cast.fresh("organiser")
    assert account.held
    for names in (["Amal Yusuf"], ["Amal Sharif", "Amal Begum"]):
        for name in names:
            somebody(cast, name)
        with django_assert_num_queries(7):  # twice: how common the name is, who, what is near it; once their groups
            labels(asked(account, other="Amal"))


def test_somebody_new_is_described(cast: Cast) -> None:
    form = asked(
        cast.leader,
        other="Dr Kit Okafor",
        other__chosen=NEW,
        other__phone="07700 900321",
        other__email="Kit@Example.org",
    )
    assert form.is_valid(), form.errors
    expected = NewPerson("Kit", "Okafor", title="Dr", phones=("+447700900321",), emails=["Kit@example.org"])
    assert form.cleaned_data["other"] == expected


def test_whole_name_is_enough_and_half_a_name_is_not(cast: Cast) -> None:
    assert asked(cast.leader, other="Kit Okafor", other__chosen=NEW).is_valid()
    form = asked(cast.leader, other="Kit", other__chosen=NEW)
    assert "tell them from others" in form.errors["other"][0]
    assert asked(cast.leader, other="Kit", other__chosen=NEW, other__phone="07700 900321").is_valid()


@pytest.mark.parametrize(("part", "typed"), [("phone", "0770"), ("email", "kit at home")])
def test_what_cannot_be_read_is_quoted_and_kept(cast: Cast, part: str, typed: str) -> None:
    form = asked(cast.leader, **{"other": "Kit Okafor", "other__chosen": NEW, f"other__{part}": typed})
    assert typed in form.errors["other"][0]
    assert getattr(form["other"].typed, part) == typed  # type: ignore[attr-defined]


def test_keep_safe_is_from_this_minute(cast: Cast) -> None:
    form = asked(cast.leader, **{"other": "Kit Okafor", "other__chosen": NEW, "other__keep-safe": "on"})
    assert form.is_valid()
    assert form.cleaned_data["other"].keep_safe_at is not None


def test_nobody_known_and_nobody_new_allowed_says_so(cast: Cast) -> None:
    form = asked(cast.leader, other="Kit Okafor", other__chosen=NEW, brought_by="Zzz")
    assert "nobody of that name" in form.errors["brought_by"][0]
    assert form["brought_by"].finds_nobody  # type: ignore[attr-defined]


def test_unknown_and_new_allowed_picks_somebody_new_for_the_next_try(cast: Cast) -> None:
    form = asked(cast.leader, other="Kit Okafor")
    assert "Say how to reach them" in form.errors["other"][0]
    assert [(option.value, option.is_chosen) for option in form["other"].options] == [(NEW, True)]  # type: ignore[attr-defined]


def test_blank_is_asked_for_where_it_must_be(cast: Cast) -> None:
    assert asked(cast.leader, other=" ").errors == {"other": ["Type a name."]}


def test_somebody_picked_beforehand_stands_there(cast: Cast) -> None:
    amal = somebody(cast)
    form = WhomForm(initial={"other": amal})
    form.fields["other"].account = cast.organiser  # type: ignore[attr-defined]
    assert form["other"].typed == Typed("Amal Yusuf", str(amal.uid))  # type: ignore[attr-defined]
    assert [option.is_chosen for option in form["other"].options] == [True, False]  # type: ignore[attr-defined]
    assert 'value="Amal Yusuf"' in str(form["other"])


def test_a_name_is_said_back() -> None:
    assert name_of(Person(given_name="Robert", known_as="Bob", family_name="Hughes")) == "Bob Hughes"
    assert name_of(NewPerson("Kit", "Okafor")) == "Kit Okafor"
