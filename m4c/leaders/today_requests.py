"""Today: who asks to come into a group that one answers for."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.core.prepared import prepared
from m4c.leaders.today_lines import Action, Line, Moment, overdue_since
from m4c.people.clocks import lapses_after
from m4c.people.models import Account, JoinRequest

MOST = 6


def requests_to_answer(account: Account, at: Moment) -> Iterator[Line]:
    """Those that wait, the earliest due first; never one's own."""
    for asked in waiting(account):
        late = overdue_since(asked.answer_by, at.today)
        url = reverse("join-request", args=[asked.uid])
        yield Line(asked.name, detail_of(asked, is_late=bool(late)), url, Action(_("Answer"), url), late=late)


@prepared
def waiting(account: Account) -> QuerySet[JoinRequest]:
    """The first of them."""
    others = JoinRequest.objects.visible_to(account).exclude(asked_by=account.pk).open()
    return others.select_related("group", "person")[:MOST]


def detail_of(asked: JoinRequest, *, is_late: bool) -> str:
    """For which group, and by when it answers; past that day, until when it still may."""
    if not is_late:
        day = date_format(asked.answer_by, "j F")
        return _("Asks to come into {group}: answer by {day}").format(group=asked.group, day=day)
    last = date_format(asked.answer_by + lapses_after(asked.answer_by), "j F")
    return _("Asks to come into {group}: without an answer it is forgotten after {day}, and they are told so").format(
        group=asked.group, day=last
    )
