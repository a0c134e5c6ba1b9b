"""Conditions on people that filters are made of, each by what an account may see."""

import re
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from m4c.people.finding.text import INWARD, OUTWARD
from m4c.people.models.address import Address
from m4c.people.models.engagement import Engagement
from m4c.people.models.person import begins
from m4c.people.names import fold
from m4c.people.sight import NOTHING, any_of
from m4c.places.around import Ground
from m4c.places.models import PostcodeUnit

if TYPE_CHECKING:
    from m4c.people.models.account import Account


def at_postcode(typed: str) -> Q:
    """Those whose postcode begins so, with the space in it or without: `cf3 0` and `cf30` are of sector CF3 0."""
    letters = fold(typed).upper()
    beginnings = [] if re.search(r"\w\s+\w", typed) else [letters]
    for cut in range(2, min(5, len(letters))):
        first, second = letters[:cut], letters[cut:]
        if OUTWARD.fullmatch(first.lower()) and INWARD.fullmatch(second.lower()):
            beginnings.append(f"{first} {second}")
    found: Q = any_of(begins("address__postcode", beginning) for beginning in beginnings) if letters else NOTHING
    return found


def on_ground(ground: Ground) -> Q:
    """Those whose address lies there, as far as its postcode tells."""
    lies = Q(sector__in=ground.sectors.values("sector")) | Q(postcode__in=ground.sectors.values("sector"))
    lies |= Q(postcode__in=ground.districts.values("district"))
    if ground.units is not None:
        known = PostcodeUnit.objects.filter(pk=OuterRef("postcode"))
        lies = Exists(ground.units.filter(pk=OuterRef("postcode"))) | (~Exists(known) & lies)
    return Q(address__in=Address.objects.filter(lies))


def engaged(account: "Account", *, since: datetime) -> Q:
    """Those with any engagement since then."""
    return Q(Exists(Engagement.objects.visible_to(account).filter(person=OuterRef("pk"), at__gte=since).order_by()))
