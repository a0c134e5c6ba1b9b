"""The minute of a negotiation or an assembly: made from asks, answers and commitments, sent to the other side, put
right by them.
"""

from datetime import date, datetime

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import Ask, Assembly, Minute, MinuteCorrection, Negotiation
from m4c.commitments.permissions import NEGOTIATE
from m4c.commitments.table.minute_text import minute_of
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.events.models import Event
from m4c.people.models import Account


class MinuteRefused(Refused):
    """The minute cannot be sent, or put right, like that."""


@operation(NEGOTIATE, on="meeting")
def write_minute(*, meeting: Negotiation | Assembly, at: datetime, by: Account) -> Minute:
    """Make a minute of what stands now; one that was not sent is written anew, one that was is followed by the next.
    Raises MinuteRefused where nothing was asked.
    """
    event = Event.objects.select_for_update(of=("self",)).get(pk=meeting.event_id)  # two who press at once make one
    asks = Ask.objects.filter(event=event, struck_at=None).select_related("powerholder")
    if not asks:
        raise MinuteRefused(_("Nothing was asked: write the asks down first."), code="no_asks")
    words, made = minute_of(event, asks), {"made_by": by, "made_at": at}
    minutes = Minute.objects.filter(event=event)
    if waiting := minutes.filter(sent_on=None).first():
        change(waiting, words=words, **made)
        return waiting
    last = minutes.aggregate(last=Max("number"))["last"] or 0
    return Minute.objects.create(group=meeting.group, event=event, number=last + 1, words=words, **made)


@operation(NEGOTIATE, on="minute")
def send_minute(*, minute: Minute, sent_to: str, how: str, on: date, at: datetime, by: Account) -> Minute:
    """Write down that it was sent to the other side: it is not changed from then on. Raises MinuteRefused."""
    if minute.sent_on:
        raise MinuteRefused(_("It was sent already."), code="sent")
    if not sent_to.strip():
        raise MinuteRefused(_("Say to whom it was sent."), field="sent_to", code="nobody")
    if on > timezone.localdate(at):
        raise MinuteRefused(_("That day is still to come."), field="on", code="ahead")
    change(minute, sent_on=on, sent_to=sent_to.strip(), how=how.strip())
    return minute


@operation(NEGOTIATE, on="minute")
def keep_correction(
    *, minute: Minute, words: str, corrected_by: str, on: date, at: datetime, by: Account
) -> MinuteCorrection:
    """Keep what somebody of the other side put right, in their words: ours stay beside it. Said anew of the same writer
    and day, it is put right. Raises MinuteRefused.
    """
    if minute.sent_on is None:
        raise MinuteRefused(_("It was not sent yet."), code="not_sent")
    for field, given, sentence in (
        ("words", words, _("Write down what they put right, in their words.")),
        ("corrected_by", corrected_by, _("Say who of theirs wrote it.")),
    ):
        if not given.strip():
            raise MinuteRefused(sentence, field=field, code="empty")
    if on < minute.sent_on or on > timezone.localdate(at):
        raise MinuteRefused(_("They answered between the day it was sent and today."), field="on", code="wrong_day")
    made = {"words": words.strip(), "made_by": by, "made_at": at}
    correction, is_new = MinuteCorrection.objects.get_or_create(
        minute=minute, corrected_by=corrected_by.strip(), on=on, defaults=made
    )
    if not is_new:
        change(correction, **made)
    return correction
