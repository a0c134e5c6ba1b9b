"""The commitments that a campaign's public page tells of."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from m4c.campaigns.models import Campaign
from m4c.campaigns.press.promised import CAMPAIGN_PROMISES, Promise
from m4c.commitments.faces.reading import cards_of, public_commitments

MOST = 12


def promises_of(campaign: Campaign, on: date) -> Iterator[Promise]:
    """The latest of those that everybody may read. Four statements."""
    for card in cards_of(list(public_commitments(on).filter(campaign=campaign)[:MOST]), on, on):
        url = reverse("public-commitment", kwargs={"slug": card.slug})
        yield Promise(card.words, card.speaker, card.status, card.detail, url)


def register() -> None:
    """Have campaigns tell of them."""
    CAMPAIGN_PROMISES.add("commitments.faces", promises_of)
