"""What is written of a chunk of a sign-in sheet besides its people: attendances, standings, pledges, consents."""

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.events.models import Attendance
from m4c.events.operations.attendance import Came, attend_many
from m4c.leaders.models import ConversationPledge, TraineeStanding, TrainingSession
from m4c.leaders.operations.pledge import NewPledge, pledge_many
from m4c.leaders.operations.training import NewSession, find_session, session_of, stand_many, start_of
from m4c.people.imports.kinds import Line, Sitting, Written
from m4c.people.imports.people_says import CONSENTS
from m4c.people.imports.traces import Trace, changed, made
from m4c.people.matching import Known
from m4c.people.models import Consent, Purpose, SheetImport
from m4c.people.operations.consent import Said as Consented
from m4c.people.operations.consent import write_new_consents
from m4c.people.sheets.kinds import ColumnKind

COUNTED = {
    ConversationPledge.Kind.ONE_TO_ONE: "pledged_one_to_ones",
    ConversationPledge.Kind.HOUSE_MEETING: "pledged_house_meetings",
}


@dataclass
class SignIn:
    """What a row says besides who it is."""

    was_member: bool | None = None
    pledged: dict[str, int] = field(default_factory=dict)
    consents: dict[ColumnKind, Consent.State] = field(default_factory=dict)


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
        once: list[Trace] = []
        if self.session is None:
            self.session = session_of(group=self.sheet_import.group, new=NewSession(self.kind, start_of(self.day)))
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
        rows = [pledge for _line, pledge in says.values()]
        counts = dict.fromkeys(COUNTED.values(), 0)
        for pledge in pledge_many(group=self.sheet_import.group, session=session, made_on=self.day, rows=rows):
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
                channel=CONSENTS[kind],
                purpose=Purpose.NEWS,
                state=state,
                at=at,
                source=_("{file}, row {row}").format(file=self.sheet_import.file_name, row=line.number),
                wording=str(headers[kind] or kind.label),
            )
            for line in spoke.values()
            for kind, state in line.said.consents.items()
            if line.person
        ]
        for consent in write_new_consents(said, taken_by=self.sheet_import.by):
            spoke[consent.person_id].traces.append(made(consent))
