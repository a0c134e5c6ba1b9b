"""The public address of a campaign's questions."""

from django.conf import settings

from m4c.listening.models import ListeningCampaign


def address_of(campaign: ListeningCampaign) -> str:
    """Where strangers answer: short enough to be typed from a poster, and without a language of its own."""
    return f"{settings.SITE_URL}/listening/{campaign.slug}/"
