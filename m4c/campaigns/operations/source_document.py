"""Source documents: who published them, their editions, numbered clauses, which edition repeats which; and citing one.

They are everybody's, like what is on record of powerholders: whoever runs campaigns anywhere may add to them.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign, Citation, Clause, ClauseInEdition, Edition, SourceDocument
from m4c.campaigns.permissions import RUN_CAMPAIGNS
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account
from m4c.power.models import Institution

FIRST_YEAR, LAST_YEAR = 1800, 2200


class DocumentRefused(Refused):
    """The document, edition or clause says too little, or stands already."""


@dataclass(frozen=True)
class NewDocument:
    """A published document: its title and who published it, a body on record or in words."""

    title: str
    publisher: Institution | None = None
    publisher_words: str = ""


@dataclass(frozen=True)
class NewClause:
    """A numbered objective, recommendation or clause, in its own words, and the edition in which it first stood."""

    number: str
    words: str
    edition: Edition
    kind: str = Clause.Kind.CLAUSE


@operation(RUN_CAMPAIGNS, on="campaign")
def add_document(*, campaign: Campaign, new: NewDocument, by: Account) -> SourceDocument:
    """Put a document on record, from a campaign that cites it; one of the same title and publisher stays the one.

    Raises DocumentRefused.
    """
    title, words = new.title.strip(), new.publisher_words.strip()
    if not title:
        raise DocumentRefused(_("Say what the document is called."), field="title", code="no_title")
    if new.publisher is None and not words:
        raise DocumentRefused(_("Say who published it."), field="publisher_words", code="no_publisher")
    known = SourceDocument.objects.filter(title__iexact=title, publisher=new.publisher)
    known = known if new.publisher else known.filter(publisher_words__iexact=words)
    return known.first() or SourceDocument.objects.create(
        title=title, publisher=new.publisher, publisher_words="" if new.publisher else words, made_by=by
    )


@operation(RUN_CAMPAIGNS, on="campaign")
def add_edition(
    *, campaign: Campaign, document: SourceDocument, year: int, at: datetime, by: Account, name: str = "", url: str = ""
) -> Edition:
    """Add an edition of a document by its year. Raises DocumentRefused."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DocumentRefused(_("Give the year in four figures."), field="year", code="year")
    if Edition.objects.filter(document=document, year=year).exists():
        raise DocumentRefused(_("The edition of that year is there already."), field="year", code="twice")
    return Edition.objects.create(
        document=document, year=year, name=name.strip(), url=url.strip(), added_by=by, added_at=at
    )


@operation(RUN_CAMPAIGNS, on="campaign")
def add_clause(*, campaign: Campaign, new: NewClause, at: datetime, by: Account) -> Clause:
    """Add a numbered clause of a document, as it stood first. Raises DocumentRefused."""
    number, document = new.number.strip(), new.edition.document
    if not number or not new.words.strip():
        raise DocumentRefused(_("Give its number and its words."), field="words", code="blank")
    if Clause.objects.filter(document=document, kind=new.kind, number=number).exists():
        raise DocumentRefused(
            _("That number is there already: say which edition repeats it."), field="number", code="twice"
        )
    clause = Clause.objects.create(
        document=document, kind=new.kind, number=number, words=new.words.strip(), added_by=by, added_at=at
    )
    ClauseInEdition.objects.create(clause=clause, edition=new.edition, number_there=number)
    return clause


@operation(RUN_CAMPAIGNS, on="campaign")
def repeat_clause(
    *, campaign: Campaign, clause: Clause, edition: Edition, by: Account, number_there: str = ""
) -> Clause:
    """Say that another edition repeats a clause, under which number there. Raises DocumentRefused."""
    if edition.document_id != clause.document_id:
        raise DocumentRefused(_("That is an edition of another document."), field="edition", code="other")
    if ClauseInEdition.objects.filter(clause=clause, edition=edition).exists():
        raise DocumentRefused(_("It stands in that edition already."), field="edition", code="twice")
    ClauseInEdition.objects.create(clause=clause, edition=edition, number_there=number_there.strip() or clause.number)
    return clause


@operation(RUN_CAMPAIGNS, on="campaign")
def fulfil_clause(*, campaign: Campaign, clause: Clause, on: date, source: str, by: Account) -> Clause:
    """Say that what a clause promised was done, since when, and who says so. Raises DocumentRefused."""
    if not source.strip():
        raise DocumentRefused(_("Say who says that it was done."), field="source", code="no_source")
    change(clause, fulfilled_on=on, fulfilled_source=source.strip())
    return clause


@operation(RUN_CAMPAIGNS, on="campaign")
def cite_clause(*, campaign: Campaign, clause: Clause, at: datetime, by: Account, words: str = "") -> Citation:
    """Cite a clause in a campaign's case, and for what. Raises DocumentRefused."""
    if Citation.objects.filter(campaign=campaign, clause=clause).exists():
        raise DocumentRefused(_("You cite it already."), field="clause", code="twice")
    return Citation.objects.create(campaign=campaign, clause=clause, words=words.strip(), added_by=by, added_at=at)


@operation(RUN_CAMPAIGNS, on="citation")
def strike_citation(*, citation: Citation, by: Account) -> Campaign:
    """Cite it no more."""
    campaign = citation.campaign
    citation.delete()
    return campaign
