"""A campaign told on paper."""

from pathlib import Path
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.campaigns.press.text import sections
from m4c.campaigns.press.told import CampaignTold
from m4c.core.pdf import laid_out

TEMPLATE = Path(__file__).with_name("typst") / "campaign.typ"


def pdf_of(told: CampaignTold) -> bytes:
    """The campaign as PDF/UA-1, in the language in force. Called by the worker and the command line only."""
    return laid_out(TEMPLATE, paper(told))


def paper(told: CampaignTold) -> dict[str, Any]:
    """It as plain data for the template, which adds no word."""
    return {
        "title": told.name,
        "eyebrow": told.eyebrow,
        "day": date_format(told.on, "j F Y"),
        "page": _("Page"),
        "demands": told.demands,
        "sections": [{"heading": heading, "lines": lines} for heading, lines in sections(told)],
    }
