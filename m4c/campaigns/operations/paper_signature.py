"""Names typed from a petition's sheets: typed by line, brought in from a file, and kept on record by a tick alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.ladder.known_lines import Identity, KnownLines, identity_of
from m4c.campaigns.models import PaperPetition, PaperSignature, PetitionSheet
from m4c.campaigns.operations.paper_petition import PetitionRefused
from m4c.campaigns.permissions import RUN_CAMPAIGNS
from m4c.core.operations import change, operation
from m4c.people import ledger
from m4c.people.desk.agreements import agreed_wordings
from m4c.people.imports.candidates import candidates
from m4c.people.matching import Description, Pool
from m4c.people.models import Account, Channel, Consent, Person, Purpose
from m4c.people.names import split_full_name
from m4c.people.operations.consent import record_consent
from m4c.people.operations.must_see import must_see
from m4c.people.operations.person import NewPerson, add_person
from m4c.people.sheets.contacts import parse_phones


@dataclass(frozen=True)
class Signed:
    """One line of a sheet. Without a sheet's number it came from a file that gives none."""

    name: str
    postcode: str = ""
    email: str = ""
    phone: str = ""
    agreed_email: bool = False
    agreed_phone: bool = False
    signed_on: date | None = None
    sheet: int | None = None
    line: int | None = None

    @property
    def values(self) -> dict[str, Any]:
        """As they are kept. A box ticked beside nothing to reach them by says nothing."""
        return {
            "name": self.name.strip(),
            "postcode": self.postcode.strip(),
            "email": self.email.strip(),
            "phone": self.phone.strip(),
            "agreed_email": self.agreed_email and bool(self.email.strip()),
            "agreed_phone": self.agreed_phone and bool(self.phone.strip()),
            "signed_on": self.signed_on,
        }

    @property
    def identity(self) -> Identity:
        """By what a line of a file that gives no sheet is known again."""
        return identity_of(self.name, self.postcode, self.email, self.phone)


@dataclass
class Typed:
    """What came of lines that were brought in: those that are new, and how many stood there before."""

    signatures: list[PaperSignature] = field(default_factory=list)
    twice: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)  # the place among those given, and why

    @property
    def touched(self) -> list[PaperSignature]:
        """For the audit entry."""
        return self.signatures


@operation(RUN_CAMPAIGNS, on="sheet")
def type_lines(*, sheet: PetitionSheet, lines: Mapping[int, Signed], at: datetime, by: Account) -> list[PaperSignature]:
    """Type lines of a sheet by their numbers; a line typed again is put right. Raises PetitionRefused."""
    if blank := [number for number, signed in lines.items() if not signed.name.strip()]:
        raise PetitionRefused(_("Line {number} has no name.").format(number=blank[0]), code="no_name")
    known = {row.line: row for row in PaperSignature.objects.filter(sheet=sheet, line__in=lines)}
    rows = []
    for number, signed in sorted(lines.items()):
        row = known.get(number)
        if row is None:
            row = line_of(sheet, number, signed, at, by)
            row.save()
        else:
            change(row, **signed.values)
        rows.append(row)
    count_at_least(sheet)
    return rows


@operation(RUN_CAMPAIGNS, on="petition")
def bring_in_lines(
    *, petition: PaperPetition, rows: Sequence[Signed], at: datetime, by: Account, known: KnownLines | None = None
) -> Typed:
    """Bring in lines from a file, at most 500 at a time; twice is once: by sheet and line where the file gives them, by
    name, postcode and how to reach them where it does not. Signing is no consent, and makes nobody a person on record.

    `known` goes from one piece of a file to the next, so that what is typed already is read once.
    """
    PaperPetition.objects.select_for_update().get(pk=petition.pk)  # two files at once would write a line twice
    came, touched, known = Typed(), set(), known or KnownLines()
    known.catch_up(petition)
    sheets = {sheet.number: sheet for sheet in PetitionSheet.objects.filter(petition=petition)}
    loose = next_number(petition)  # the sheet on which lines stand that a file gives no sheet for
    for place, signed in enumerate(rows):
        if signed.line is None and signed.identity in known.identities:
            came.twice += 1
            continue
        number = signed.sheet or loose
        line = signed.line or known.last.get(number, 0) + 1
        if before := known.by_line.get((number, line)):
            if before == signed.identity:
                came.twice += 1
            else:
                sentence = _("Line {line} of sheet {sheet} is typed already, and says something else.")
                came.refused.append((place, sentence.format(line=line, sheet=number)))
            continue
        sheet = sheets.get(number) or new_sheet(petition, number, at, by)
        sheets[number] = sheet
        known.add(number, line, signed.identity)
        touched.add(sheet)
        came.signatures.append(line_of(sheet, line, signed, at, by))
    PaperSignature.objects.bulk_create(came.signatures)
    known.newest = max([known.newest, *(row.pk for row in came.signatures)])
    for sheet in touched:
        count_at_least(sheet)
    return came


