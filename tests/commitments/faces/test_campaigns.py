"""A campaign's public page tells what was promised to it, as far as everybody may read it."""

from django.test import Client

from tests.campaigns.press.telling import a_councillor, public
from tests.cast import Cast
from tests.commitments.faces.facing import a_public_promise
from tests.commitments.promising import a_promise
from tests.factories import words_of


def test_it_tells_of_public_ones_alone(cast: Cast) -> None:
    someone = a_councillor(cast)
    campaign = public(cast, someone)
    made = a_public_promise(cast, someone, campaign=campaign, words="A shop below the homes")
    a_promise(cast, someone, campaign=campaign, words="Among ourselves")
    text = words_of(Client().get(f"/campaigns/{campaign.slug}/"))
    assert ("A shop below the homes" in text, "Among ourselves" in text) == (True, False)
    assert f"/commitments/{made.slug}/" in text
