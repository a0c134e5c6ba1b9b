"""Wanting a kit in one's own place: confirmed by a letter, and three near each other introduced, each agreeing."""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.kits import tasks
from m4c.campaigns.models import Kit, KitIntroduction, KitWish
from m4c.campaigns.permissions import SEND_CAMPAIGN_WORD
from m4c.core.errors import Refused
from m4c.core.models.record import new_uid
from m4c.core.operations import change, operation
from m4c.core.permissions import PUBLIC
from m4c.people.groups.nearest import kilometres
from m4c.people.models import Account
from m4c.people.models.sign_in_link import hash_of
from m4c.places.lookup import Point
from m4c.places.points import points_for

TOGETHER = 3  # how many are introduced to each other: enough to begin, few enough to sit at one table
NO_FINER = 2  # decimals of a degree: about a kilometre, enough to tell who is near
NEAR = 25.0  # kilometres, as the crow flies: an evening's journey there and back
ANSWER_DAYS = 14  # within which each of the three answers
KEPT_DAYS = 365  # after which a wish goes


class WishRefused(Refused):
    """It cannot be wished for like this, or the link opens nothing."""


@dataclass(frozen=True)
class Wished:
    """What somebody typed."""

    name: str
    email: str
    postcode: str
    language: str


@dataclass(frozen=True)
class Secret:
    """A wish or an introduction with the secret of its link, which is kept nowhere."""

    of: KitWish | KitIntroduction
    token: str

    @property
    def touched(self) -> list[KitWish | KitIntroduction]:
        """For the audit entry."""
        return [self.of]


@operation(PUBLIC, on=None)
def wish_for_kit(*, kit: Kit, wished: Wished, at: datetime, by: Account) -> KitWish:
    """Keep that somebody wants a kit in their place, and have them written to; asked again, the letter goes again.

    Raises WishRefused for a kit that is not public, and for a postcode that no table has.
    """
    if not kit.is_public:
        raise WishRefused(_("This kit is not out any more."), code="not_public")
    point = points_for([wished.postcode]).get(wished.postcode)
    if point is None:
        raise WishRefused(_("We do not know this postcode."), field="postcode", code="no_postcode")
    wish, _made = KitWish.objects.get_or_create(
        kit=kit,
        email=wished.email,
        ended_at=None,
        defaults={
            "name": wished.name,
            "language": wished.language,
            "latitude": round(point.latitude, NO_FINER),
            "longitude": round(point.longitude, NO_FINER),
            "made_at": at,
        },
    )
    tasks.mail_wish_link.enqueue(wish.pk)
    return wish


@operation(SEND_CAMPAIGN_WORD, on=None)
def wish_secret(*, wish: KitWish, by: Account) -> Secret:
    """Make the link when the letter is written; only the last one works."""
    token = secrets.token_urlsafe(32)  # 256 bits
    change(wish, token_hash=hash_of(token))
    return Secret(wish, token)


@operation(SEND_CAMPAIGN_WORD, on=None)
def introduction_secret(*, introduction: KitIntroduction, by: Account) -> Secret:
    """The same for one of three who are asked."""
    token = secrets.token_urlsafe(32)
    change(introduction, token_hash=hash_of(token))
    return Secret(introduction, token)


@operation(PUBLIC, on=None)
def confirm_wish(*, token: str, at: datetime, by: Account) -> KitWish:
    """Make it true, from the letter; twice is once. Raises WishRefused for a link that opens nothing."""
    wish = wish_of(token)
    if wish.confirmed_at is None:
        change(wish, confirmed_at=at)
        tasks.look_for_three.enqueue(wish.kit_id)
    return wish


@operation(PUBLIC, on=None)
def take_wish_back(*, token: str, at: datetime, by: Account) -> KitWish:
    """End it; whoever was asked together with them is free for others. Raises WishRefused."""
    wish = wish_of(token)
    end_circles(KitIntroduction.objects.filter(wish=wish, ended_at=None, introduced_at=None), at)
    change(wish, ended_at=at)
    return wish


@operation(SEND_CAMPAIGN_WORD, on=None)
def bring_three_together(*, kit: Kit, at: datetime, by: Account) -> list[KitIntroduction]:
    """Ask three near each other whether the others may know their name: whoever waited longest comes first."""
    asked = KitIntroduction.objects.filter(ended_at=None).values("wish")
    free = KitWish.objects.waiting().filter(kit=kit).exclude(pk__in=asked).order_by("confirmed_at", "pk")
    made = KitIntroduction.objects.bulk_create(
        introduction for three in circles(list(free)) for introduction in introductions(three, at)
    )
    for introduction in made:
        tasks.mail_introduction.enqueue(introduction.pk)
    return made


