"""What the movement says of itself and of its words, to anybody, in both languages."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from m4c.people.operations.privacy_notice import write_notice
from m4c.people.operations.public_words import BothLanguages, put_up_notice, say_who_pays, set_imprint
from m4c.website.glossary import by_letter
from m4c.website.glossary_terms import BY_KEY, TERMS
from m4c.website.method import STEPS, lamps
from m4c.website.plain_words import parts_of
from tests.cast import Cast

TODAY = timezone.localdate()
PAGES = ["privacy-notice", "imprint", "who-pays", "glossary", "hide-your-visit", "method", "near-me"]


def words_at(client: Client, name: str, prefix: str = "", **given: int) -> str:
    """The page of a route."""
    answer = client.get(prefix + reverse(name, kwargs=given))
    assert (answer.status_code, dict(answer.cookies)) == (200, {})
    return str(answer.content.decode())


@pytest.mark.parametrize("prefix", ["", "/cy"])
@pytest.mark.parametrize("name", PAGES)
def test_each_page_opens_in_both_languages_and_sets_no_cookie(
    client: Client, cast: Cast, name: str, prefix: str
) -> None:
    page = words_at(client, name, prefix)

    assert f'<html lang="{"cy" if prefix else "en-gb"}">' in page
    assert "<c-" not in page


def test_the_notice_in_force_is_shown_and_the_earlier_by_its_number(client: Client, cast: Cast) -> None:
    write_notice(words_en="## Now\nWe keep little.", words_cy="Ychydig.", valid_from=TODAY, today=TODAY, by=cast.admin)
    now, first = words_at(client, "privacy-notice"), words_at(client, "privacy-notice-version", number=1)

    assert ("<h2>Now</h2>" in now, "We keep little." in now, "no longer in force" in now) == (True, True, False)
    assert ("We keep little." in first, "no longer in force" in first) == (False, True)
    assert client.get(reverse("privacy-notice-version", kwargs={"number": 3})).status_code == 404


def test_markup_in_what_editors_write_is_only_words(client: Client, cast: Cast) -> None:
    words = BothLanguages("<script>alert(1)</script>", "Dim")
    say_who_pays(words=words, valid_from=TODAY, by=cast.admin)

    assert "<script>" not in words_at(client, "who-pays")


def test_the_imprint_names_who_answers(client: Client, cast: Cast) -> None:
    imprint = {"promoter_name": "Delroy Bent", "promoter_address": "1 High Street", "on_behalf_of": "All of us"}
    set_imprint(**imprint, valid_from=TODAY, by=cast.admin)

    assert all(word in words_at(client, "imprint") for word in imprint.values())


def test_advice_names_whom_to_ring_and_can_be_left_at_once(client: Client, cast: Cast) -> None:
    page = words_at(client, "hide-your-visit")

    assert all(number in page for number in ("0808 2000 247", "0808 80 10 800", "999", "55", "<m4c-exit"))


def test_a_notice_stands_above_every_page_in_its_language(client: Client, cast: Cast) -> None:
    both = BothLanguages("The office is closed.", "Mae ar gau.")
    put_up_notice(words=both, from_day=TODAY, until_day=TODAY, by=cast.admin)

    assert "The office is closed." in words_at(client, "imprint")
    assert "Mae ar gau." in words_at(client, "imprint", "/cy")


def test_every_word_that_is_referred_to_stands_in_the_glossary() -> None:
    wanted = {key for term in TERMS for key in term.see} | {key for step in STEPS for key in step.keys}

    assert (wanted - set(BY_KEY), len(BY_KEY)) == (set(), len(TERMS))


def test_words_stand_under_their_letters_in_the_alphabet() -> None:
    letters = by_letter()

    assert [letter.sign for letter in letters] == sorted({letter.sign for letter in letters})
    assert sum(len(letter.terms) for letter in letters) == len(TERMS)
    with translation.override("cy"):
        assert sum(len(letter.terms) for letter in by_letter()) == len(TERMS)


def test_the_round_has_a_lamp_for_each_step() -> None:
    first, *_rest = drawn = lamps(len(STEPS))

    assert (len(drawn), first.x, first.y) == (len(STEPS), 160, 40)


def test_plain_words_have_headings_lists_and_paragraphs() -> None:
    parts = parts_of("One\nline.\n\nAnother.\n## Head\n- a\n- b\nAfter.\n")

    assert [(part.kind, part.words or part.items) for part in parts] == [
        ("words", "One line."),
        ("words", "Another."),
        ("heading", "Head"),
        ("items", ["a", "b"]),
        ("words", "After."),
    ]
