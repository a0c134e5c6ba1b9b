"""Public addresses made of names."""

from m4c.campaigns.models import Campaign
from m4c.core.slugs import LONGEST, free_address, free_slug
from tests.campaigns.casework.running import begun
from tests.cast import Cast


def test_the_first_of_a_name_has_no_number_and_the_next_have(cast: Cast):
    first = begun(cast, name="Tŷ i bawb")
    assert first.slug == "ty-i-bawb"
    second = begun(cast, cast.swansea, name="Tŷ i bawb")
    assert second.slug == "ty-i-bawb-2"
    assert free_slug(Campaign, "Tŷ i bawb", "campaign") == "ty-i-bawb-3"


def test_a_name_without_letters_has_the_spare_word_and_a_long_one_ends_whole(cast: Cast):
    assert free_slug(Campaign, "!?", "campaign") == "campaign"
    long = free_slug(Campaign, "x" * (LONGEST - 1) + " y", "campaign")
    assert long == "x" * (LONGEST - 1)


def test_an_address_that_is_made_otherwise_is_numbered_the_same_way(cast: Cast):
    begun(cast, name="Tŷ i bawb")
    assert (free_address(Campaign, "ty-i-bawb"), free_address(Campaign, "ty")) == ("ty-i-bawb-2", "ty")
