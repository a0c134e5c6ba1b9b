"""Sign-in sheets of training sessions: how their rows read, and what the sheet itself does not say."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.core.chunks import in_chunks
from m4c.events.brought_by import find_who_brought
from m4c.events.door.reference import event_told
from m4c.leaders.models import ConversationPledge, TrainingSession
from m4c.leaders.signin_sitting import COUNTED, SignIn, SignInSitting
from m4c.listening.models import HouseMeeting, OneToOne
from m4c.people.forms.people import PastDateField
from m4c.people.imports import describing
from m4c.people.imports.kinds import IMPORT_KINDS, ImportKind, Line, NextStep
from m4c.people.imports.people_says import read_consents
from m4c.people.models import ImportRow, SheetImport
from m4c.people.sheets.cells import Answer, parse_count, parse_date, parse_yes_no
from m4c.people.sheets.columns import Columns
from m4c.people.sheets.kinds import ColumnKind, SheetKind
from m4c.people.sheets.reading import Row

PLEDGES = {
    ConversationPledge.Kind.ONE_TO_ONE: ColumnKind.ONE_TO_ONES_PLEDGED,
    ConversationPledge.Kind.HOUSE_MEETING: ColumnKind.HOUSE_MEETINGS_PLEDGED,
}
DAY_IN_NAME = re.compile(r"(?<!\d)(\d{4}[-_. ]?\d{2}[-_. ]?\d{2}|\d{1,2}[-_. ]\d{1,2}[-_. ]\d{4})(?!\d)")


class SignInQuestions(forms.Form):
    """What a sign-in sheet seldom says of itself."""

    day = PastDateField(label=gettext_lazy("Date of the session"), initial=None)
    session = forms.ChoiceField(
        label=gettext_lazy("Kind of session"),
        choices=[("", gettext_lazy("Full or taster?")), *TrainingSession.Kind.choices],
    )


class SignInSheet(ImportKind):
    """The sign-in sheet of a training session."""

    name = "signin"
    title = gettext_lazy("Sign-in sheets of training")
    lede = gettext_lazy("Who came to a training session, how to reach them, and what they pledged there.")
    order = 10
    sheet = SheetKind.SIGN_IN
    sitting = SignInSitting
    questions = SignInQuestions

    counted = {
        "pledged_one_to_ones": (
            gettext_lazy("1-2-1s pledged"),
            gettext_lazy("Newly pledged here; none of them is held."),
        ),
        "pledged_house_meetings": (
            gettext_lazy("house meetings pledged"),
            gettext_lazy("Newly pledged here, likewise."),
        ),
    }
    unread = (ColumnKind.NOTES, ColumnKind.GROUP, ColumnKind.LANGUAGE)

    def read(self, row: Row, columns: Columns) -> Line:
        """Who signed in, and what they said. Only a row by which nobody can be known is refused."""
        cells = row.cells
        told = describing.describe(cells, columns, describing.OF_THE_ROW)
        line = Line(row.number, cells, described=told.described, reason=told.reason)
        for problem in told.problems:
            line.tell(problem)
        member = parse_yes_no(columns.cell(cells, ColumnKind.HOST_MEMBER))
        line.tell(member.problem)
        said = SignIn(was_member={Answer.YES: True, Answer.NO: False}.get(member.value))
        for kind, column in PLEDGES.items():
            number = parse_count(columns.cell(cells, column))
            line.tell(number.problem)
            said.pledged[kind] = number.value
        said.consents, problems = read_consents(cells, columns)
        for problem in problems:
            line.tell(problem)
        line.said, line.left_open = said, columns.cell(cells, ColumnKind.BROUGHT_BY)
        return line

    def headline(self, cells: Sequence[str], columns: Columns) -> str:
        """Who signed in, by name, or by whatever there is."""
        return describing.headline(cells, columns, ColumnKind.EMAIL, ColumnKind.PHONE)

    def missing(self, columns: Columns) -> str:
        """Somebody can be known by an e-mail, a phone or a full name."""
        return describing.missing(columns)

    def in_words(self, details: Mapping[str, Any]) -> str:
        """ "taster, 21 June 2010"."""
        kind = TrainingSession.Kind(details["session"]).label
        return _("{kind}, {day}").format(kind=kind, day=date_format(date.fromisoformat(details["day"])))

    def next_steps(self, sheet_import: SheetImport) -> list[NextStep]:
        """The session's own page, and the report of what has happened since."""
        sitting = SignInSitting(sheet_import)
        since = {"from": sitting.day.isoformat(), "to": max(sitting.day, timezone.localdate()).isoformat()}
        steps = [
            NextStep(
                _("The Movement So Far, since that day"),
                f"{reverse('so-far')}?{urlencode(since | {'group': sheet_import.group.slug})}",
                _("Trained, pledged, arranged, held, followed up."),
            )
        ]
        if sitting.session:
            page = reverse("session", kwargs={"uid": sitting.session.uid})
            steps.insert(0, NextStep(_("The session"), page, _("Who came, who brought them, what they pledged.")))
        return steps

    def guess(self, file_name: str, headers: Sequence[str] = ()) -> dict[str, Any]:
        """Day and kind, from names such as `signin_2010-06-05_cardiff_full.csv`, or a printed sheet's reference."""
        found: dict[str, Any] = {}
        if event := event_told(" ".join([file_name, *headers])):
            session = TrainingSession.objects.filter(event=event).first()
            found["day"] = timezone.localdate(event.starts_at).isoformat()
            return found | ({"session": session.kind} if session else {})
        if day := DAY_IN_NAME.search(file_name):
            digits = re.sub(r"[-_. ]", "", day[1])
            year_first = digits[:4] if day[1][:4].isdigit() else ""
            text = f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if year_first else re.sub(r"[-_. ]", "/", day[1])
            if value := parse_date(text).value:
                found["day"] = value.isoformat()
        words = re.split(r"[\W_]+", file_name.casefold())
        kinds = [kind for kind in TrainingSession.Kind.values if kind in words]
        return found | ({"session": kinds[0]} if len(kinds) == 1 else {})

    def answers(self, counts: Mapping[str, int], source: str) -> dict[str, Any]:
        """What was newly pledged."""
        return {"pledges": {name.removeprefix("pledged_"): counts.get(name, 0) for name in COUNTED.values()}}

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
        for chunk in in_chunks(pledges):
            pledgers = ConversationPledge.objects.filter(pk__in=chunk).values("person")
            number += OneToOne.objects.held().filter(asker__in=pledgers, made_at__gt=since).count()
            number += HouseMeeting.objects.held().filter(host__in=pledgers, made_at__gt=since).count()
        if not number:
            return None
        return _("Conversations that were pledged here are recorded as held since: {number}.").format(number=number)


def register() -> None:
    """Offer sign-in sheets wherever files are brought in."""
    IMPORT_KINDS.add(SignInSheet.name, SignInSheet())
