"""Sites: how long each has stood as it is on a day, and who owned it."""

from datetime import date, timedelta

import pytest

from m4c.power.models import Site
from m4c.power.operations.powerholder import PowerRefused
from m4c.power.operations.site import NewOwner, NewSite, add_site, change_site, end_owner, say_owner, say_state
from tests.cast import Cast
from tests.factories import TODAY
from tests.power.recording import council_of, owner_of


def shop_of(cast: Cast) -> Site:
    return add_site(new=NewSite("The old shop", "Garth Road"), by=cast.leader)


def told_on(site: Site, day: date) -> str:
    return Site.objects.with_state(day).get(pk=site.pk).state_told


def test_how_long_it_is_derelict_is_counted_on_the_day_that_is_asked(cast: Cast) -> None:
    site = shop_of(cast)
    assert told_on(site, TODAY) == ""
    for state, since in (("in_use", date(2000, 1, 1)), ("derelict", date(2006, 6, 10)), ("derelict", date(2010, 1, 1))):
        say_state(site=site, state=state, since=since, source="Neighbours", by=cast.leader)

    told = {
        day: told_on(site, day) for day in (date(2006, 6, 20), date(2006, 9, 10), date(2014, 6, 9), date(2014, 6, 10))
    }

    assert list(told.values()) == [
        "Derelict since 10 June 2006",
        "Derelict for three months",
        "Derelict for seven years",
        "Derelict for eight years",
    ]
    assert told_on(site, date(1999, 1, 1)) == ""
    assert told_on(site, date(2001, 1, 1)) == "In use for one year"


def test_what_was_derelict_before_it_was_in_use_counts_anew(cast: Cast) -> None:
    site = shop_of(cast)
    for state, since in (("derelict", date(2000, 1, 1)), ("in_use", date(2005, 1, 1)), ("derelict", date(2010, 1, 1))):
        say_state(site=site, state=state, since=since, source="Neighbours", by=cast.leader)

    assert told_on(site, date(2012, 1, 1)) == "Derelict for two years"


def test_say_state_needs_who_says_so_and_for_the_same_day_the_last_word_stands(cast: Cast) -> None:
    site = shop_of(cast)

    for state, source, why in (("derelict", " ", "who says so"), ("haunted", "Neighbours", "what it was like")):
        with pytest.raises(PowerRefused, match=why):
            say_state(site=site, state=state, since=TODAY, source=source, by=cast.leader)
    for state in ("derelict", "empty"):
        say_state(site=site, state=state, since=TODAY, source="Neighbours", by=cast.leader)

    assert told_on(site, TODAY + timedelta(days=800)) == "Empty for two years"


def test_add_site_refuses_one_that_stands_and_one_without_an_address(cast: Cast) -> None:
    shop_of(cast)

    for name, address, why in (("the old shop", "garth road", "already"), ("Another", " ", "Where is it")):
        with pytest.raises(PowerRefused, match=why):
            add_site(new=NewSite(name, address), by=cast.leader)


def test_change_site_puts_it_right(cast: Cast) -> None:
    site = shop_of(cast)

    change_site(site=site, new=NewSite("The old shop", "Garth Road", "CF3 0EF"), by=cast.leader)

    assert Site.objects.get().postcode == "CF3 0EF"


def test_say_owner_takes_a_person_or_a_body_and_end_owner_ends_it(cast: Cast) -> None:
    site, man, body = shop_of(cast), owner_of(cast), council_of(cast, "Kapadia Ltd", kind="company")

    first = say_owner(site=site, new=NewOwner(body, "Land register", since=TODAY), by=cast.leader)
    second = say_owner(site=site, new=NewOwner(man, "Land register", since=TODAY), by=cast.leader)
    end_owner(owner=first, on=TODAY, by=cast.leader)

    assert (first.institution, first.until, second.powerholder) == (body, TODAY, man)
    with pytest.raises(PowerRefused, match="before it began"):
        end_owner(owner=second, on=TODAY - timedelta(days=1), by=cast.leader)
    with pytest.raises(PowerRefused, match="who says so"):
        say_owner(site=site, new=NewOwner(man, " "), by=cast.leader)
