"""Today: who offered to host the next house meeting, and has no day yet."""

from collections.abc import Iterator

from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from m4c.core.prepared import prepared
from m4c.core.visibility import Rows
from m4c.leaders.today_lines import Action, Line, Moment, overdue_since
from m4c.leaders.today_taken_on import TAKEN_ON, TakenOn
from m4c.listening.models import HostOffer
from m4c.listening.permissions import RECORD_FOR_OTHERS
from m4c.people.models import Account

MOST = 3
OPEN = Q(became=None, declined_at=None, meeting__called_off_on=None)


def offers_to_take_up(account: Account, at: Moment) -> Iterator[Line]:
    """Offers made at one's own house meetings, and at those of the groups whose meetings one arranges for others; the
    soonest first, those without a day last. One statement.
    """
    for offer in open_offers(account):
        name, arrange = (
            (str(offer.person) if offer.person else offer.name),
            reverse("arrange-offered", args=[offer.uid]),
        )
        detail = _("Would host a house meeting, and said so on {day}").format(
            day=date_format(localtime(offer.made_at), "j F")
        )
        late = overdue_since(offer.by_when, at.today)
        yield Line(name, detail, arrange, Action(_("Arrange it"), arrange), offer.person_id, offer.by_when, late)


@prepared
def open_offers(account: Account) -> QuerySet[HostOffer]:
    """The first of them."""
    waiting = HostOffer.objects.visible_to(account).filter(OPEN, to_arrange(account)).select_related("person")
    return waiting.order_by(F("by_when").asc(nulls_last=True), "pk")[:MOST]


def to_arrange(account: Account) -> Q:
    """Offers that one may take up: at meetings one hosts, and in groups where one arranges what others do."""
    return Q(meeting__host=account.person_id) | account.sight.of_group("meeting__group", RECORD_FOR_OTHERS)


def register() -> None:
    """Put them on Today."""
    open_ones = TakenOn(offers_to_take_up, lambda account, _at: Rows(HostOffer, OPEN & to_arrange(account)))
    TAKEN_ON.add("hosts", open_ones)
