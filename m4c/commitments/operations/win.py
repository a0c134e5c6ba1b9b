"""Write down what was won, put it right, look at it again, and decide whether everybody may read it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign
from m4c.campaigns.permissions import PUBLISH_CAMPAIGNS
from m4c.commitments.models import Commitment, Win, WinLook
from m4c.commitments.permissions import RECORD_WINS
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account, Group
from m4c.power.models import Institution


class WinRefused(Refused):
    """What was won is not written down in a way that holds."""


@dataclass(frozen=True)
class NewWin:
    """A change that happened: what, for whom, since when, who says so; of a rule, whose it is and what it covers."""

    kind: str
    name: str
    change_words: str
    for_whom: str
    on: date
    says_who: str
    missing: str = ""
    expires_on: date | None = None
    source: str = ""
    source_url: str = ""
    rule_body: Institution | None = None
    rule: str = ""
    scope_words: str = ""
    rule_from: date | None = None
    look_again_on: date | None = None
    campaign: Campaign | None = None
    commitment: Commitment | None = None
    uid: UUID | None = None

    @property
    def said(self) -> dict[str, Any]:
        """The fields of the record, without spaces round the words."""
        told = {name: value for name, value in self.__dict__.items() if name != "uid"}
        return {name: value.strip() if isinstance(value, str) else value for name, value in told.items()}


@operation(RECORD_WINS, on="group")
def record_win(*, group: Group, new: NewWin, at: datetime, by: Account) -> Win:
    """Write down what was won. The same uid twice is one win. Raises WinRefused."""
    if new.uid and (written := Win.objects.filter(uid=new.uid).first()):
        return same(written, group, new)
    check(new, timezone.localdate(at))
    must_see_campaign(new.campaign, by)
    must_see_commitment(new.commitment, by)
    win = Win(group=group, made_by=by, **new.said)
    if new.uid:
        win.uid = new.uid
    win.save()
    return win


@operation(RECORD_WINS, on="win", public=True)
def edit_win(*, win: Win, new: NewWin, at: datetime, by: Account) -> Win:
    """Put right what is written down of a win. Raises WinRefused."""
    check(new, timezone.localdate(at))
    if new.campaign != win.campaign:
        must_see_campaign(new.campaign, by)
    if new.commitment != win.commitment:
        must_see_commitment(new.commitment, by)
    change(win, **new.said)
    return win


@operation(RECORD_WINS, on="win", public=True)
def look_at_win(
    *, win: Win, stands: str, words: str, on: date, next_look: date | None = None, at: datetime, by: Account
) -> list[Any]:
    """Write down whether a win still stands, as somebody saw it that day, and when to look next. Raises WinRefused."""
    if stands not in WinLook.Stands.values:
        raise WinRefused(_("Say whether it still stands."), field="stands", code="no_standing")
    if not words.strip():
        raise WinRefused(_("Write down what you saw."), field="words", code="no_words")
    if on < win.on or on > timezone.localdate(at):
        raise WinRefused(_("Look between the day it was won and today."), field="on", code="wrong_day")
    if next_look and next_look <= on:
        raise WinRefused(_("The next look comes after this one."), field="next_look", code="next_before")
    look = WinLook.objects.create(win=win, on=on, stands=stands, words=words.strip(), by=by, at=at)
    change(win, look_again_on=next_look)
    return [look, win]


@operation(PUBLISH_CAMPAIGNS, on="win", public=True)
def publish_win(*, win: Win, at: datetime, by: Account) -> Win:
    """Let everybody read it on its campaign's page, once that page is public. Twice is once."""
    if win.published_at is None or win.unpublished_at:
        change(win, published_at=at, unpublished_at=None)
    return win


@operation(PUBLISH_CAMPAIGNS, on="win", public=True)
def take_down_win(*, win: Win, at: datetime, by: Account) -> Win:
    """Take it off the public pages at once. Twice is once."""
    if win.published_at and win.unpublished_at is None:
        change(win, unpublished_at=at)
    return win


def check(new: NewWin, today: date) -> None:
    """Raise WinRefused where what is written down would not hold."""
    asked = {
        "name": _("Say in a few words what was won."),
        "change_words": _("Say what changed."),
        "for_whom": _("Say for whom it changed."),
        "says_who": _("Say who says so: without that it is our word alone."),
    }
    for field, sentence in asked.items():
        if not getattr(new, field).strip():
            raise WinRefused(sentence, field=field, code="empty")
    if new.kind not in Win.Kind.values:
        raise WinRefused(_("Say what kind of win it is."), field="kind", code="no_kind")
    if new.on > today:
        raise WinRefused(_("It is won once it has happened: that day is still to come."), field="on", code="to_come")
    if new.kind == Win.Kind.PARTIAL and not new.missing.strip():
        raise WinRefused(_("Say what is still missing."), field="missing", code="nothing_missing")
    check_end(new)
    check_rule(new)


def check_end(new: NewWin) -> None:
    """Raise WinRefused where a win for a time has no end, or another has one before it begins."""
    if new.kind == Win.Kind.EXPIRING and new.expires_on is None:
        raise WinRefused(_("Say until when it lasts."), field="expires_on", code="no_end")
    if new.expires_on and new.expires_on < new.on:
        raise WinRefused(_("It cannot end before it began."), field="expires_on", code="ends_before")
    if new.look_again_on and new.look_again_on <= new.on:
        raise WinRefused(_("Look again after the day it was won."), field="look_again_on", code="look_before")


def check_rule(new: NewWin) -> None:
    """Raise WinRefused where a change of rule does not say whose, which, for what and from when."""
    told = (new.rule_body is not None, bool(new.rule.strip()), bool(new.scope_words.strip()), new.rule_from is not None)
    if any(told) and not all(told):
        field = ("rule_body", "rule", "scope_words", "rule_from")[told.index(False)]
        raise WinRefused(
            _("Of a change of rule say which body, which rule, what it covers and from when."),
            field=field,
            code="half_a_rule",
        )


def must_see_campaign(campaign: Campaign | None, by: Account) -> None:
    """Raise WinRefused for a campaign that the account does not see; whether there is one is not told."""
    if campaign and not Campaign.objects.visible_to(by).filter(pk=campaign.pk).exists():
        raise WinRefused(_("There is no such campaign among those you see."), field="campaign", code="unseen")


def must_see_commitment(commitment: Commitment | None, by: Account) -> None:
    """Raise WinRefused for a commitment that the account does not see; whether there is one is not told."""
    if commitment and not Commitment.objects.visible_to(by).filter(pk=commitment.pk).exists():
        raise WinRefused(_("There is no such commitment among those you see."), field="commitment", code="unseen")


def same(written: Win, group: Group, new: NewWin) -> Win:
    """The win of this uid, if it says the very same. Raises WinRefused otherwise, telling nothing."""
    if written.group_id != group.pk or any(getattr(written, name) != value for name, value in new.said.items()):
        raise WinRefused(_("That win cannot be written down."), code="other_content")
    return written