@operation(PUBLIC, on=None)
def answer_introduction(*, token: str, agrees: bool, at: datetime, by: Account) -> KitIntroduction:
    """Say whether the two others may know one's name and e-mail. Raises WishRefused for a link that opens nothing.

    Once all three agreed they are written to; one no, and none of the others is told whose it was.
    """
    found = KitIntroduction.objects.select_related("wish").open(at).of_token(token)
    for circle_of in found.values_list("circle", flat=True):  # of the three who say yes at once, the last one sees it
        list(KitIntroduction.objects.select_for_update().filter(circle=circle_of).order_by("pk"))
    introduction = found.first()
    if introduction is None:
        raise WishRefused(_("This link has been used, or is too old."), code="no_link")
    circle = KitIntroduction.objects.filter(circle=introduction.circle)
    if not agrees:
        end_circles(circle, at)
        change(introduction.wish, ended_at=at)
        return introduction
    change(introduction, agreed_at=at)
    if not circle.filter(agreed_at=None).exists():
        tasks.mail_the_three.enqueue(str(introduction.circle))
    return introduction


@operation(SEND_CAMPAIGN_WORD, on=None)
def introduce(*, circle: UUID, at: datetime, by: Account) -> list[KitIntroduction]:
    """The three of a circle, once, after all agreed: their wish has come true as far as we can help it."""
    found = KitIntroduction.objects.select_for_update(of=("self",)).select_related("wish", "wish__kit")
    three = list(found.filter(circle=circle, introduced_at=None, ended_at=None, agreed_at__isnull=False))
    if len(three) < TOGETHER:
        return []
    for introduction in three:
        change(introduction, introduced_at=at)
        change(introduction.wish, ended_at=at)
    return three


@operation(SEND_CAMPAIGN_WORD, on=None)
def forget_wishes(*, at: datetime, by: Account) -> None:
    """Let circles go whose time is over, so that others may meet; and wishes unconfirmed, old, or over."""
    late = KitIntroduction.objects.filter(introduced_at=None, ended_at=None, good_until__lte=at)
    for circle in set(late.values_list("circle", flat=True)):
        end_circles(KitIntroduction.objects.filter(circle=circle), at)
    week, year = at - timedelta(days=settings.SIGN_UP_LINK_DAYS), at - timedelta(days=KEPT_DAYS)
    KitWish.objects.filter(confirmed_at=None, made_at__lte=week).delete()
    KitWish.objects.filter(ended_at__lte=week).delete()
    KitWish.objects.filter(made_at__lte=year).delete()


def wish_of(token: str) -> KitWish:
    """The wish that a secret opens. Raises WishRefused."""
    wish = KitWish.objects.select_for_update(of=("self",)).of_token(token).filter(ended_at=None).first()
    if wish is None:
        raise WishRefused(_("This link has been used, or is too old."), code="no_link")
    return wish


def circles(waiting: Sequence[KitWish]) -> Iterator[list[KitWish]]:
    """Circles of three among those who wait: each around whoever waited longest, with the next who live near them."""
    taken: set[int] = set()
    for wish in waiting:
        if wish.pk in taken:
            continue
        here = Point(wish.latitude, wish.longitude)
        near = (
            each
            for each in waiting
            if each.pk not in taken | {wish.pk} and kilometres(here, Point(each.latitude, each.longitude)) <= NEAR
        )
        three = [wish, *islice(near, TOGETHER - 1)]
        if len(three) == TOGETHER:
            taken |= {each.pk for each in three}
            yield three


def introductions(three: Sequence[KitWish], at: datetime) -> list[KitIntroduction]:
    """What asks each of a circle of three."""
    circle, good_until = new_uid(), at + timedelta(days=ANSWER_DAYS)
    return [KitIntroduction(circle=circle, wish=wish, asked_at=at, good_until=good_until) for wish in three]


def end_circles(found: "QuerySet[KitIntroduction]", at: datetime) -> None:
    """End the circles that these rows are of."""
    circles = set(found.values_list("circle", flat=True))
    KitIntroduction.objects.filter(circle__in=circles, introduced_at=None).update(ended_at=at)
