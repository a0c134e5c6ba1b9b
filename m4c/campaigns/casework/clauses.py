"""What became of a clause through the editions of its document, as a sentence that is worked out, never typed in."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from m4c.campaigns.models import Campaign, Citation, Clause, ClauseInEdition
from m4c.people.models import Account


@dataclass(frozen=True)
class Standing:
    """That a clause stands in the edition of a year, under a number there."""

    year: int
    number: str


def standings_of(clauses: Iterable[Clause]) -> dict[int, list[Standing]]:
    """In which editions each of some clauses stands, the first first. One statement."""
    found: dict[int, list[Standing]] = defaultdict(list)
    rows = ClauseInEdition.objects.filter(clause__in=[clause.pk for clause in clauses]).order_by("edition__year")
    for clause, year, number in rows.values_list("clause", "edition__year", "number_there"):
        found[clause].append(Standing(year, number))
    return found


def sentence_of(clause: Clause, standings: list[Standing]) -> str:
    """“Objective 4 of 1998, repeated 2003 and 2008, unfulfilled.”"""
    name = capfirst(f"{clause.get_kind_display()} {clause.number}")
    if not standings:
        return _("{name}, {outcome}.").format(name=name, outcome=outcome_of(clause))
    first, *again = standings
    parts = [_("{name} of {year}").format(name=name, year=first.year)]
    if again:
        years = [year_of(standing, clause.number) for standing in again]
        parts.append(_("repeated {years}").format(years=listed(years)))
    return ", ".join([*parts, outcome_of(clause)]) + "."


def outcome_of(clause: Clause) -> str:
    """Whether it was fulfilled, and when."""
    if clause.fulfilled_on is None:
        return _("unfulfilled")
    return _("fulfilled on {day}").format(day=date_format(clause.fulfilled_on, "j F Y"))


def year_of(standing: Standing, number: str) -> str:
    """The year of an edition, with the number that the clause has there where it is another."""
    if standing.number in ("", number):
        return str(standing.year)
    return _("{year} (there as {number})").format(year=standing.year, number=standing.number)


def listed(words: list[str]) -> str:
    """Words in a row, with “and” before the last."""
    if len(words) < 2:
        return "".join(words)
    return _("{most} and {last}").format(most=", ".join(words[:-1]), last=words[-1])


def cited_by(campaign: Campaign, account: Account) -> list[tuple[Citation, str]]:
    """The clauses that a campaign cites, each with its sentence. Two statements."""
    rows = Citation.objects.visible_to(account).filter(campaign=campaign)
    found = list(rows.select_related("clause__document__publisher"))
    standings = standings_of([row.clause for row in found])
    return [(row, sentence_of(row.clause, standings[row.clause_id])) for row in found]
