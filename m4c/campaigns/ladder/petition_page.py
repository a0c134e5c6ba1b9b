"""What the pages of paper petitions say: how many signed, sheet by sheet, and what became of it."""

from dataclasses import dataclass

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from m4c.campaigns.models import Campaign, HandIn, PaperPetition, PaperSignature, PetitionSheet
from m4c.people.models import Account

SHEETS_SHOWN = 50


@dataclass(frozen=True)
class Totals:
    """How many signed: counted on sheets without those struck, typed in, and how many of them ticked a box."""

    sheets: int
    counted: int
    struck: int
    typed: int
    ticked: int
    on_record: int


def totals_of(petition: PaperPetition) -> Totals:
    """The numbers of a petition, whoever may read the names; two statements."""
    sheets = PetitionSheet.objects.filter(petition=petition).aggregate(
        sheets=Count("pk"), signed=Coalesce(Sum("signatures"), 0), struck=Coalesce(Sum("struck"), 0)
    )
    typed = PaperSignature.objects.filter(petition=petition).aggregate(
        typed=Count("pk"),
        ticked=Count("pk", filter=Q(agreed_email=True) | Q(agreed_phone=True)),
        on_record=Count("pk", filter=Q(person__isnull=False)),
    )
    return Totals(
        sheets=sheets["sheets"], counted=sheets["signed"] - sheets["struck"], struck=sheets["struck"], **typed
    )


def with_numbers(account: Account, campaign: Campaign) -> QuerySet[PaperPetition]:
    """A campaign's petitions, each with how many signed."""
    of_sheets = PetitionSheet.objects.filter(petition=OuterRef("pk")).order_by().values("petition")
    counted = Coalesce(Subquery(of_sheets.annotate(number=Sum(F("signatures") - F("struck"))).values("number")), 0)
    return PaperPetition.objects.visible_to(account).filter(campaign=campaign).annotate(counted=counted)


def sheets_of(account: Account, petition: PaperPetition) -> list[PetitionSheet]:
    """Its latest sheets."""
    rows = PetitionSheet.objects.visible_to(account).filter(petition=petition)
    return list(rows.order_by("-number")[:SHEETS_SHOWN])


def hand_ins_of(account: Account, petition: PaperPetition) -> list[HandIn]:
    """Where it was handed in, the latest first."""
    return list(HandIn.objects.visible_to(account).filter(petition=petition))


def ticked(account: Account, petition: PaperPetition) -> "QuerySet[PaperSignature]":
    """Those who ticked a box and are on no record yet, in the order of the sheets."""
    rows = PaperSignature.objects.visible_to(account).filter(petition=petition, person=None).with_a_tick()
    return rows.select_related("sheet").order_by("sheet__number", "line", "pk")


def after(rows: "QuerySet[PaperSignature]", row: PaperSignature) -> "QuerySet[PaperSignature]":
    """Those after a line, for pages of the list."""
    number, line = row.sheet.number, row.line
    return rows.filter(Q(sheet__number__gt=number) | Q(sheet__number=number, line__gt=line))


def before(rows: "QuerySet[PaperSignature]", row: PaperSignature) -> "QuerySet[PaperSignature]":
    """Those before a line."""
    number, line = row.sheet.number, row.line
    return rows.filter(Q(sheet__number__lt=number) | Q(sheet__number=number, line__lt=line))
