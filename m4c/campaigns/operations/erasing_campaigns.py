"""What becomes of a campaign and its evidence when whoever was named in them is erased: they stay, without the name."""

from django.db.models import QuerySet
from django.utils.text import slugify

from m4c.campaigns.models import Campaign, Evidence
from m4c.people.erasing import Forgotten, without_names

WORDS_OF_ONE = ("name", "place", "workplace", "problem", "about", "public_problem", "this_week")


def without_their_name(forgotten: Forgotten, rows: "QuerySet[Campaign]") -> None:
    """Their name goes out of the words of a campaign, and out of the address that was made of its name."""
    for row in rows:
        for name in WORDS_OF_ONE:
            setattr(row, name, without_names(getattr(row, name), forgotten))
        if any(slugify(name) in row.slug for name in forgotten.names):
            row.slug = f"campaign-{row.uid.hex}"
        row.save(update_fields=[*WORDS_OF_ONE, "slug"])


def no_gatherer(forgotten: Forgotten, rows: "QuerySet[Evidence]") -> None:
    """The evidence stands, gathered by nobody."""
    rows.update(gathered_by=None)


def no_contact(forgotten: Forgotten, rows: "QuerySet[Campaign]") -> None:
    """The campaign stands, without that contact."""
    rows.update(contact=None)
