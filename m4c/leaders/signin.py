"""Sign-in sheets of training sessions: how their rows read, and what is written of them besides people."""

import re
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.events.models import Attendance
from m4c.events.operations.attendance import Came, attend_many
from m4c.leaders.brought_by import find_who_brought
from m4c.leaders.models import ConversationPledge, TraineeStanding, TrainingSession
from m4c.leaders.operations.pledge import MOST, NewPledge, pledge_many
from m4c.leaders.operations.training import NewSession, find_session, session_of, stand_many, start_of
from m4c.listening.models import HouseMeeting, OneToOne
from m4c.people.imports.describing import Where, describe
from m4c.people.imports.kinds import IMPORT_KINDS, ImportKind, Line, Sitting, Written
from m4c.people.imports.traces import changed, made
from m4c.people.matching import Known
from m4c.people.models import Channel, Consent, ImportRow, Purpose, SheetImport
from m4c.people.operations.consent import Said as Consented
from m4c.people.operations.consent import write_consents
from m4c.people.sheets.cells import Answer, parse_count, parse_date, parse_yes_no
from m4c.people.sheets.columns import Columns
from m4c.people.sheets.kinds import ColumnKind, SheetKind
from m4c.people.sheets.reading import Row

WHERE = Where(
    given_name=ColumnKind.GIVEN_NAME,
    family_name=ColumnKind.FAMILY_NAME,
    full_name=ColumnKind.FULL_NAME,
    title=ColumnKind.TITLE,
    known_as=ColumnKind.KNOWN_AS,
    emails=(ColumnKind.EMAIL, ColumnKind.OTHER_EMAIL),
    phones=(ColumnKind.PHONE, ColumnKind.OTHER_PHONE),
    address=(ColumnKind.ADDRESS, ColumnKind.TOWN),
    postcode=ColumnKind.POSTCODE,
)
PLEDGES = {
    ConversationPledge.Kind.ONE_TO_ONE: ColumnKind.ONE_TO_ONES_PLEDGED,
    ConversationPledge.Kind.HOUSE_MEETING: ColumnKind.HOUSE_MEETINGS_PLEDGED,
}
CONSENTS = {
    Channel.EMAIL: ColumnKind.CONSENT_EMAIL,
    Channel.TEXT: ColumnKind.CONSENT_TEXT,
    Channel.PHONE: ColumnKind.CONSENT_PHONE,
    Channel.POST: ColumnKind.CONSENT_POST,
    Channel.DOOR: ColumnKind.CONSENT_DOOR,
}
CONSENT_STATES = {Answer.YES: Consent.State.GIVEN, Answer.NO: Consent.State.REFUSED}
COUNTED = {
    ConversationPledge.Kind.ONE_TO_ONE: "pledged_one_to_ones",
    ConversationPledge.Kind.HOUSE_MEETING: "pledged_house_meetings",
}
DAY_IN_NAME = re.compile(r"(?<!\d)(\d{4}[-_. ]?\d{2}[-_. ]?\d{2}|\d{1,2}[-_. ]\d{1,2}[-_. ]\d{4})(?!\d)")


@dataclass
class SignIn:
    """What a row says besides who it is."""

    was_member: bool | None = None
    pledged: dict[str, int] = field(default_factory=dict)
    consents: dict[str, str] = field(default_factory=dict)


class SignInQuestions(forms.Form):
    """What a sign-in sheet seldom says of itself."""

    day = forms.DateField(label=gettext_lazy("Date of the session"))
    session = forms.ChoiceField(label=gettext_lazy("Kind of session"), choices=TrainingSession.Kind.choices)


