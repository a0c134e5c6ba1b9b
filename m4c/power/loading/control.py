"""Who controls a council on a day: as a source says, or else by the parties of those who hold its seats."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, F, Max, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.people.models import Account
from m4c.power.loading.matching import party_key
from m4c.power.models import CouncilControl, Institution, Office, Tenure

IN_NO_PARTY = {"", "independent", "ind", "non aligned", "unaligned", "no description"}
COUNCILLORS = Q(office__kind=Office.Kind.ELECTED, office__name__icontains="councillor")


@dataclass(frozen=True)
class PartySeats:
    """How many seats a party holds; `name` is blank for those who are in none."""

    name: str
    seats: int


@dataclass(frozen=True)
class Control:
    """Who controls a council, in words; by a source where there is one, else worked out from the seats on record."""

    words: str
    seats: int = 0
    parties: list[PartySeats] = field(default_factory=list)
    by_source: CouncilControl | None = None

    @property
    def is_known(self) -> bool:
        """Whether there is anything to go by."""
        return bool(self.by_source or self.parties)


def controls(account: Account, councils: Collection[Institution], day: date) -> dict[int, Control]:
    """Who controls each of these on a day. Three statements."""
    told = CouncilControl.objects.visible_to(account).filter(
        Q(ended_on=None) | Q(ended_on__gt=day), institution__in=councils, started_on__lte=day
    )
    by_source = {each.institution_id: each for each in told.order_by("started_on", "pk")}
    tenures = Tenure.objects.visible_to(account).on(day).filter(COUNCILLORS, office__institution__in=councils)
    parties: dict[int, dict[str, PartySeats]] = defaultdict(dict)
    grouped = tenures.order_by().values_list("office__institution", "party").annotate(held=Count("pk"))
    for body, party, held in sorted(grouped, key=lambda row: -row[2]):
        key = party_key(party)
        key = "" if key in IN_NO_PARTY else key
        before = parties[body].get(key, PartySeats(party if key else "", 0))
        parties[body][key] = PartySeats(before.name, before.seats + held)
    seats: Counter[int] = Counter()
    of_office = (
        tenures.order_by()
        .values_list("office", "office__institution")
        .annotate(held=Count("pk"), of=Max(F("office__seats")))
    )
    for _office, body, held, of in of_office:
        seats[body] += max(held, of)
    return {
        body.pk: control_of(list(parties[body.pk].values()), seats[body.pk], by_source.get(body.pk))
        for body in councils
    }


def control_of(parties: list[PartySeats], seats: int, by_source: CouncilControl | None) -> Control:
    """Who controls a council of these seats: whoever has more than half of them."""
    listed = sorted(parties, key=lambda party: (not party.name, -party.seats, party.name))
    if by_source:
        return Control(by_source.words, seats, listed, by_source)
    if not listed:
        return Control(_("Not known: none of its councillors is on record."))
    most = max(listed, key=lambda party: party.seats)
    if most.seats * 2 <= seats:
        return Control(_("No overall control"), seats, listed)
    return Control(most.name or _("Councillors of no party"), seats, listed)


def worked_out(control: Control) -> str:
    """How a control was worked out, in a sentence; blank where a source says it."""
    if control.by_source or not control.parties:
        return ""
    sentence = ngettext(
        "Worked out from the %(count)d seat on record: a party needs more than half.",
        "Worked out from the %(count)d seats on record: a party needs more than half.",
        control.seats,
    )
    return sentence % {"count": control.seats}
