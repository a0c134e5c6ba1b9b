"""Where a campaign stands, in sentences that everybody can read."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.campaigns.models import Campaign, Truce
from m4c.campaigns.press.moments import called
from m4c.campaigns.press.naming import Naming

STATUS = {
    Campaign.Status.DRAFT: gettext_lazy("We are preparing it."),
    Campaign.Status.RUNNING: gettext_lazy("It is running."),
    Campaign.Status.PAUSED: gettext_lazy("We have paused it."),
    Campaign.Status.WON: gettext_lazy("It is won."),
    Campaign.Status.PARTLY: gettext_lazy("Part of it is won."),
    Campaign.Status.LOST: gettext_lazy("We did not win it."),
    Campaign.Status.CLOSED: gettext_lazy("It is over."),
}


def status_told(campaign: Campaign) -> str:
    """How it stands as a whole."""
    return str(STATUS[Campaign.Status(campaign.status)])


def held_told(truce: Truce, naming: Naming, now: datetime, *, inside: bool = False) -> str:
    """That a step is held, since when, for what they offered, on which condition and until when; or that it was."""
    sentence = _("{step} is held since {since}. They offered: {offered} Our condition: {condition} {until}")
    moment = date_format(timezone.localtime(truce.until), "j F Y, H:i")
    until = _("It holds until {moment}.") if truce.until > now else _("It held until {moment}: we decide what follows.")
    return sentence.format(
        step=called(truce.step, naming, inside=inside),
        since=date_format(timezone.localdate(truce.offered_at), "j F Y"),
        offered=ended(naming.veil(truce.offered)),
        condition=ended(naming.veil(truce.condition)),
        until=until.format(moment=moment),
    )


def ended(words: str) -> str:
    """Words as a sentence."""
    words = words.strip()
    return words if words.endswith((".", "!", "?", "”")) else f"{words}."
