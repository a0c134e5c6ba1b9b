"""A campaign told in lines: for the terminal, and for the sections of its paper."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.campaigns.press.told import CampaignTold

Section = tuple[str, list[str]]


def sections(told: CampaignTold) -> list[Section]:
    """Every part that has something to say, under its heading."""
    parts: list[Section] = [
        (_("The problem"), [told.problem, told.about]),
        (_("We ask for"), told.demands),
        (_("Who can grant it"), [", ".join(filter(None, (one.called, one.role))) for one in told.deciders]),
        (_("Where it stands"), told.stands),
        (_("What happened"), [happened(one.on, one.title, one.words) for one in told.moments]),
        (_("What you can do this week"), [told.this_week, *(f"{way.label} ({way.detail})" for way in told.ways)]),
        (_("What we won"), [happened(one.on, f"{one.name} ({one.standing})", one.change) for one in told.wins]),
        (_("How we know"), [happened(one.on, one.title, f"{one.words} {one.source}") for one in told.evidence]),
        (_("Who stands with us"), [", ".join(filter(None, row)) for _kind, rows in told.backers for row in rows]),
        (_("In the press"), [happened(one.item.on, one.title, one.item.outlet) for one in told.press]),
    ]
    return [(heading, lines) for heading, given in parts if (lines := [line for line in given if line])]


def happened(on: object, title: str, words: str) -> str:
    """One thing of a day."""
    line = f"{date_format(on, 'j F Y')}: {title}"  # type: ignore[arg-type]
    return f"{line}. {words.strip()}" if words.strip() else line


def text_of(told: CampaignTold) -> str:
    """The whole campaign as plain text."""
    lines = [told.name, told.eyebrow]
    for heading, told_lines in sections(told):
        lines += ["", f"{heading}:", *(f"  {line}" for line in told_lines)]
    return "\n".join(lines) + "\n"