class SignInSitting(Sitting):
    """A chunk of a sign-in sheet."""

    def __init__(self, sheet_import: SheetImport) -> None:
        super().__init__(sheet_import)
        self.day = date.fromisoformat(sheet_import.details["day"])
        self.kind = sheet_import.details["session"]
        self.source = _("Sign-in sheet of {day}").format(day=date_format(self.day))
        self.session = self.look_for_session()
        self.came: set[int] = set()
        self.pledged: set[tuple[Hashable, str]] = set()

    def look_for_session(self) -> TrainingSession | None:
        """The session, where it is there already."""
        if not self.sheet_import.group_id:
            return None
        return find_session(group=self.sheet_import.group, kind=self.kind, day=self.day)

    def describe(self, lines: Sequence[Line]) -> None:
        """All come in by the sheet's group, on the day of the session."""
        super().describe(lines)
        for line in lines:
            line.met_on = self.day

    def meet(self, people: Collection[Known]) -> None:
        """Who of these was at the session already."""
        if self.session:
            came = Attendance.objects.filter(
                event=self.session.event_id, person__in=[known.person_id for known in people if known.person_id]
            )
            self.came.update(came.values_list("person_id", flat=True))

    def acquainted(self, line: Line, people: Collection[Known]) -> Collection[Known]:
        """Those who were at the session."""
        return [known for known in people if known.person_id in self.came]

    def foretell(self, lines: Sequence[Line]) -> Mapping[str, int]:
        """How many conversations would be newly pledged."""
        ids = [line.known.person_id for line in lines if line.known and line.known.person_id]
        if self.session:
            known = ConversationPledge.objects.filter(session=self.session, person__in=ids)
            self.pledged.update(known.values_list("person_id", "kind"))
        counts = dict.fromkeys(COUNTED.values(), 0)
        for line in lines:
            for kind, number in line.said.pledged.items():
                if number and line.known and (line.known.key, kind) not in self.pledged:
                    self.pledged.add((line.known.key, kind))
                    counts[COUNTED[kind]] += number
        return counts

    def write(self, lines: Sequence[Line]) -> Written:
        """Attendances, standings, pledges and consents; each person once, by the first line that says so."""
        group = self.sheet_import.group
        assert group is not None
        once: list[list[Any]] = []
        if self.session is None:
            self.session = session_of(group=group, new=NewSession(self.kind, start_of(self.day)))
            once = [made(self.session.event), made(self.session)]
        attendances = self.attend(self.session, lines)
        self.stand(lines, attendances)
        counts = self.pledge(self.session, lines)
        self.consent(lines)
        return Written(counts, once)

    def attend(self, session: TrainingSession, lines: Sequence[Line]) -> dict[int, Attendance]:
        """That they came; by person id."""
        first = {line.person.pk: line for line in reversed(lines) if line.person}
        known = Attendance.objects.filter(event=session.event_id, person__in=first)
        before = {
            pk: (state, brought_by)
            for pk, state, brought_by in known.values_list("person_id", "state", "brought_by_id")
        }
        present = Attendance.State.present()
        rows = [
            Came(line.person, state if (state := before.get(pk, ("",))[0]) in present else Attendance.State.CAME)
            for pk, line in first.items()
            if line.person
        ]
        written = {found.person_id: found for found in attend_many(event=session.event, rows=rows)}
        for pk, line in first.items():
            if pk in before:
                state, brought_by = before[pk]
                line.traces += changed(written[pk], {"state": state, "brought_by_id": brought_by})
            else:
                line.traces.append(made(written[pk]))
        return written

    def stand(self, lines: Sequence[Line], attendances: Mapping[int, Attendance]) -> None:
        """Whether they were members of the host organisation then; a blank is no answer."""
        says = {line.person.pk: line for line in reversed(lines) if line.person and line.said.was_member is not None}
        known = set(
            TraineeStanding.objects.filter(attendance__in=[attendances[pk].pk for pk in says]).values_list(
                "attendance_id", flat=True
            )
        )
        new = {attendances[pk]: line for pk, line in says.items() if attendances[pk].pk not in known}
        stand_many({attendance: line.said.was_member for attendance, line in new.items()})
        by_attendance = {attendance.pk: line for attendance, line in new.items()}
        for standing in TraineeStanding.objects.filter(attendance__in=by_attendance):
            by_attendance[standing.attendance_id].traces.append(made(standing))

    def pledge(self, session: TrainingSession, lines: Sequence[Line]) -> dict[str, int]:
        """What they pledged: for each person and kind the first line that says a number. Counts what is new."""
        says: dict[tuple[int, str], tuple[Line, NewPledge]] = {}
        for line in lines:
            for kind, number in line.said.pledged.items():
                if line.person and number:
                    says.setdefault((line.person.pk, kind), (line, NewPledge(line.person, kind, number)))
        group = self.sheet_import.group
        assert group is not None
        rows = [pledge for _line, pledge in says.values()]
        counts = dict.fromkeys(COUNTED.values(), 0)
        for pledge in pledge_many(group=group, session=session, made_on=self.day, rows=rows):
            says[pledge.person_id, pledge.kind][0].traces.append(made(pledge))
            counts[COUNTED[ConversationPledge.Kind(pledge.kind)]] += pledge.number
        return counts

    def consent(self, lines: Sequence[Line]) -> None:
        """What they agreed to, or refused, where a column asks; in the words of its header."""
        spoke = {line.person.pk: line for line in reversed(lines) if line.person and line.said.consents}
        if not spoke:
            return
        headers = dict(zip(self.sheet_import.layout["columns"], self.sheet_import.layout["headers"], strict=True))
        at = start_of(self.day)
        said = [
            Consented(
                person=line.person,
                channel=channel,
                purpose=Purpose.NEWS,
                state=state,
                at=at,
                source=_("{file}, row {row}").format(file=self.sheet_import.file_name, row=line.number),
                wording=headers[CONSENTS[Channel(channel)]] or CONSENTS[Channel(channel)].label,
            )
            for line in spoke.values()
            for channel, state in line.said.consents.items()
            if line.person
        ]
        known = set(Consent.objects.filter(person__in=spoke).values_list("pk", flat=True))
        write_consents(said, taken_by=self.sheet_import.by)
        for pk, person_id in Consent.objects.filter(person__in=spoke).values_list("pk", "person_id"):
            if pk not in known:
                spoke[person_id].traces.append(["people.consent", pk])


