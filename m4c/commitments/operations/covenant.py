"""Covenants: write one and its texts by versions, look whether it is lived up to, end it, and let everybody read it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Max
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign
from m4c.commitments.models import Covenant, CovenantParty, CovenantReview, CovenantText
from m4c.commitments.permissions import KEEP_COVENANTS, PUBLISH_COMMITMENTS
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.slugs import free_slug
from m4c.people.models import Account, Group

FEWEST = 2  # bodies that signed: fewer promise each other nothing


class CovenantRefused(Refused):
    """The covenant would not hold."""


@dataclass(frozen=True)
class NewCovenant:
    """What a covenant is called and is about, of which campaign, and when somebody looks at it again."""

    name: str
    about: str = ""
    campaign: Campaign | None = None
    review_on: date | None = None

    @property
    def said(self) -> dict[str, Any]:
        """The fields of the record, without spaces round the words."""
        named = {"name": self.name.strip(), "about": self.about.strip()}
        return named | {"campaign": self.campaign, "review_on": self.review_on}


@operation(KEEP_COVENANTS, on="group")
def make_covenant(
    *, group: Group, new: NewCovenant, words: str, on: date, uid: UUID | None = None, at: datetime, by: Account
) -> Covenant:
    """Write a covenant and its first text. The same uid twice is one covenant. Raises CovenantRefused."""
    if uid and (written := Covenant.objects.filter(uid=uid).first()):
        if written.group_id != group.pk or written.name != new.name.strip():
            raise CovenantRefused(_("That covenant cannot be written down."), code="other_content")
        return written
    check(new, by)
    check_text(words, on, at)
    covenant = Covenant(group=group, slug=free_slug(Covenant, new.name, "covenant"), made_by=by, made_at=at, **new.said)
    if uid:
        covenant.uid = uid
    covenant.save()
    CovenantText.objects.create(covenant=covenant, number=1, words=words.strip(), on=on, by=by, at=at)
    return covenant


@operation(KEEP_COVENANTS, on="covenant", public=True)
def change_covenant(*, covenant: Covenant, new: NewCovenant, by: Account) -> Covenant:
    """Put right what it is called and about, and when to look again. Raises CovenantRefused.

    Its public address goes with its name, so that a name that was withdrawn stands nowhere any more; posters with the
    old one are printed anew. Its text changes by another version alone.
    """
    check(new, by, covenant)
    if slugify(new.name) != slugify(covenant.name):
        change(covenant, slug=free_slug(Covenant, new.name, "covenant"))
    change(covenant, **new.said)
    return covenant


@operation(KEEP_COVENANTS, on="covenant", public=True)
def rewrite_covenant(
    *, covenant: Covenant, words: str, on: date, because: str, at: datetime, by: Account
) -> CovenantText:
    """Write its next text, from a day on; the one before stays, with those who signed it. Raises CovenantRefused."""
    must_stand(covenant)
    check_text(words, on, at)
    last = CovenantText.objects.filter(covenant=covenant).order_by("-number").first()
    if last and words.strip() == last.words:
        raise CovenantRefused(_("That is the text as it stands."), field="words", code="same")
    if last and on < last.on:
        raise CovenantRefused(_("The text before is younger than that."), field="on", code="too_early")
    if not because.strip():
        raise CovenantRefused(_("Say what changed, and why."), field="because", code="no_reason")
    numbered = CovenantText.objects.filter(covenant=covenant).aggregate(last=Max("number"))["last"] or 0
    return CovenantText.objects.create(
        covenant=covenant,
        number=numbered + 1,
        words=words.strip(),
        on=on,
        changed_because=because.strip(),
        by=by,
        at=at,
    )


@operation(KEEP_COVENANTS, on="covenant", public=True)
def review_covenant(
    *,
    covenant: Covenant,
    party: CovenantParty | None = None,
    on: date,
    holds: str,
    words: str,
    says_who: str,
    next_look: date | None = None,
    at: datetime,
    by: Account,
) -> list[Any]:
    """Write down whether it is lived up to, as a whole or by one body, who says so, and when to look next."""
    if holds not in CovenantReview.Holds.values:
        raise CovenantRefused(_("Say whether it is lived up to."), field="holds", code="no_standing")
    for field, said in (("words", words), ("says_who", says_who)):
        if not said.strip():
            raise CovenantRefused(_("Say what was seen, and who says so."), field=field, code="empty")
    if on > timezone.localdate(at):
        raise CovenantRefused(_("That day is still to come."), field="on", code="to_come")
    if next_look and next_look <= on:
        raise CovenantRefused(_("The next look comes after this one."), field="next_look", code="next_before")
    if party and party.covenant_id != covenant.pk:
        raise CovenantRefused(_("That body is party to another covenant."), field="party", code="elsewhere")
    told = {"holds": holds, "words": words.strip(), "says_who": says_who.strip()}
    look = CovenantReview.objects.create(covenant=covenant, party=party, on=on, by=by, at=at, **told)
    change(covenant, review_on=next_look)
    return [look, covenant]


@operation(KEEP_COVENANTS, on="covenant", public=True)
def end_covenant(*, covenant: Covenant, on: date, at: datetime, by: Account) -> Covenant:
    """Say that nobody is bound by it any more; it stays on record. Raises CovenantRefused."""
    must_stand(covenant)
    if on > timezone.localdate(at):
        raise CovenantRefused(_("That day is still to come."), field="on", code="to_come")
    change(covenant, ended_on=on, review_on=None)
    return covenant


@operation(PUBLISH_COMMITMENTS, on="covenant", public=True)
def publish_covenant(*, covenant: Covenant, at: datetime, by: Account) -> Covenant:
    """Let everybody read it. Twice is once. Raises CovenantRefused before two bodies have signed."""
    if covenant.published_at and covenant.unpublished_at is None:
        return covenant
    signed = CovenantParty.objects.filter(covenant=covenant, ended_on=None, signed_on__isnull=False).count()
    if signed < FEWEST:
        raise CovenantRefused(_("A covenant is between bodies: everybody may read it once two signed."), code="few")
    change(covenant, published_at=at, unpublished_at=None)
    return covenant


@operation(PUBLISH_COMMITMENTS, on="covenant", public=True)
def take_down_covenant(*, covenant: Covenant, at: datetime, by: Account) -> Covenant:
    """Take it off the public pages at once. Twice is once."""
    if covenant.published_at and covenant.unpublished_at is None:
        change(covenant, unpublished_at=at)
    return covenant


def check(new: NewCovenant, by: Account, besides: Covenant | None = None) -> None:
    """Raise CovenantRefused for one without a name, or of a campaign that the account does not see."""
    if not new.name.strip():
        raise CovenantRefused(_("Say what it is called."), field="name", code="no_name")
    is_kept = besides is not None and new.campaign == besides.campaign
    if new.campaign and not is_kept and not Campaign.objects.visible_to(by).filter(pk=new.campaign.pk).exists():
        raise CovenantRefused(_("There is no such campaign among those you see."), field="campaign", code="unseen")


def check_text(words: str, on: date, at: datetime) -> None:
    """Raise CovenantRefused for no words, or a text from a day to come."""
    if not words.strip():
        raise CovenantRefused(_("Write down what they promise each other."), field="words", code="no_words")
    if on > timezone.localdate(at):
        raise CovenantRefused(_("That day is still to come."), field="on", code="to_come")


def must_stand(covenant: Covenant) -> None:
    """Raise CovenantRefused for one that ended."""
    if covenant.ended_on:
        raise CovenantRefused(_("This covenant has ended."), code="ended")
