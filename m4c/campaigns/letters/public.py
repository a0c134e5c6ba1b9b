"""Which calls for letters strangers may take part in, and what of them is told: the one way public pages read them."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from m4c.campaigns.models import Campaign, LetterDrive, SupporterLetter
from m4c.campaigns.press.ways import WAYS, Way

MOST_ANSWERS = 30


def open_drives() -> QuerySet[LetterDrive]:
    """Those that are open, of campaigns whose page is public."""
    open_ones = LetterDrive.objects.filter(
        opened_at__isnull=False, closed_at=None, campaign__in=Campaign.objects.public()
    )
    return open_ones.select_related("campaign", "campaign__group", "powerholder")


def sent(drive: LetterDrive) -> int:
    """How many say that theirs went."""
    return SupporterLetter.objects.filter(drive=drive, sent_on__isnull=False).count()


def shared_answers(drive: LetterDrive) -> QuerySet[SupporterLetter]:
    """Answers whose writers let everybody read them, the newest first."""
    shared = SupporterLetter.objects.filter(drive=drive, answer_may_be_shared_at__isnull=False)
    return shared.select_related("powerholder").order_by("-answered_on", "-pk")[:MOST_ANSWERS]


def letter_of_writer(token: str) -> SupporterLetter | None:
    """The letter that a secret opens, to be shown to whoever has it; None where it opens nothing."""
    return SupporterLetter.objects.of_token(token).select_related("drive", "drive__campaign", "powerholder").first()


def ways(campaign: Campaign, now: datetime) -> Iterable[Way]:
    """Each open call, as something to do this week."""
    for drive in LetterDrive.objects.filter(campaign=campaign, opened_at__isnull=False, closed_at=None):
        detail = (
            _("Ring in your own words.") if drive.means == LetterDrive.Means.CALL else _("Write in your own words.")
        )
        yield Way(drive.title, reverse("public-letter-drive", kwargs={"slug": drive.slug}), detail)


def register() -> None:
    """Say on the public page of a campaign what there is to write."""
    WAYS.add("letters", ways)
