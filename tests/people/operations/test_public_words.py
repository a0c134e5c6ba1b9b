"""What the site says in the movement's name: dated, in both languages, by editors of the whole site."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from m4c.core.errors import NotAllowed
from m4c.people.context import notice_of_the_day
from m4c.people.models import Imprint, SiteNotice, WhoPays
from m4c.people.operations.public_words import (
    BothLanguages,
    WordsRefused,
    put_up_notice,
    say_who_pays,
    set_imprint,
    take_down_notice,
)
from tests.cast import Cast

BOTH = BothLanguages("The office is closed.", "Mae'r swyddfa ar gau.")
TODAY = timezone.localdate()


def put_up(cast: Cast, first: date = TODAY, last: date = TODAY, words: BothLanguages = BOTH) -> SiteNotice:
    """A notice by the admin."""
    return put_up_notice(words=words, from_day=first, until_day=last, by=cast.admin)


def test_a_notice_stands_from_its_first_day_to_its_last(cast: Cast) -> None:
    put_up(cast, TODAY - timedelta(days=2), TODAY - timedelta(days=1))
    put_up(cast, TODAY + timedelta(days=1), TODAY + timedelta(days=2))
    before = notice_of_the_day()
    put_up(cast)

    assert (before, notice_of_the_day()) == (None, {"title": "The office is closed.", "kind": "info"})


def test_a_notice_is_taken_down_once(cast: Cast) -> None:
    notice = put_up(cast)
    take_down_notice(notice=notice, at=timezone.now(), by=cast.admin)

    assert notice_of_the_day() is None
    with pytest.raises(WordsRefused, match="already"):
        take_down_notice(notice=notice, at=timezone.now(), by=cast.admin)


def test_words_in_one_language_and_days_backwards_are_refused(cast: Cast) -> None:
    with pytest.raises(WordsRefused) as one:
        put_up(cast, words=BothLanguages("Only this", ""))
    with pytest.raises(WordsRefused) as backwards:
        put_up(cast, TODAY, TODAY - timedelta(days=1))

    assert (one.value.field, backwards.value.field) == ("words_cy", "until_day")


def test_an_imprint_holds_from_its_day_and_what_held_before_stays(cast: Cast) -> None:
    for name, days in (("Grace O'Dowd", -30), ("Delroy Bent", 0), ("Siân Prosser", 30)):
        set_imprint(
            promoter_name=name,
            promoter_address="1 High Street",
            on_behalf_of="",
            valid_from=TODAY + timedelta(days=days),
            by=cast.admin,
        )

    assert [each.promoter_name for each in Imprint.objects.shown_by(TODAY)] == ["Delroy Bent", "Grace O'Dowd"]


def test_who_pays_holds_from_its_day(cast: Cast) -> None:
    said = say_who_pays(words=BOTH, valid_from=TODAY, by=cast.admin)

    assert list(WhoPays.objects.shown_by(TODAY)) == [said]


def test_an_editor_of_a_group_says_nothing_for_the_whole_site(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        say_who_pays(words=BOTH, valid_from=TODAY, by=cast.editor)
