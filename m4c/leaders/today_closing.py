"""Whom should I talk to, when a group closes: those to be asked what they want, and oneself where one is asked."""

from collections.abc import Iterator

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.core.prepared import prepared
from m4c.leaders.today_lines import Action, Line, Moment
from m4c.people.models import Account, PassingAsking
from m4c.people.permissions import CLOSE_GROUPS

MOST = 5


def askings(account: Account, at: Moment) -> Iterator[Line]:
    """One's own answer to give, those one said one would ask, and those of one's groups whom nobody asks; one query."""
    for asking in asked_by(account):
        facts = {
            "group": asking.passing.group,
            "day": date_format(asking.passing.closes_on, "j F"),
        }
        if asking.person_id == account.person_id:
            url = reverse("own-asking", args=[asking.uid])
            title = _("{group} closes on {day}").format(**facts)
            yield Line(title, _("What would you like?"), url, Action(_("Say it"), url), day=asking.passing.closes_on)
        else:
            url = reverse("answer-asking", args=[asking.uid])
            detail = _("{group} closes on {day}: ask what they want").format(**facts)
            action = Action(_("They said…"), url)
            yield Line(
                asking.person.name, detail, reverse("person", args=[asking.person.uid]), action, asking.person_id
            )


@prepared
def asked_by(account: Account) -> QuerySet[PassingAsking]:
    """Those open, of which the account is to give or to ask for the answer; the soonest closing first."""
    mine = Q(asker=account.pk) | (Q(asker=None) & account.sight.of_group("passing__group", CLOSE_GROUPS))
    if account.person_id:
        mine |= Q(person=account.person_id)
    found = PassingAsking.objects.visible_to(account).open().filter(mine)
    return found.select_related("person", "passing__group").order_by("passing__closes_on", "pk")[:MOST]
