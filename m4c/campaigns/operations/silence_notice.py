"""Silence said in public: the group decides, the powerholder is told and has so many days, then it may be read.

Nothing here is sent: a person tells the powerholder, and writes down when and how.
"""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.approaches.clock import silence
from m4c.campaigns.approaches.pauses import Pauses
from m4c.campaigns.models import Approach, SilenceNotice
from m4c.campaigns.permissions import PUBLISH_CAMPAIGNS, RECORD_APPROACHES
from m4c.campaigns.press.naming import Naming
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account


class NoticeRefused(Refused):
    """It is too early to say it in public, or there is no silence to speak of."""


@operation(PUBLISH_CAMPAIGNS, on="approach")
def decide_silence(
    *, approach: Approach, on: date, how: str, page_words: str, at: datetime, by: Account
) -> SilenceNotice:
    """Write down that the group decided to say in public that nobody answered, and how the page would read. Raises
    NoticeRefused.
    """
    if approach.campaign is None:
        raise NoticeRefused(_("It is said on a campaign's page: this was asked without one."), code="no_campaign")
    must_be_silent(approach, on)
    if not how.strip():
        raise NoticeRefused(_("Say how the group decided it."), field="how", code="undecided")
    if not page_words.strip():
        raise NoticeRefused(_("Write the page as it would read."), field="page_words", code="no_words")
    if SilenceNotice.objects.filter(approach=approach, taken_off_at=None).exists():
        raise NoticeRefused(_("That was decided already."), code="twice")
    return SilenceNotice.objects.create(
        campaign=approach.campaign,
        powerholder=approach.powerholder,
        approach=approach,
        decided_on=on,
        decided_by=how.strip(),
        page_words=page_words.strip(),
        added_by=by,
        added_at=at,
    )


@operation(PUBLISH_CAMPAIGNS, on="notice")
def note_told(*, notice: SilenceNotice, on: date, how: str, at: datetime, by: Account) -> SilenceNotice:
    """Write down that the powerholder was told, with the page as it would read; from when it may be public follows.
    Raises NoticeRefused.
    """
    must_hold(notice)
    if on < notice.decided_on or on > localdate(at):
        raise NoticeRefused(
            _("They are told after the group decided, and not in days to come."), field="on", code="day"
        )
    if not how.strip():
        raise NoticeRefused(_("Say how they were told."), field="how", code="how")
    from_day = on + timedelta(days=settings.SILENCE_NOTICE_DAYS)
    change(notice, notified_on=on, how=how.strip(), public_from=from_day)
    return notice


@operation(RECORD_APPROACHES, on="notice", public=True)
def note_reply(*, notice: SilenceNotice, on: date, words: str, by: Account) -> SilenceNotice:
    """Keep what the powerholder replied to the notice. It stands beside what is said. Raises NoticeRefused."""
    if not words.strip():
        raise NoticeRefused(_("Write down what they replied."), field="words", code="no_words")
    if notice.notified_on is None or on < notice.notified_on:
        raise NoticeRefused(_("They were not told by that day."), field="on", code="before")
    change(notice, reply=words.strip(), replied_on=on)
    return notice


@operation(PUBLISH_CAMPAIGNS, on="notice", public=True)
def publish_silence(*, notice: SilenceNotice, at: datetime, by: Account) -> SilenceNotice:
    """Let it be read in public, once the days of the notice are over. Raises NoticeRefused."""
    must_hold(notice)
    if notice.public_from is None:
        raise NoticeRefused(_("Tell them first, with the page as it would read."), code="not_told")
    if localdate(at) < notice.public_from:
        day = date_format(notice.public_from, "j F Y")
        raise NoticeRefused(_("They have until {day} to answer.").format(day=day), code="early")
    must_be_silent(notice.approach, localdate(at))
    if notice.powerholder.to_review:
        raise NoticeRefused(
            _("An import named them: look over their page first, and say which office they hold."),
            code="to_review",
        )
    if not may_name(notice, localdate(at)):
        raise NoticeRefused(
            _("They hold no public office: that they are named takes a second person's decision first."),
            code="not_named",
        )
    if notice.published_at is None:
        change(notice, published_at=at, published_by=by)
    return notice


@operation(PUBLISH_CAMPAIGNS, on="notice", public=True)
def take_off_silence(*, notice: SilenceNotice, at: datetime, by: Account) -> SilenceNotice:
    """Say no more of it, in public or at all."""
    change(notice, taken_off_at=notice.taken_off_at or at)
    return notice


def must_hold(notice: SilenceNotice) -> None:
    """Raise NoticeRefused for one that was taken off."""
    if notice.taken_off_at:
        raise NoticeRefused(_("It was taken off."), code="taken_off")


def must_be_silent(approach: Approach, on: date) -> None:
    """Raise NoticeRefused for an approach that was answered or struck, or whose answer is not overdue on that day."""
    if approach.struck_at or approach.outcome not in Approach.STILL_OPEN:
        raise NoticeRefused(_("They answered: there is no silence to speak of."), code="answered")
    pauses = Pauses.of_campaigns([approach.campaign_id])
    says = silence(approach.on, approach.answer_due, on, pauses.of_approach(approach))
    if says.due is None:
        raise NoticeRefused(_("Say by when an answer was expected first."), code="no_day")
    if not says.is_silent:
        day = date_format(says.due, "j F Y")
        raise NoticeRefused(_("They have until {day} to answer.").format(day=day), code="not_overdue")


def may_name(notice: SilenceNotice, on: date) -> bool:
    """Whether everybody may be told who it is: a public office, or a second person's decision."""
    return Naming.of(notice.campaign, [notice.powerholder], on).may_name(notice.powerholder)
