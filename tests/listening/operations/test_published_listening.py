"""A listening report is published as it stands, replaces the one before, and is withdrawn."""

import pytest

from m4c.core.errors import NotAllowed
from m4c.listening.models import PublishedListening
from m4c.listening.operations.published_listening import PublishRefused, publish_listening, withdraw_listening
from tests.cast import Cast
from tests.factories import NOW
from tests.listening.coding import campaign_of, people, said, said_by_each, theme_of


def test_it_keeps_what_stood_that_day_without_anybodys_words(cast: Cast) -> None:
    campaign = campaign_of(cast)
    theme = theme_of(cast, campaign, concerns=said_by_each(cast, campaign, people(cast, 5), may_quote=True))
    published = publish_listening(campaign=campaign, at=NOW, by=cast.organiser)[0]
    said(cast, campaign, "Rats", theme=theme)
    published.refresh_from_db()
    assert (published.slug, published.told["heard"]["people"]) == ("autumn-listening", 5)
    assert "Damp in" not in str(published.told)


def test_the_one_before_is_withdrawn(cast: Cast) -> None:
    campaign = campaign_of(cast)
    theme_of(cast, campaign, concerns=said_by_each(cast, campaign, people(cast, 5)))
    first = publish_listening(campaign=campaign, at=NOW, by=cast.organiser)[0]
    second = publish_listening(campaign=campaign, at=NOW, by=cast.national_organiser)[0]
    first.refresh_from_db()
    assert (first.withdrawn_by, second.slug) == (cast.national_organiser, "autumn-listening-2")
    assert list(PublishedListening.objects.visible_to(None)) == [second]


def test_with_no_theme_of_five_there_is_nothing_to_publish(cast: Cast) -> None:
    campaign = campaign_of(cast)
    theme_of(cast, campaign, concerns=said_by_each(cast, campaign, people(cast, 4)))
    with pytest.raises(PublishRefused) as refused:
        publish_listening(campaign=campaign, at=NOW, by=cast.organiser)
    assert refused.value.code == "empty"


def test_withdrawn_twice_is_once_and_not_by_anybody(cast: Cast) -> None:
    campaign = campaign_of(cast)
    theme_of(cast, campaign, concerns=said_by_each(cast, campaign, people(cast, 5)))
    published = publish_listening(campaign=campaign, at=NOW, by=cast.organiser)[0]
    with pytest.raises(NotAllowed):
        withdraw_listening(report=published, at=NOW, by=cast.leader)
    for by in (cast.organiser, cast.national_organiser):
        withdraw_listening(report=published, at=NOW, by=by)
    assert published.withdrawn_by == cast.organiser
