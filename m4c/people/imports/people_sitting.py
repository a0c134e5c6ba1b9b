"""What is written of a chunk of a list of people besides the people: objections, consents, deaths, tags, numbers."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time

from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.people.imports.files import columns_of
from m4c.people.imports.kinds import Line, Sitting, Written
from m4c.people.imports.people_says import ANYTHING, CONSENTS, MARKETING, NO, Objects, Says, folded
from m4c.people.imports.sources import SOURCES
from m4c.people.imports.sources.base import PEOPLE
from m4c.people.imports.sources.plain import PLAIN
from m4c.people.imports.traces import changed, made
from m4c.people.matching import Known
from m4c.people.models import Channel, Consent, ImportRow, Person, Purpose, SheetImport
from m4c.people.operations.bringing_in.own_fields import fill_in
from m4c.people.operations.bringing_in.tags import keep_numbers, tag_lines
from m4c.people.operations.bringing_in.telling_apart import TOLD, write_told
from m4c.people.operations.consent import Said, mark_address, write_new_consents
from m4c.people.operations.suppression import Objection, keep_suppressions, owners_of, write_objections
from m4c.people.operations.welcome import welcome_many
from m4c.people.sheets.kinds import ColumnKind
from m4c.people.sheets.list_files import CLEANED, UNSUBSCRIBED
from m4c.people.sheets.source import SheetFormat

LEFT = {
    UNSUBSCRIBED: Objects((Channel.EMAIL,), MARKETING, ColumnKind.LEFT_LIST_ON),
    CLEANED: Objects((Channel.EMAIL,), ANYTHING, ColumnKind.EMAIL_STATE),
}


class PeopleSitting(Sitting):
    """A chunk of a list of people."""

    def __init__(self, sheet_import: SheetImport) -> None:
        super().__init__(sheet_import)
        self.source = _("List: {file}").format(file=sheet_import.file_name)[:200]
        self.holds = sheet_import.details.get("holds", PEOPLE)
        self.agreed = sheet_import.details.get("agreed", "")
        self.welcomes = sheet_import.details.get("welcome", "") == "yes"
        self.columns = columns_of(sheet_import)
        self.stood: set[tuple[int, int | None]] = set()
        self.tool = SOURCES.get(sheet_import.layout.get("source", ""), PLAIN)

    @property
    def at(self) -> datetime:
        """When what has no day of its own was said, as far as we know: by the time the file was given."""
        return self.sheet_import.made_at

    def describe(self, lines: Sequence[Line]) -> None:
        """All come in by the group of the list, but for those who only left a mailing list."""
        super().describe(lines)
        for line in lines:
            if line.described and line.said.number and self.tool.numbers:
                line.described = replace(line.described, outside=f"{self.tool.name} {line.said.number}")
            left = LEFT.get(self.holds) or LEFT.get(line.said.on_list if self.is_bundle else "")
            if left is None:
                continue
            line.only_objects, line.described = True, None
            line.reason = "" if line.said.emails else _("No e-mail address that could be closed.")
            if not line.said.is_against:
                line.said.objections.append(left)

    def meet(self, people: Collection[Known]) -> None:
        """Who of these stood on which row of this very file, if it was brought in before."""
        if self.sheet_import.fingerprint:
            same = SheetImport.objects.filter(fingerprint=self.sheet_import.fingerprint, kind=self.sheet_import.kind)
            before = same.filter(undone_at=None).exclude(pk=self.sheet_import.pk)
            ids = [known.person_id for known in people if known.person_id]
            rows = ImportRow.objects.filter(sheet_import__in=before, person__in=ids)
            self.stood.update(rows.values_list("number", "person_id"))

    def acquainted(self, line: Line, people: Collection[Known]) -> Collection[Known]:
        """Whoever stood on this row the last time: the same file twice makes nobody, though it gives names alone."""
        return [known for known in people if (line.number, known.person_id) in self.stood]

    @property
    def is_bundle(self) -> bool:
        """Whether each row says which file of a mailing list it came from."""
        return self.sheet_import.layout.get("format") == SheetFormat.BUNDLE

    def foretell(self, lines: Sequence[Line]) -> Mapping[str, int]:
        """How many rows say that somebody is not to be written to."""
        return {"suppressed": sum(line.said.is_against for line in lines)}

    def write(self, lines: Sequence[Line]) -> Written:
        """Objections first, so that no consent of the same row outruns them."""
        self.object(lines)
        self.close(line for line in lines if line.only_objects)
        open_to_us = [line for line in lines if line.person and not (line.known and line.known.is_protected)]
        self.agree(open_to_us)
        self.tell_apart(open_to_us)
        if self.welcomes:
            self.welcome([line for line in open_to_us if line.makes_somebody])
        keep_numbers(open_to_us, at=self.at)
        words = tag_lines(open_to_us, self.sheet_import.group, by=self.sheet_import.by, at=self.at)
        fill_in(open_to_us, self.sheet_import.layout["headers"], by=self.sheet_import.by, at=self.at)
        return Written(self.foretell(lines), words)

    def object(self, lines: Sequence[Line]) -> None:
        """Write the objections of people at hand, and of those on record whose addresses were closed elsewhere."""
        closed = [line for line in lines if line.only_objects]
        owners = owners_of({email for line in closed for email in line.said.emails}) if closed else {}
        whose: dict[int, Line] = {}
        said: list[Objection] = []
        for line in lines:
            ids = [pk for email in line.said.emails for pk in owners.get(email, [])] if line.only_objects else []
            if line.person and not line.only_objects:
                ids = [line.person.pk]
            for person_id in ids:
                whose.setdefault(person_id, line)
                said += self.objections(line, person_id)
        for consent in write_objections(said):
            whose[consent.person_id].traces.append(made(consent))
        self.close_doors(lines)

    def objections(self, line: Line, person_id: int) -> Iterable[Objection]:
        """What a line objects to, as objections of this person."""
        for objects in line.said.objections:
            for channel in objects.channels:
                for purpose in objects.purposes:
                    yield Objection(
                        person_id=person_id,
                        channel=channel,
                        purpose=purpose,
                        at=self.time_of(objects),
                        source=self.where(line),
                        taken_by_id=self.sheet_import.by_id,
                        wording=self.header(objects.kind, line),
                    )

    def close_doors(self, lines: Sequence[Line]) -> None:
        """Mark the addresses of those who are not to be visited."""
        doors = [line for line in lines if any(Channel.DOOR in each.channels for each in line.said.objections)]
        people = Person.objects.select_related("address").in_bulk(
            [line.person.pk for line in doors if line.person and not line.only_objects]
        )
        for line in doors:
            person = people.get(line.person.pk) if line.person else None
            if person and person.address:
                before = person.address.do_not_knock_since
                mark_address(person, self.at)
                line.traces += changed(person.address, {"do_not_knock_since": before})

    def close(self, lines: Iterable[Line]) -> None:
        """Keep, without the addresses, what is closed of people who are not on record."""
        waiting = [line for line in lines if line.said.emails]
        owned = owners_of({email for line in waiting for email in line.said.emails}) if waiting else {}
        for line in waiting:
            line.said.emails = tuple(email for email in line.said.emails if email not in owned)
        by_time: dict[datetime, list[tuple[Line, tuple[str, str, str]]]] = {}
        for line in waiting:
            for email in line.said.emails:
                for objects in line.said.objections:
                    for purpose in objects.purposes:
                        closed = (line, (email, str(Channel.EMAIL), str(purpose)))
                        by_time.setdefault(self.time_of(objects), []).append(closed)
        for at, all_closed in by_time.items():
            first = {wanted: line for line, wanted in reversed(all_closed)}
            kept = keep_suppressions(first, at=at, source=self.source, taken_by=self.sheet_import.by)
            for wanted, suppression in kept.items():
                first[wanted].traces.append(made(suppression))

    def agree(self, lines: Sequence[Line]) -> None:
        """Write consents where a column asks for them, or whoever brings the list declares the words; nowhere else."""
        said: list[Said] = []
        for line in lines:
            if line.person is not None:
                said += self.consents(line, line.person)
        known = latest_answers({each.person.pk for each in said})
        new = [each for each in said if known.get((each.person.pk, each.channel)) != each.state]
        whose = {line.person.pk: line for line in reversed(lines) if line.person}
        for consent in write_new_consents(new, taken_by=self.sheet_import.by):
            whose[consent.person_id].traces.append(made(consent))

    def consents(self, line: Line, person: Person) -> Iterable[Said]:
        """What a line's person agreed to or said no to."""
        says: Says = line.said
        words = {kind: (state, self.header(kind, line)) for kind, state in says.consents.items()}
        if self.agreed and says.emails and not says.is_against:
            words.setdefault(ColumnKind.CONSENT_EMAIL, (Consent.State.GIVEN, self.agreed))
        for kind, (state, wording) in words.items():
            yield Said(person, CONSENTS[kind], Purpose.NEWS, state, self.at, self.where(line), wording)

    def tell_apart(self, lines: Sequence[Line]) -> None:
        """Write that somebody died, and the language of those who are new."""
        touched: dict[int, Person] = {}
        for line in lines:
            person, says = line.person, line.said
            if person is None:
                continue
            before = {name: getattr(person, name) for name in TOLD}
            if says.died and person.died_on is None:
                person.died_on = says.died_on or timezone.localdate(self.at)
                if says.died_on is None:
                    line.tell(_("The day they died is not given: the day of this list is written."))
            if says.language and line.makes_somebody:
                person.language, person.language_name = says.language, says.language_name
            if traces := changed(person, before):
                touched[person.pk] = person
                line.traces += traces if not line.makes_somebody else []
        write_told(touched.values())

    def welcome(self, lines: Sequence[Line]) -> None:
        """Give each who is new somebody to welcome them, as whoever brings the list asked."""
        people = [line.person for line in lines if line.person]
        for line, welcome in zip(lines, welcome_many(people, self.sheet_import.group, self.at), strict=True):
            line.traces.append(made(welcome))

    def time_of(self, objects: Objects) -> datetime:
        """When an objection was made."""
        if objects.day is None:
            return self.at
        return min(timezone.make_aware(datetime.combine(objects.day, time(12))), self.at)

    def where(self, line: Line) -> str:
        """Where it is written: file and row."""
        return _("{file}, row {row}").format(file=self.sheet_import.file_name, row=line.number)[:200]

    def header(self, kind: ColumnKind, line: Line) -> str:
        """The words of the column of a kind by which a line says so: the first that is not blank and not no."""
        places = self.columns.places.get(kind, [])
        saying = (place for place in places if place < len(line.cells) and folded(line.cells[place]) not in NO)
        place = next(saying, places[0] if places else None)
        header = self.sheet_import.layout["headers"][place] if place is not None else ""
        return str(header or kind.label)[:500]


def latest_answers(ids: Iterable[int]) -> dict[tuple[int, str], str]:
    """What each of these people said last when they were asked for news, by channel."""
    rows = Consent.objects.filter(person__in=set(ids), purpose=Purpose.NEWS, state__in=Consent.State.answers())
    return {(row.person_id, row.channel): row.state for row in rows.order_by("at", "pk")}