class SignInSheet(ImportKind):
    """The sign-in sheet of a training session."""

    name = "signin"
    title = gettext_lazy("Sign-in sheets of training")
    lede = gettext_lazy("Who came to a training session, how to reach them, and what they pledged there.")
    sheet = SheetKind.SIGN_IN
    sitting = SignInSitting
    questions = SignInQuestions
    fates = {
        ImportRow.Fate.CREATED: gettext_lazy("A new person."),
        ImportRow.Fate.MATCHED: gettext_lazy("Somebody known already."),
        ImportRow.Fate.REPEAT: gettext_lazy("Stands further up on this sheet: counted once."),
        ImportRow.Fate.REFUSED: gettext_lazy("Not taken."),
    }

    def read(self, row: Row, columns: Columns) -> Line:
        """Who signed in, and what they said. Only a row by which nobody can be known is refused."""
        cells = row.cells
        told = describe(cells, columns, WHERE)
        line = Line(row.number, cells, described=told.described, reason=told.reason)
        for problem in told.problems:
            line.tell(problem)
        member = parse_yes_no(columns.cell(cells, ColumnKind.HOST_MEMBER))
        line.tell(member.problem)
        said = SignIn(was_member={Answer.YES: True, Answer.NO: False}.get(member.value))
        for kind, column in PLEDGES.items():
            number = parse_count(columns.cell(cells, column), most=MOST)
            line.tell(number.problem)
            said.pledged[kind] = number.value
        for channel, column in CONSENTS.items():
            answer = parse_yes_no(columns.cell(cells, column))
            line.tell(answer.problem)
            if answer.value in CONSENT_STATES:
                said.consents[channel] = CONSENT_STATES[answer.value]
        line.said, line.left_open = said, columns.cell(cells, ColumnKind.BROUGHT_BY)
        return line

    def missing(self, columns: Columns) -> str:
        """Somebody can be known by an e-mail, a phone or a full name."""
        one_of = {ColumnKind.EMAIL, ColumnKind.PHONE, ColumnKind.FULL_NAME, ColumnKind.FAMILY_NAME}
        if one_of & set(columns.kinds):
            return ""
        return _("No column holds e-mails, phones or full names, by which people could be known.")

    def in_words(self, details: Mapping[str, Any]) -> str:
        """ "taster, 21 June 2010"."""
        kind = TrainingSession.Kind(details["session"]).label
        return _("{kind}, {day}").format(kind=kind, day=date_format(date.fromisoformat(details["day"])))

    def guess(self, file_name: str) -> dict[str, Any]:
        """Day and kind, from names such as `signin_2010-06-05_cardiff_full.csv`."""
        found: dict[str, Any] = {}
        if day := DAY_IN_NAME.search(file_name):
            digits = re.sub(r"[-_. ]", "", day[1])
            year_first = digits[:4] if day[1][:4].isdigit() else ""
            text = f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if year_first else re.sub(r"[-_. ]", "/", day[1])
            if value := parse_date(text).value:
                found["day"] = value.isoformat()
        words = re.split(r"[\W_]+", file_name.casefold())
        kinds = [kind for kind in TrainingSession.Kind.values if kind in words]
        return found | ({"session": kinds[0]} if len(kinds) == 1 else {})

    def finish(self, sheet_import: SheetImport, rows: Sequence[ImportRow]) -> None:
        """Who brought them, where exactly one person fits."""
        session = SignInSitting(sheet_import).session
        if session and rows:
            find_who_brought(session.event, sheet_import, rows)

    def built_on(self, sheet_import: SheetImport) -> str | None:
        """Conversations recorded since by those who pledged them here."""
        since = sheet_import.done_at
        written = ImportRow.objects.filter(sheet_import=sheet_import).values_list("written", flat=True)
        pledges = [trace[1] for traces in written for trace in traces if trace[0] == "leaders.conversationpledge"]
        if not pledges or since is None:
            return None
        number = 0
        for start in range(0, len(pledges), 500):
            pledgers = ConversationPledge.objects.filter(pk__in=pledges[start : start + 500]).values("person")
            number += OneToOne.objects.held().filter(asker__in=pledgers, made_at__gt=since).count()
            number += HouseMeeting.objects.held().filter(host__in=pledgers, made_at__gt=since).count()
        if not number:
            return None
        return _("Conversations that were pledged here are recorded as held since: {number}.").format(number=number)


def register() -> None:
    """Offer sign-in sheets wherever files are brought in."""
    IMPORT_KINDS.add(SignInSheet.name, SignInSheet())
