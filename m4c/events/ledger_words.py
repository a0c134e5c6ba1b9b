"""What attendance and parts say on a person's timeline, each leading to the event."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.contrib.humanize.templatetags.humanize import apnumber
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from m4c.core.prepared import prepared
from m4c.core.routes import address_by_uid
from m4c.events.models import Attendance, Event, EventRole
from m4c.people.models import Account
from m4c.people.relationships.acquaintance import TIES, Tie
from m4c.people.timeline import LEDGER_WORDS, LedgerWords, Origin
from m4c.people.written import by_sql, one_of


def events(account: Account, ids: list[int]) -> Mapping[int, Origin]:
    """The events of these attendances, as far as one may see both."""
    return origins(attended(account, ids))


def events_of_parts(account: Account, ids: list[int]) -> Mapping[int, Origin]:
    """The events of these parts, as far as one may see both."""
    return origins(had_parts_in(account, ids))


@prepared
def attended(account: Account, ids: list[int]) -> QuerySet[Attendance, tuple[int, str, UUID]]:
    """Of each of these attendances the event."""
    events_seen = Event.objects.visible_to(account)
    rows = Attendance.objects.visible_to(account).filter(by_sql("pk", one_of(ids)), event__in=events_seen)
    return rows.order_by().values_list("pk", "event__title", "event__uid")


@prepared
def had_parts_in(account: Account, ids: list[int]) -> QuerySet[EventRole, tuple[int, str, UUID]]:
    """Of each of these parts the event."""
    rows = EventRole.objects.visible_to(account).filter(by_sql("pk", one_of(ids)))
    return rows.order_by().values_list("pk", "event__title", "event__uid")


def origins(rows: Iterable[tuple[int, str, UUID]]) -> Mapping[int, Origin]:
    """Where rows lead: the title and the page of the event of each."""
    page = address_by_uid("event")
    return {pk: Origin(title, page(uid)) for pk, title, uid in rows}


def brought(times: int, month: str, name: str) -> str:
    """How often somebody brought the person of that name."""
    pattern = ngettext("brought {name}", "brought {name} {number} times", times)
    return pattern.format(name=name, number=apnumber(times))


def was_brought(times: int, month: str, name: str) -> str:
    """How often somebody was brought by the person of that name."""
    pattern = ngettext("was brought by {name}", "was brought by {name} {number} times", times)
    return pattern.format(name=name, number=apnumber(times))


def register() -> None:
    """Give each kind of row its words."""
    TIES.add("brought", Tie(("came",), "leader", brought, 20))
    TIES.add("was_brought", Tie(("brought",), "other", was_brought, 21))
    LEDGER_WORDS.add("came", LedgerWords(_("Came"), with_leader=_("Came, brought by {leader}"), origins=events))
    LEDGER_WORDS.add("brought", LedgerWords(_("Brought somebody"), with_other=_("Brought {other}"), origins=events))
    for kind, sentence in {
        "spoke": _("Spoke"),
        "chaired": _("Chaired"),
        "welcomed": _("Welcomed those who came"),
        "took_notes": _("Took the notes"),
        "kept_time": _("Kept the time"),
        "saw_to_food": _("Saw to the food"),
        "kept_door": _("Looked after the door"),
        "interpreted": _("Interpreted"),
        "helped": _("Helped"),
    }.items():
        LEDGER_WORDS.add(kind, LedgerWords(sentence, origins=events_of_parts))
