"""How forms find whom or what is meant in power by a typed name: powerholders, bodies, offices, sites, areas."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Length
from django.utils import timezone

from m4c.core.search import holds
from m4c.people.models import Account
from m4c.places.models import Area, AreaName
from m4c.power.models import Institution, Office, Powerholder, Site, Tenure

MOST_SHOWN = 8


@dataclass(frozen=True)
class Found:
    """One record of that name: what names it in a form, what it is called, and what tells it from namesakes."""

    value: str
    name: str
    detail: str
    record: Any


Rows = Callable[[Account], "QuerySet[Any]"]


@dataclass(frozen=True)
class Finder:
    """How one kind of record is found: `rows` that may be meant, and `told` of some of them."""

    rows: Rows
    told: Callable[[Account, Iterable[Any]], list[Found]]

    def called(self, account: Account, words: str) -> list[Found]:
        """Those whose name holds these words, the shortest names first."""
        found = self.rows(account).filter(holds("name", words)).order_by(Length("name"), "name", "pk")
        return self.told(account, found[:MOST_SHOWN])

    def of(self, account: Account, value: str) -> Found | None:
        """The one that a form named."""
        try:
            found = self.rows(account).filter(uid=UUID(value))[:1]
        except ValueError:
            return None
        return next(iter(self.told(account, found)), None)


def powerholders_told(account: Account, rows: Iterable[Powerholder]) -> list[Found]:
    """Powerholders with what they hold now."""
    listed = list(rows)
    held = Tenure.objects.visible_to(account).on(timezone.localdate()).filter(powerholder__in=listed)
    offices = {tenure.powerholder_id: tenure.office for tenure in held.select_related("office__institution")}
    return [
        Found(
            str(one.uid),
            one.name,
            f"{office.name}, {office.institution}" if (office := offices.get(one.pk)) else one.about,
            one,
        )
        for one in listed
    ]


def bodies_told(account: Account, rows: Iterable[Institution]) -> list[Found]:
    """Institutions with their kind."""
    return [Found(str(one.uid), one.name, one.get_kind_display(), one) for one in rows]


def offices_told(account: Account, rows: Iterable[Office]) -> list[Found]:
    """Offices with their institution."""
    return [Found(str(one.uid), one.name, str(one.institution), one) for one in rows]


def sites_told(account: Account, rows: Iterable[Site]) -> list[Found]:
    """Sites with their address."""
    return [Found(str(one.uid), one.name, one.address, one) for one in rows]


class AreaFinder:
    """Areas have no uid: they are known by kind and code."""

    def called(self, account: Account, words: str) -> list[Found]:
        """Those of whose names one holds these words, the shortest first."""
        named = AreaName.objects.visible_to(account).filter(holds("name", words))
        found = self.rows(account).filter(Q(pk__in=named.values("area"))).order_by(Length("current_name"), "kind", "pk")
        return self.told(found[:MOST_SHOWN])

    def of(self, account: Account, value: str) -> Found | None:
        """The one that a form named."""
        kind, _colon, code = value.partition(":")
        return next(iter(self.told(self.rows(account).filter(kind=kind, code=code).order_by("-vintage")[:1])), None)

    def rows(self, account: Account) -> Any:
        """Areas whose code still stands."""
        return Area.objects.visible_to(account).current().named()

    def told(self, rows: Iterable[Area]) -> list[Found]:
        """Areas with their kind."""
        return [Found(f"{one.kind}:{one.code}", one.name, one.get_kind_display(), one) for one in rows]


FINDERS: dict[str, Finder | AreaFinder] = {
    "powerholder": Finder(lambda account: Powerholder.objects.visible_to(account), powerholders_told),
    "institution": Finder(lambda account: Institution.objects.visible_to(account).standing(), bodies_told),
    "institution-ever": Finder(lambda account: Institution.objects.visible_to(account), bodies_told),  # or once was one
    "office": Finder(
        lambda account: Office.objects.visible_to(account).standing().select_related("institution"), offices_told
    ),
    "site": Finder(lambda account: Site.objects.visible_to(account), sites_told),
    "area": AreaFinder(),
}
