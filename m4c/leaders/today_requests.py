"""Today: who asks to come into a group that one answers for."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.leaders.today_lines import Action, Line, Moment, overdue_since
from m4c.people.models import Account, JoinRequest

MOST = 6


def requests_to_answer(account: Account, at: Moment) -> Iterator[Line]:
    """Those that wait, the earliest due first; never one's own."""
    waiting = JoinRequest.objects.visible_to(account).exclude(asked_by=account).open()
    for asked in waiting.select_related("group", "person")[:MOST]:
        day = date_format(asked.answer_by, "j F")
        detail = _("Asks to come into {group}: answer by {day}").format(group=asked.group, day=day)
        url = reverse("join-request", args=[asked.uid])
        yield Line(asked.name, detail, url, Action(_("Answer"), url), late=overdue_since(asked.answer_by, at.today))
