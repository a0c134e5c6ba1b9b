"""What the public page of a campaign says of silence: what a group decided to say, after notice, while it lasts."""

from datetime import date

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from m4c.campaigns.approaches.clock import silence
from m4c.campaigns.approaches.pauses import Pauses
from m4c.campaigns.approaches.reading import days_left_out, silent_for
from m4c.campaigns.models import Approach, Campaign, SilenceNotice
from m4c.campaigns.press.naming import Naming


def silence_said(campaign: Campaign, on: date) -> list[str]:
    """Sentences for everybody to read: “No answer from the leader of the council for 46 days. 9 days are not
    counted: ...”. Five statements at most; none of them about anybody who answered, or who is not to be named.
    """
    published = SilenceNotice.objects.filter(
        campaign=campaign, published_at__isnull=False, taken_off_at=None, public_from__lte=on
    )
    still = published.filter(approach__outcome__in=Approach.STILL_OPEN, approach__struck_at=None)
    notices = list(still.select_related("approach", "powerholder").order_by("approach__on", "pk"))
    if not notices:
        return []
    pauses = Pauses.of_campaigns([campaign.pk])
    naming = Naming.of(campaign, {notice.powerholder for notice in notices}, on)
    return [sentence(notice, pauses, on) for notice in notices if naming.may_name(notice.powerholder)]


def sentence(notice: SilenceNotice, pauses: Pauses, on: date) -> str:
    """What is said of one: who, for how long, since when, which days do not count, and what they replied."""
    asked = notice.approach
    says = silence(asked.on, asked.answer_due, on, pauses.spans(notice.campaign_id, notice.powerholder))
    facts = {"name": notice.powerholder.name, "silent": silent_for(says), "day": date_format(asked.on, "j F Y")}
    parts = [_("{name}: {silent}, since {day}.").format(**facts), days_left_out(says), notice.page_words]
    if notice.reply:
        day = date_format(notice.replied_on, "j F Y") if notice.replied_on else ""
        parts.append(_("To the notice of this they replied on {day}: “{words}”").format(day=day, words=notice.reply))
    return " ".join(capfirst(part) for part in parts if part)
