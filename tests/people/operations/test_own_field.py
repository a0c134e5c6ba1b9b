"""Fields of the movement's own: asked of everybody, read by those who answer for them, and never a score."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from m4c.core.errors import NotAllowed
from m4c.core.models import AuditEntry
from m4c.people.models import Account, OwnField, OwnValue, Person
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.own_field import (
    NewField,
    OwnFieldRefused,
    change_own_field,
    end_own_field,
    fill_own_fields,
    make_own_field,
    resume_own_field,
)
from m4c.people.operations.person_merge import merge, undo_merge
from m4c.people.operations.protection import keep_safe
from m4c.people.own_fields.scores import field_reads_like_a_score
from m4c.people.own_fields.values import filled_for, filled_of
from tests.cast import Cast
from tests.factories import NOW, doers, seers, somebody

Kind = OwnField.Kind


def add(cast: Cast, name: str = "Can lend a van", by: Account | None = None, **more: object) -> OwnField:
    facts = {"kind": Kind.YES_NO, "holds": "operational"} | more
    return make_own_field(new=NewField(name=name, **facts), at=NOW, by=by or cast.admin)  # type: ignore[arg-type]


def fill(person: Person, own: OwnField, value: str, by: Account) -> None:
    fill_own_fields(person=person, values={own: value}, at=NOW, by=by)


def said(own: OwnField) -> list[str]:
    return list(OwnValue.objects.filter(field=own).order_by("pk").values_list("value", flat=True))


def test_admin_and_data_protection_add_fields_to_everybody(cast: Cast) -> None:
    assert doers(lambda account: add(cast, f"Van {account.pk}", by=account), cast) == {"admin", "data_protection"}


def test_a_field_is_called_in_both_languages(cast: Cast) -> None:
    own = add(cast, "Speaks", name_cy="Yn siarad", kind=Kind.TEXT, help="Besides English", help_cy="Heblaw Saesneg")
    assert (own.label, own.hint) == ("Speaks", "Besides English")
    with translation.override("cy"):
        assert (own.label, own.hint) == ("Yn siarad", "Heblaw Saesneg")


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"name": " - "}, "name"),
        ({"name": "CAN lend a ván"}, "name"),
        ({"kind": Kind.CHOICE, "choices": [("Mornings", "")]}, "choices"),
        ({"kind": Kind.CHOICE, "choices": [("Mornings", ""), ("MORNINGS", "")]}, "choices"),
        ({"kind": Kind.CHOICE, "choices": [(f"Day {number}", "") for number in range(31)]}, "choices"),
        ({"kind": Kind.CHOICE, "choices": [("x" * 101, ""), ("Two", "")]}, "choices"),
    ],
)
def test_what_says_nothing_or_the_same_is_no_field(cast: Cast, more: dict[str, object], field: str) -> None:
    add(cast)
    with pytest.raises(OwnFieldRefused) as refused:
        add(cast, **({"name": "Free on"} | more))  # type: ignore[arg-type]
    assert (refused.value.field, OwnField.objects.count()) == (field, 1)


@pytest.mark.parametrize(
    "more",
    [
        {"name": "Support score"},
        {"name": "Rating"},
        {"name": "Level 1-5"},
        {"name": "Level of support"},
        {"name": "Likelihood to vote with us"},
        {"name": "Sgôr cefnogaeth"},
        {"name": "Lefel cefnogaeth"},
        {"name": "Lefel 1-5"},
        {"name": "Tebygolrwydd o ddod"},
        {"name": "Van", "name_cy": "Sgôr"},
        {"name": "Supports us", "kind": Kind.NUMBER},
        {"name": "Cefnogaeth", "kind": Kind.NUMBER},
        {"name": "How much do they support us", "help": "1 to 5"},
        {"name": "Support", "kind": Kind.CHOICE, "choices": [("High", ""), ("Low", "")]},
        {"name": "Where they stand", "kind": Kind.CHOICE, "choices": [("Strong yes", ""), ("Soft no", "")]},
        {"name": "Where they stand", "kind": Kind.CHOICE, "choices": [("1", ""), ("2", "")]},
        {"name": "Safbwynt", "kind": Kind.CHOICE, "choices": [("For", "Cryf o blaid"), ("Against", "Yn erbyn")]},
    ],
)
def test_what_reads_like_a_score_is_refused_with_a_reason(cast: Cast, more: dict[str, object]) -> None:
    with pytest.raises(OwnFieldRefused, match="which we keep of nobody") as refused:
        add(cast, **({"kind": Kind.TEXT} | more), by=cast.data_protection)  # type: ignore[arg-type]
    assert (refused.value.code, OwnField.objects.count()) == ("score", 0)


@pytest.mark.parametrize(
    ("names", "kind", "choices"),
    [
        (["Children at Gradd Primary"], Kind.NUMBER, []),
        (["Support they need at events"], Kind.CHOICE, ["Ramp", "Sign language"]),
        (["Years on the street"], Kind.NUMBER, []),
        (["Gradd prifysgol"], Kind.TEXT, []),
        (["T-shirt"], Kind.CHOICE, ["Small", "Large"]),
    ],
)
def test_what_people_told_or_need_is_no_score(names: list[str], kind: str, choices: list[str]) -> None:
    assert not field_reads_like_a_score(names, [], choices, counts=kind == Kind.NUMBER)


def test_a_score_is_kept_by_a_decision_of_data_protection_alone(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        add(cast, "Support score", allowed_because="The assembly asked for it", by=cast.admin)
    with pytest.raises(NotAllowed):
        add(cast, "Support score", allowed_because="The assembly asked for it", by=cast.operator)
    own = add(cast, "Support score", allowed_because=" The assembly asked for it ", by=cast.data_protection)
    kept = (own.allowed_because, own.allowed_by, own.allowed_at)
    assert kept == ("The assembly asked for it", cast.data_protection, NOW)
    change_own_field(own=own, new=NewField(Kind.YES_NO, "Support rating", "special"), at=NOW, by=cast.admin)
    own.refresh_from_db()
    assert (own.name, own.allowed_by) == ("Support rating", cast.data_protection)


def test_a_field_does_not_become_a_score_by_another_name(cast: Cast) -> None:
    own = add(cast, kind=Kind.NUMBER, name="Years here")
    with pytest.raises(OwnFieldRefused) as refused:
        change_own_field(own=own, new=NewField(Kind.NUMBER, "Support score", "content"), at=NOW, by=cast.admin)
    assert refused.value.code == "score"
    with pytest.raises(OwnFieldRefused) as refused:
        change_own_field(own=own, new=NewField(Kind.TEXT, "Years here", "content"), at=NOW, by=cast.admin)
    assert refused.value.code == "kind"


@pytest.mark.parametrize(
    ("kind", "typed", "kept", "words"),
    [
        (Kind.TEXT, "  Arabic,\n Somali ", "Arabic, Somali", "Arabic, Somali"),
        (Kind.CHOICE, "boreau", "Mornings", "Mornings"),
        (Kind.YES_NO, "ydw", "yes", "yes"),
        (Kind.YES_NO, "N", "no", "no"),
        (Kind.DATE, "31/12/2010", "2010-12-31", "31 December 2010"),
        (Kind.NUMBER, "1,250.50", "1250.5", "1,250.5"),
        (Kind.NUMBER, "-0.00001", "0", "0"),
    ],
)
def test_a_value_is_kept_in_one_form(cast: Cast, kind: str, typed: str, kept: str, words: str) -> None:
    own = add(cast, kind=kind, choices=[("Mornings", "Boreau"), ("Evenings", "Nosweithiau")])
    amal = somebody(cast)
    fill(amal, own, typed, cast.organiser)
    assert (said(own), own.in_words(kept)) == ([kept], words)


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (Kind.TEXT, "x" * 501),
        (Kind.CHOICE, "Nights"),
        (Kind.CHOICE, "-"),  # folds to nothing, as the Welsh of a choice without one does
        (Kind.YES_NO, "perhaps"),
        (Kind.DATE, "31 February"),
        (Kind.NUMBER, "NaN"),
        (Kind.NUMBER, "1e99"),
        (Kind.NUMBER, "many"),
    ],
)
def test_what_is_no_answer_is_refused(cast: Cast, kind: str, typed: str) -> None:
    own = add(cast, kind=kind, choices=[("Mornings", ""), ("Evenings", "")])
    with pytest.raises(OwnFieldRefused) as refused:
        fill(somebody(cast), own, typed, cast.organiser)
    assert (refused.value.field, said(own)) == (own.uid.hex, [])


def test_filled_in_anew_and_taken_out(cast: Cast) -> None:
    own, amal = add(cast), somebody(cast)
    fill(amal, own, "yes", cast.organiser)
    fill_own_fields(person=amal, values={own: "no"}, at=NOW + timedelta(days=1), by=cast.national_organiser)
    kept = OwnValue.objects.get()
    assert (kept.value, kept.set_by, kept.set_at) == ("no", cast.national_organiser, NOW + timedelta(days=1))
    fill(amal, own, "", cast.organiser)
    assert said(own) == []
    assert AuditEntry.objects.latest("pk").changes == {"own:canlendavan": None}


def test_it_is_for_the_eyes_of_its_tier(cast: Cast) -> None:
    met = somebody(cast, met_by=cast.person("leader"))
    local, whole = add(cast), add(cast, "Paid by a union", tier=OwnField.Tier.WHOLE, holds="special")
    fill(met, local, "yes", cast.organiser)
    fill(met, whole, "no", cast.data_protection)
    of_local, of_whole = (OwnValue.objects.get(field=own) for own in (local, whole))
    assert seers(cast, of_local) == {"organiser", "national_organiser", "data_protection"}
    assert seers(cast, of_whole) == {"national_organiser", "data_protection"}
    assert [each.field for each in filled_for(cast.organiser, met)] == [local]
    assert filled_for(cast.leader, met) == []
    assert filled_for(cast.admin, met) == []  # who says what is asked reads nothing of what stands there
    assert OwnField.objects.visible_to(cast.admin).count() == 2
    assert filled_for(cast.organiser_elsewhere, met) == []
    with pytest.raises(OwnFieldRefused):
        fill(met, whole, "yes", cast.organiser)
    with pytest.raises(NotAllowed):
        fill(met, local, "no", cast.leader)
    assert said(whole) == ["no"]


def test_nobody_fills_in_whom_they_do_not_see(cast: Cast) -> None:
    own, amal = add(cast), somebody(cast)
    fill(amal, own, "yes", cast.organiser)
    keep_safe(person=amal, by=cast.leader, at=NOW)
    assert not OwnValue.objects.visible_to(cast.fresh("organiser")).exists()
    with pytest.raises(Unseen):
        fill(amal, own, "no", cast.fresh("organiser"))


def test_ended_it_is_asked_no_more_and_what_stands_in_it_stays(cast: Cast) -> None:
    own, amal, kofi = add(cast), somebody(cast), somebody(cast, "Kofi Mensah")
    fill(amal, own, "yes", cast.organiser)
    end_own_field(own=own, at=NOW, by=cast.data_protection)
    assert [each.said for each in filled_for(cast.organiser, amal)] == [["yes"]]
    assert filled_for(cast.organiser, kofi) == []
    with pytest.raises(OwnFieldRefused):
        fill(kofi, own, "yes", cast.organiser)
    with pytest.raises(OwnFieldRefused):
        end_own_field(own=own, at=NOW, by=cast.admin)
    again = add(cast)
    with pytest.raises(OwnFieldRefused) as refused:
        resume_own_field(own=own, by=cast.admin)
    assert refused.value.code == "known"
    end_own_field(own=again, at=NOW, by=cast.admin)
    resume_own_field(own=own, by=cast.admin)
    fill(amal, own, "", cast.organiser)
    assert (said(own), OwnField.objects.open().get()) == ([], own)


def test_two_records_made_one_keep_what_both_said_until_somebody_settles_it(cast: Cast) -> None:
    van, speaks = add(cast), add(cast, "Speaks", kind=Kind.TEXT)
    amal, double = somebody(cast), somebody(cast, "Amal Yusof")
    for person, value in ((amal, "Arabic"), (double, "Somali")):
        fill(person, speaks, value, cast.organiser)
        fill(person, van, "yes", cast.organiser)
    merged = merge(keep=amal, other=double, choices={}, at=NOW, by=cast.organiser).merge
    assert [(each.field, each.said) for each in filled_of(amal)] == [(van, ["yes"]), (speaks, ["Arabic", "Somali"])]
    undo_merge(merged=merged, at=NOW, by=cast.organiser)
    assert [each.said for each in filled_of(amal)] == [["yes"], ["Arabic"]]
    merge(keep=amal, other=Person.objects.get(uid=double.uid), choices={}, at=NOW, by=cast.organiser)
    fill(amal, speaks, "Somali", cast.organiser)
    assert said(speaks) == ["Somali"]


def test_the_person_reads_every_one_of_them(cast: Cast) -> None:
    own = add(cast, "Paid by a union", tier=OwnField.Tier.WHOLE, holds="special")
    member = cast.person("member")
    fill(member, own, "no", cast.data_protection)
    assert [each.words for each in filled_of(member)] == [["no"]]


def test_all_of_a_person_comes_in_one_statement(cast: Cast) -> None:
    amal = somebody(cast)
    for number in range(4):
        fill(amal, add(cast, f"Language {number}x", kind=Kind.TEXT), "Arabic", cast.organiser)
    account = cast.fresh("organiser")
    account.sight.groups  # noqa: B018
    filled_for(account, amal)
    with CaptureQueriesContext(connection) as queries:
        filled_for(account, amal)
    assert len(queries) == 1
