"""Which calls for letters strangers may take part in, and what of them is told: the one way public pages read them."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.campaigns.models import Campaign, LetterDrive, NamingDecision, SupporterLetter
from m4c.campaigns.press.naming import PUBLIC_BODIES, Naming
from m4c.campaigns.press.ways import WAYS, Way
from m4c.power.models import Tenure

MOST_ANSWERS = 30


def open_drives() -> QuerySet[LetterDrive]:
    """Those that are open, of campaigns whose page is public, to nobody who may not be named."""
    open_ones = LetterDrive.objects.filter(
        may_be_named(timezone.localdate()),
        opened_at__isnull=False,
        closed_at=None,
        campaign__in=Campaign.objects.public(),
    )
    return open_ones.select_related("campaign", "campaign__group", "powerholder")


def may_be_named(on: date) -> Q:
    """That a public page may name whom it is to, as `Naming` has it: a decision may have ended since it was opened."""
    agreed = NamingDecision.objects.filter(campaign=OuterRef("campaign"), agreed=True, ended_at=None)
    held = Tenure.objects.on(on).filter(office__institution__kind__in=PUBLIC_BODIES)
    holds_office = Exists(held.filter(powerholder=OuterRef("powerholder")))
    decided = Exists(agreed.filter(powerholder=OuterRef("powerholder")))
    return Q(powerholder=None) | Q(decided) | (Q(powerholder__is_private_owner=False) & Q(holds_office))


def as_told(drive: LetterDrive, naming: Naming) -> LetterDrive:
    """A call with no name in its words that may not be told; to be read, never saved."""
    for name in ("title", "ask", "points"):
        setattr(drive, name, naming.veil(getattr(drive, name)))
    drive.campaign.name = naming.veil(drive.campaign.name)
    return drive


def sent(drive: LetterDrive) -> int:
    """How many say that theirs went."""
    return SupporterLetter.objects.filter(drive=drive, sent_on__isnull=False).count()


def shared_answers(drive: LetterDrive, naming: Naming) -> list[SupporterLetter]:
    """Answers that somebody shows with their writers' leave, the newest first, with no name that may not be told."""
    shared = SupporterLetter.objects.filter(drive=drive, shown_at__isnull=False)
    rows = list(shared.select_related("powerholder").order_by("-answered_on", "-pk")[:MOST_ANSWERS])
    for row in rows:
        row.answer = naming.veil(row.answer)
    return rows


def letter_of_writer(token: str) -> SupporterLetter | None:
    """The letter that a secret opens, to be shown to whoever has it; None where it opens nothing."""
    return SupporterLetter.objects.of_token(token).select_related("drive", "drive__campaign", "powerholder").first()


def ways(campaign: Campaign, now: datetime) -> Iterable[Way]:
    """Each open call, as something to do this week."""
    drives = LetterDrive.objects.filter(campaign=campaign, opened_at__isnull=False, closed_at=None)
    for drive in drives.filter(may_be_named(timezone.localdate(now))):
        detail = (
            _("Ring in your own words.") if drive.means == LetterDrive.Means.CALL else _("Write in your own words.")
        )
        yield Way(drive.title, reverse("public-letter-drive", kwargs={"slug": drive.slug}), detail)


def register() -> None:
    """Say on the public page of a campaign what there is to write."""
    WAYS.add("letters", ways)
