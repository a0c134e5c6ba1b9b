"""Which commitments everybody may read, and how they stand: the one way by which public pages read them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from m4c.commitments.faces.naming import OURS, FaceNames, naming_their_speaker
from m4c.commitments.faces.tally import Tally
from m4c.commitments.models import Commitment, PublicName, Standing, Status
from m4c.commitments.record.as_it_was import as_they_were
from m4c.commitments.record.board import gathered
from m4c.commitments.record.words import HowFar, detail, how_far
from m4c.core.models.record import uid_of
from m4c.places.models import Area
from m4c.power.models import Institution, Powerholder

# Of how far these are no picture is drawn: nobody asks for it any more, or nobody knows.
NO_PICTURE = (Status.VOID, Status.SUPERSEDED, Status.UNVERIFIABLE)
RELATED = ("powerholder", "office__institution", "group", "campaign", "theme", *OURS)


def public_commitments(on: date) -> "QuerySet[Commitment]":
    """Those made by that day, with whom they name."""
    found: QuerySet[Commitment] = Commitment.objects.public().filter(made_on__lte=on)
    return found.select_related(*RELATED)


@dataclass(frozen=True)
class Card:
    """A commitment in a list: who promised what, and how it stands."""

    slug: str
    words: str
    speaker: str
    office: str
    made_on: date
    made_to: str
    status: str
    detail: str
    far: HowFar | None
    since: date


def cards(standing: Iterable[Standing], on: date, today: date) -> list[Card]:
    """These standings, each read with its commitment; of a day gone by with what was said and due then.

    Whom they may name is asked of today: what is past makes nobody's name public again. Two statements, four of a
    day gone by.
    """
    rows = list(standing)
    promised = [row.commitment for row in rows]
    if on < today:
        as_they_were(promised, on)
    names = FaceNames(promised, today)
    return [card_of(row, names, on) for row in rows]


def cards_of(commitments: Sequence[Commitment], on: date, today: date) -> list[Card]:
    """These commitments, read with whom they name, in their order."""
    that_day = Standing.objects.on(on).filter(commitment__in=[one.pk for one in commitments])
    known = {row.commitment_id: row for row in that_day}
    rows = [known.get(one.pk) or Standing(since=one.made_on, status=Status.MADE) for one in commitments]
    for row, one in zip(rows, commitments, strict=True):
        row.commitment = one
    return cards(rows, on, today)


def first_of(
    narrowed_to: Mapping[str, object], on: date, today: date, most: int
) -> tuple[Tally, dict[str, list[Card]]]:
    """How many public ones have each status, and the latest of each. Four statements, six of a day gone by."""
    public = {"commitment__published_at__isnull": False, "commitment__unpublished_at": None}
    about = {f"commitment__{name}": value for name, value in narrowed_to.items()}
    board = gathered(
        Standing.objects.on(on).filter(**public, **about), most, [f"commitment__{name}" for name in RELATED]
    )
    told = cards([row for rows in board.first.values() for row in rows], on, today)
    by_status: dict[str, list[Card]] = {}
    for card in told:
        by_status.setdefault(card.status, []).append(card)
    return Tally.in_order(board.numbers), by_status


def of_statuses(found: "QuerySet[Commitment]", statuses: Collection[str], on: date) -> "QuerySet[Commitment]":
    """Those of these that stand so that day."""
    return found.filter(pk__in=Standing.objects.on(on).filter(status__in=statuses).values("commitment"))


def card_of(row: Standing, names: FaceNames, on: date) -> Card:
    """One of them."""
    one = row.commitment
    far = how_far(one, row.done) if row.status not in NO_PICTURE else None
    return Card(
        one.slug,
        names.say(one, one.words),
        names.speaker(one),
        names.say(one, names.office(one)),
        one.made_on,
        names.say(one, one.made_to),
        row.status,
        names.say(one, detail(one, row.status, row.done, on)),
        replace(far, words=names.say(one, far.words)) if far else None,
        row.since,
    )


def with_commitments(found: "QuerySet[Standing]") -> "QuerySet[Standing]":
    """Standings with what cards read."""
    return found.select_related(*(f"commitment__{name}" for name in RELATED))


@dataclass(frozen=True)
class Heap:
    """So many of a place, a theme or a speaker; `key` asks for them alone, `slug` is their page."""

    words: str
    number: int
    key: str = ""
    slug: str = ""


def by_place(found: "QuerySet[Commitment]") -> list[Heap]:
    """How many of each place, the most first, those without one last; they add up to all. Two statements."""
    numbers = counted(found, "area")
    areas = Area.objects.named().in_bulk([pk for pk in numbers if pk])
    heaps = [Heap(area.name, numbers[pk], key=f"{area.kind}-{area.code}") for pk, area in areas.items()]
    return in_heaps(heaps, numbers)


def by_theme(found: "QuerySet[Commitment]") -> list[Heap]:
    """The same of each theme. One statement."""
    rows = found.order_by().values_list("theme", "theme__name", "theme__uid").annotate(number=Count("pk"))
    told = list(rows)
    heaps = [Heap(name, number, key=str(uid)) for pk, name, uid, number in told if pk]
    return in_heaps(heaps, {pk: number for pk, _name, _uid, number in told})


def by_speaker(found: "QuerySet[Commitment]", on: date, most: int, total: int) -> tuple[list[Heap], int]:
    """The decision-makers with most of those that name them, and how many all others made. Two statements."""
    naming = naming_their_speaker(found.select_related(None), on).order_by()
    rows = naming.values_list("powerholder", "powerholder__name")
    foremost = list(rows.annotate(number=Count("pk")).order_by("-number", "powerholder")[: 2 * most])
    named = PublicName.objects.filter(powerholder__in=[pk for pk, _name, _number in foremost])
    pages = dict(named.values_list("powerholder", "slug"))
    heaps = [Heap(name, number, slug=pages[pk]) for pk, name, number in foremost if pk in pages][:most]
    return heaps, total - sum(heap.number for heap in heaps)


def counted(found: "QuerySet[Commitment]", by: str) -> dict[int | None, int]:
    """How many there are by a field. One statement."""
    rows = found.order_by().values_list(by).annotate(number=Count("pk"))
    return dict(rows)


def in_heaps(heaps: list[Heap], numbers: Mapping[int | None, int]) -> list[Heap]:
    """The most first, and of none of them last."""
    rest = [Heap("", numbers[None])] if numbers.get(None) else []
    return sorted(heaps, key=lambda heap: (-heap.number, heap.words)) + rest


def narrowing(place: str, theme: str) -> dict[str, object]:
    """The fields by which an address asks for those of a place and a theme; what names none finds nothing."""
    asked: dict[str, object] = {}
    if place:
        kind, _dash, code = place.partition("-")
        asked |= {"area__kind": kind, "area__code": code}
    return asked | ({"theme__uid": uid_of(theme)} if theme else {})


def slug_of(holder: Powerholder | Institution | None) -> str:
    """The name of their public page; blank where they have none."""
    if holder is None:
        return ""
    field = "powerholder" if isinstance(holder, Powerholder) else "institution"
    return PublicName.objects.filter(**{field: holder}).values_list("slug", flat=True).first() or ""


def named_with_numbers(on: date) -> "QuerySet[PublicName]":
    """Decision-makers with a page, by name, each with the `number` of commitments that name them."""
    naming = naming_their_speaker(Commitment.objects.public().filter(made_on__lte=on), on)
    of_one = naming.filter(powerholder=OuterRef("powerholder")).order_by().values("powerholder")
    number = Subquery(of_one.annotate(number=Count("pk")).values("number"))
    found = PublicName.objects.filter(powerholder__isnull=False).annotate(number=number).exclude(number=None)
    return found.select_related("powerholder").order_by("powerholder__name", "pk")


def after(found: "QuerySet[PublicName]", row: PublicName) -> "QuerySet[PublicName]":
    """Those that come after this one by name."""
    name = row.powerholder.name if row.powerholder else ""
    return found.filter(Q(powerholder__name__gt=name) | Q(powerholder__name=name, pk__gt=row.pk))


def before(found: "QuerySet[PublicName]", row: PublicName) -> "QuerySet[PublicName]":
    """Those that come before this one by name."""
    name = row.powerholder.name if row.powerholder else ""
    return found.filter(Q(powerholder__name__lt=name) | Q(powerholder__name=name, pk__lt=row.pk))
