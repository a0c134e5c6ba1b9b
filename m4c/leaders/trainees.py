"""Who was trained at a session, each with what one may know: who brought them, how they stood, what they pledged."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.events.models import Attendance
from m4c.leaders.models import ConversationPledge, TraineeStanding, TrainingSession
from m4c.people.models import Account
from m4c.people.naming import names_of


@dataclass(frozen=True)
class Trainee:
    """One trainee, as far as the account may see."""

    attendance: Attendance
    brought_by: str | None
    standing: TraineeStanding | None
    pledges: Sequence[ConversationPledge]

    @property
    def words(self) -> str:
        """All that may be told, in a line."""
        return " · ".join(part for part in (self.words_of_who, self.words_of_pledges, self.words_of_standing) if part)

    @property
    def words_of_who(self) -> str:
        """Who brought them."""
        return _("brought by {name}").format(name=self.brought_by) if self.brought_by else ""

    @property
    def words_of_pledges(self) -> str:
        """What they pledged, and by when."""
        said = _(" and ").join(pledge.words for pledge in self.pledges)
        due = next((pledge.due_on for pledge in self.pledges if pledge.due_on), None)
        return _("{pledges} by {day}").format(pledges=said, day=date_format(due, "j F")) if due else said

    @property
    def words_of_standing(self) -> str:
        """How they stood with the host organisation."""
        if self.standing is None:
            return ""
        if self.standing.was_member:
            return _("member then")
        if joined_on := self.standing.joined_on:
            return _("joined afterwards, on {day}").format(day=date_format(joined_on, "j F Y"))
        return _("not a member then")


def trainees_of(account: Account, session: TrainingSession, attendances: Sequence[Attendance]) -> list[Trainee]:
    """The trainees of these attendances of a session, in their order; three queries, however many."""
    names = names_of(account, [attendance.brought_by_id for attendance in attendances])
    ids = [attendance.pk for attendance in attendances]
    standings = {
        standing.attendance_id: standing
        for standing in TraineeStanding.objects.visible_to(account).filter(attendance__in=ids)
    }
    people = [attendance.person_id for attendance in attendances]
    pledges: dict[int, list[ConversationPledge]] = defaultdict(list)
    made_here = ConversationPledge.objects.visible_to(account).standing().filter(session=session, person__in=people)
    for pledge in made_here.order_by("-kind", "pk"):
        pledges[pledge.person_id].append(pledge)
    return [
        Trainee(
            attendance,
            names.get(attendance.brought_by_id) if attendance.brought_by_id else None,
            standings.get(attendance.pk),
            pledges[attendance.person_id],
        )
        for attendance in attendances
    ]
