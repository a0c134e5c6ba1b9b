"""The copy that a powerholder may ask for: all that is on record of them, from every group, naming none of our people.

Other apps add their parts to `COPY_PARTS`: what was asked of them, and what they promised.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.people.context import name_of_movement
from m4c.people.sight import hidden_from
from m4c.people.written import by_sql
from m4c.power.models import (
    Acquaintance,
    Influence,
    PowerFact,
    Powerholder,
    Presence,
    ResearchMeeting,
    SiteOwner,
    Tenure,
)
from m4c.power.powerholder_panels import COPY_PARTS, CopyPart

Row = Sequence[tuple[str, str]]


def copy_of(powerholder: Powerholder, today: date) -> dict[str, Any]:
    """All of it in words, ready for a page or for JSON."""
    parts = [(part.title, part.rows(powerholder)) for part in sorted(COPY_PARTS.all(), key=lambda part: part.order)]
    return {
        "name": powerholder.name,
        "kept_at": str(name_of_movement()),
        "made_on": date_format(today, "j F Y"),
        "parts": [
            {"title": str(title), "rows": [[{"what": what, "says": says} for what, says in row] for row in rows]}
            for title, rows in parts
            if rows
        ],
    }


def told(record: models.Model, *names: str) -> Row:
    """Some fields of a row, each by what it is called and what it says; blank ones left out."""
    said = []
    for name in names:
        field: Any = record._meta.get_field(name)
        value = getattr(record, name)
        if value in (None, "", False):
            continue
        if field.choices:
            words = str(getattr(record, f"get_{name}_display")())
        elif value is True:
            words = _("yes")
        else:
            words = date_format(value, "j F Y") if isinstance(value, date) else str(value)
        said.append((str(capfirst(field.verbose_name)), words))
    return said


def rows_of(found: "Iterable[models.Model]", *names: str) -> list[Row]:
    """The same of many."""
    return [told(row, *names) for row in found]


def themselves(powerholder: Powerholder) -> list[Row]:
    """Their own record."""
    names = ("name", "about", "is_private_owner", "email", "phone", "address", "source", "source_url", "source_on")
    return [told(powerholder, *names)]


def tenures(powerholder: Powerholder) -> list[Row]:
    """What they held."""
    rows = Tenure.objects.filter(powerholder=powerholder).select_related("office__institution")
    names = ("started_on", "ended_on", "party", "end_reason", "source", "source_url", "source_on")
    return [[(_("Office"), f"{row.office}, {row.office.institution}"), *told(row, *names)] for row in rows]


def facts(powerholder: Powerholder) -> list[Row]:
    """Facts with their sources; those withdrawn too, with the reason."""
    rows = PowerFact.objects.filter(powerholder=powerholder).select_related("site")
    names = ("kind", "words", "on", "site", "source", "source_url", "source_on", "document_name", "withdrawn_because")
    return rows_of(rows, *names)


def owned(powerholder: Powerholder) -> list[Row]:
    """Sites that they own or owned."""
    rows = SiteOwner.objects.filter(powerholder=powerholder).select_related("site")
    return rows_of(rows, "site", "since", "until", "source", "source_url")


def presences(powerholder: Powerholder) -> list[Row]:
    """Where they came; an event by its day alone, since its title may be its guests' own."""
    rows = Presence.objects.filter(powerholder=powerholder)
    return rows_of(rows, "on", "place", "office_then", "party", "camp", "said", "source")


def lines(powerholder: Powerholder) -> list[Row]:
    """Lines of influence from and to them."""
    ends = ("from_powerholder", "from_institution", "to_powerholder", "to_institution")
    rows = Influence.objects.filter(Q(from_powerholder=powerholder) | Q(to_powerholder=powerholder))
    names = ("kind", "strength", "since", "until", "source", "source_url", "source_on")
    return [
        [
            (_("From"), str(row.from_powerholder or row.from_institution)),
            (_("To"), str(row.to_powerholder or row.to_institution)),
            *told(row, *names),
        ]
        for row in rows.select_related(*ends)
    ]


def known(powerholder: Powerholder) -> list[Row]:
    """How people of ours know them: how, not who, and nothing of anybody kept safe: how may say who."""
    rows = Acquaintance.objects.filter(by_sql("person", hidden_from(None)), powerholder=powerholder)
    return [[(_("One of our people knows you"), row.how)] for row in rows]


def research(powerholder: Powerholder) -> list[Row]:
    """Research meetings with them."""
    rows = ResearchMeeting.objects.filter(powerholder=powerholder)
    return rows_of(rows, "held_on", "asked", "learnt", "interest", "next_words")


def register() -> None:
    """The parts that power itself keeps."""
    COPY_PARTS.add("themselves", CopyPart(gettext_lazy("Who you are to us"), themselves, 10))
    COPY_PARTS.add("tenures", CopyPart(gettext_lazy("Offices"), tenures, 20))
    COPY_PARTS.add("facts", CopyPart(gettext_lazy("Facts and their sources"), facts, 30))
    COPY_PARTS.add("sites", CopyPart(gettext_lazy("What you own"), owned, 40))
    COPY_PARTS.add("presence", CopyPart(gettext_lazy("When you came to us"), presences, 50))
    COPY_PARTS.add("lines", CopyPart(gettext_lazy("Lines of influence"), lines, 60))
    COPY_PARTS.add("known", CopyPart(gettext_lazy("Who of us knows you"), known, 70))
    COPY_PARTS.add("research", CopyPart(gettext_lazy("Research meetings"), research, 80))
