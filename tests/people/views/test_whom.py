"""Suggestions while a name is typed: only people one may see, nobody kept safe, and a fragment alone."""

import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.factories import signed_in, somebody, words_of

WHOM = reverse("whom")


def test_people_of_the_name_stand_below_the_field(cast: Cast) -> None:
    amal = somebody(cast)
    text = words_of(signed_in(cast, "organiser").get(WHOM, {"other": "ama", "new": "yes"}))
    assert text.strip().startswith('<div class="person-choices')
    assert (f'name="other-chosen" value="{amal.uid}"' in text, 'value="new"' in text) == (True, True)
    assert "checked" not in text


def test_nobody_new_where_it_may_not_be(cast: Cast) -> None:
    text = words_of(signed_in(cast, "organiser").get(WHOM, {"brought_by": "zzz"}))
    assert ('value="new"' in text, "Nobody of that name" in text) == (False, True)


def test_nobody_out_of_sight_and_nobody_kept_safe(cast: Cast) -> None:
    somebody(cast, "Zadie Newcomb", cast.manchester)
    for persona, name in (("organiser", "Zadie"), ("organiser", "Hana"), ("leader", "Hana"), ("leader", "Siân")):
        assert "radio" not in words_of(signed_in(cast, persona).get(WHOM, {"other": name}))


def test_one_letter_shows_nobody(cast: Cast) -> None:
    somebody(cast)
    assert "radio" not in words_of(signed_in(cast, "organiser").get(WHOM, {"other": "a", "new": "yes"}))


@pytest.mark.parametrize("address", ["", "?a=x&b=y", "?new=yes", "?x%22%3E=amal"])
def test_a_question_that_makes_no_sense_is_nowhere(cast: Cast, address: str) -> None:
    assert signed_in(cast, "organiser").get(WHOM + address).status_code == 404


@pytest.mark.parametrize("persona", ["member", "editor", "treasurer", "admin"])
def test_who_records_nobody_asks_for_nobody(cast: Cast, persona: str) -> None:
    assert signed_in(cast, persona).get(WHOM, {"other": "amal"}).status_code == 403


def test_what_one_types_is_not_kept_by_anybody(cast: Cast) -> None:
    response = signed_in(cast, "organiser").get(WHOM, {"other": "amal"})
    assert "no-store" in response["Cache-Control"]
