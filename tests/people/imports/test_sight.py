"""Matching runs over everybody and answers only with what the caller brought."""

import pytest

from m4c.events.models import Attendance
from m4c.people.imports.answer import answer_of
from m4c.people.imports.telling import tell_rows
from m4c.people.models import Household, ImportRow, Membership, Person, PersonPhone, SheetImport
from tests.cast import Cast
from tests.people.imports.conftest import Give

EBO = "Ebo,Iwu,ebo.iwu@example.org,07700 900001,CF3 0LN,,,,"


@pytest.fixture
def elsewhere(cast: Cast, add) -> Person:
    """Somebody of Manchester, whom Cardiff's organiser cannot see."""
    return add("Ebo Iwu", cast.manchester, emails=["ebo.iwu@example.org"], phones=["+447700900777"])


def fates(sheet_import: SheetImport) -> list[tuple[str, str]]:
    return list(ImportRow.objects.filter(sheet_import=sheet_import).values_list("fate", "remark"))


def test_somebody_elsewhere_counts_and_shows_as_new(cast: Cast, elsewhere: Person, look: Give):
    looked = look(EBO)
    assert fates(looked) == [("created", "")]
    assert (answer_of(looked).people_created, answer_of(looked).people_matched) == (1, 0)
    [told] = tell_rows(looked, ImportRow.objects.filter(sheet_import=looked), cast.organiser)
    assert (told.person, told.candidate) == (None, None)


def test_somebody_elsewhere_is_not_written_twice(cast: Cast, elsewhere: Person, bring: Give):
    done = bring(EBO)
    assert fates(done) == [("created", "")]
    assert Attendance.objects.get().person == elsewhere
    assert Membership.objects.filter(person=elsewhere, group=cast.cardiff).count() == 1
    assert Person.objects.filter(family_name="Iwu").count() == 1


def test_a_doubt_about_somebody_elsewhere_is_not_told(cast: Cast, elsewhere: Person, bring: Give):
    done = bring("Grace,Iwu,ebo.iwu@example.org,,,,,,", "Ebo,Iwu,,,,,,,")
    assert list(ImportRow.objects.filter(sheet_import=done).values_list("fate", "doubt")) == [
        ("created", ""),
        ("created", ""),
    ]
    assert ImportRow.objects.exclude(candidate=None).count() == 0
    assert answer_of(done).needs_review == 0
    assert Household.objects.count() == 0


def test_an_organiser_of_both_groups_is_told(cast: Cast, elsewhere: Person, look: Give):
    looked = look(EBO, by=cast.national_organiser)
    assert fates(looked) == [("matched", "")]
    [told] = tell_rows(looked, ImportRow.objects.filter(sheet_import=looked), cast.national_organiser)
    assert told.person == elsewhere


def test_death_is_told_only_to_those_who_see_them(cast: Cast, elsewhere: Person, look: Give):
    Person.objects.filter(pk=elsewhere.pk).update(died_on="2010-01-01")
    assert fates(look(EBO)) == [("created", "")]
    assert fates(look(EBO, by=cast.national_organiser)) == [
        ("matched", "On record as having died: please look."),
    ]


@pytest.fixture
def hana(cast: Cast) -> str:
    """A row of the protected member, by her e-mail."""
    person = cast.person("protected_member")
    return f"{person.given_name},{person.family_name},{person.emails.get().address},07700 900001,CF3 0LN,,,,"


def test_somebody_kept_safe_never_shows(cast: Cast, hana: str, look: Give, bring: Give):
    assert fates(look(hana)) == [("created", "")]
    done = bring(hana)
    assert fates(done) == [("created", "")]
    [told] = tell_rows(done, ImportRow.objects.filter(sheet_import=done), cast.organiser)
    assert (told.person, told.candidate) == (None, None)


def test_somebody_kept_safe_is_told_like_anybody_the_next_time(cast: Cast, hana: str, bring: Give):
    bring(hana, EBO)
    assert fates(bring(hana, EBO)) == [("matched", ""), ("matched", "")]
    assert fates(bring(hana, EBO, by=cast.national_organiser))[0] == ("created", "")


def test_nothing_is_added_to_a_record_kept_safe(cast: Cast, hana: str, bring: Give):
    bring(hana)
    person = cast.person("protected_member")
    person.refresh_from_db()
    assert PersonPhone.objects.filter(person=person).count() == 0
    assert person.address is None


def test_command_line_sees_all_but_those_kept_safe(cast: Cast, elsewhere: Person, hana: str, look: Give):
    assert [fate for fate, _remark in fates(look(EBO, hana, by=cast.operator))] == ["matched", "created"]


def test_imports_are_ones_own_and_those_of_the_command_line(cast: Cast, give: Give):
    own = give(EBO)
    machine = give(EBO, by=cast.operator)
    elsewhere = give(EBO, by=cast.operator, group=cast.manchester)
    assert set(SheetImport.objects.visible_to(cast.organiser)) == {own, machine}
    assert set(SheetImport.objects.visible_to(cast.national_organiser)) == {machine, elsewhere}
    assert set(SheetImport.objects.visible_to(cast.leader)) == set()
