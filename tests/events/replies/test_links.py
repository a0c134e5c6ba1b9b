"""The link of a reply: secret, the same each time, in the language of the reply."""

from m4c.events.models import Reply
from m4c.events.replies.links import link_of, path_of, token_of


def test_a_link_is_the_same_each_time_and_another_for_each_reply(settings):
    settings.SITE_URL = "https://movement.example.org"
    one, other = Reply(language="cy"), Reply(language="en-gb")
    assert token_of(one) == token_of(one) != token_of(other)
    assert len(token_of(one)) == 43


def test_another_key_makes_another_link(settings):
    one = Reply()
    before = token_of(one)
    settings.SECRET_KEY = "another"
    assert token_of(one) != before


def test_it_speaks_the_language_of_the_reply(settings):
    settings.SITE_URL = "https://movement.example.org"
    one = Reply(language="cy")
    assert link_of(one) == f"https://movement.example.org{path_of(token_of(one), 'cy')}"
    assert "/cy/events/" in link_of(one)