@operation(RUN_CAMPAIGNS, on="signature")
def link_signature(*, signature: PaperSignature, person: Person, by: Account) -> PaperSignature:
    """Say which person on record signed a line: what they ticked is their consent. Raises PetitionRefused, Unseen."""
    must_see([person], by)
    return tied(signature, person, by)


@operation(RUN_CAMPAIGNS, on="signature")
def keep_signatory(*, signature: PaperSignature, by: Account) -> PaperSignature:
    """Keep a record of whoever ticked a box: found among those one sees, or made. Nobody else's is kept.

    Raises PetitionRefused where nothing is ticked, or it may be somebody on record and a person must say.
    """
    if not (signature.agreed_email or signature.agreed_phone):
        raise PetitionRefused(
            _("They ticked no box: they signed, and asked for nothing more. No record is kept of them."), code="no_tick"
        )
    if signature.person_id:
        return signature
    return tied(signature, found_or_made(signature, by), by)


def tied(signature: PaperSignature, person: Person, by: Account) -> PaperSignature:
    """Tie a line to a person, record what they ticked, and write that they signed."""
    if signature.person_id not in (None, person.pk):
        raise PetitionRefused(_("This line is somebody's already."), code="tied")
    change(signature, person=person)
    ticked = [(signature.agreed_email, Channel.EMAIL), (signature.agreed_phone, Channel.PHONE)]
    source = _("Petition “{title}”, sheet {sheet}, line {line}").format(
        title=signature.petition.title, sheet=signature.sheet.number, line=signature.line
    )
    for is_ticked, channel in ticked:
        if is_ticked:
            record_consent(
                person=person,
                channel=channel,
                purpose=Purpose.NEWS,
                state=Consent.State.GIVEN,
                at=signed_at(signature),
                source=str(source)[:200],
                wording=agreed_wordings([channel])[channel],
                by=by,
            )
    ledger.write([signature])
    return signature


def found_or_made(signature: PaperSignature, by: Account) -> Person:
    """Whoever signed, as the records know them; else somebody new. Raises PetitionRefused for a doubt."""
    name, phones = split_full_name(signature.name), parse_phones(signature.phone).value or ()
    emails = (signature.email.casefold(),) if signature.email else ()
    described = Description(name.given, name.family, emails, tuple(phones), signature.postcode)
    pool = Pool()
    for known in candidates([described], by):
        if known.is_seen and not known.is_protected:
            pool.add(known)
    verdict = pool.find(described)
    if verdict.known and verdict.known.person_id:
        return Person.objects.get(pk=verdict.known.person_id)
    if verdict.doubt and verdict.candidate:
        raise PetitionRefused(_("It may be somebody on record. Say who it is, by name."), field="person", code="doubt")
    new = NewPerson(
        name.given,
        name.family,
        emails=emails,
        phones=tuple(phones),
        postcode=signature.postcode,
        met_on=signature.signed_on,
        source=str(_("Petition “{title}”").format(title=signature.petition.title))[:200],
        met_by=by.person,  # who keeps the record sees it, and what it says they agreed to
    )
    return add_person(group=signature.campaign.group, new=new, by=by)


def line_of(sheet: PetitionSheet, line: int, signed: Signed, at: datetime, by: Account) -> PaperSignature:
    """A line that is new, unsaved."""
    return PaperSignature(
        campaign_id=sheet.campaign_id,
        petition_id=sheet.petition_id,
        sheet=sheet,
        line=line,
        typed_by=by,
        typed_at=at,
        **signed.values,
    )


def new_sheet(petition: PaperPetition, number: int, at: datetime, by: Account) -> PetitionSheet:
    """A sheet of which only lines are known so far."""
    facts = {"campaign": petition.campaign, "signatures": 0, "counted_by": by, "counted_at": at}
    return PetitionSheet.objects.create(petition=petition, number=number, **facts)


def count_at_least(sheet: PetitionSheet) -> None:
    """A sheet holds no fewer signatures than were typed from it."""
    typed = PaperSignature.objects.filter(sheet=sheet).count()
    if typed > sheet.signatures:
        change(sheet, signatures=typed)


def next_number(petition: PaperPetition) -> int:
    """The first number that no sheet of a petition has."""
    last = PetitionSheet.objects.filter(petition=petition).aggregate(last=Max("number"))["last"] or 0
    return max(last, petition.printed) + 1


def signed_at(signature: PaperSignature) -> datetime:
    """When somebody signed: the middle of the day that stands beside it, or when it was typed."""
    if signature.signed_on is None:
        return signature.typed_at
    return timezone.make_aware(datetime.combine(signature.signed_on, time(12)))
