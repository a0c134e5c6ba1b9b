"""What whoever answers requests sees of one by somebody kept safe: nothing of who they are, but for a reason."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from m4c.people.models import Account, ProtectedLook, Protection, RightsRequest
from m4c.people.permissions import SEE_PROTECTED

DOOR = "rights-request"
LOOK_LASTS = timedelta(hours=8)  # a day's work at one request; each page opened meanwhile is logged all the same


def hiding(account: Account) -> QuerySet[Protection]:
    """Protections that keep from an account who asks: of all but themself, their contact and the safeguarding lead."""
    return account.sight.hiding().exclude(account.sight.of_group("group", SEE_PROTECTED))


def with_hidden(account: Account, requests: "QuerySet[RightsRequest]") -> "QuerySet[RightsRequest]":
    """Annotates `is_hidden`: the list says nothing of who asks."""
    return requests.annotate(is_hidden=Exists(hiding(account).filter(person=OuterRef("person"))))


def is_held_back(account: Account, asked: RightsRequest, at: datetime) -> bool:
    """Whether who asks is kept from this account, which has given no reason to look today. One statement or two."""
    protection = hiding(account).filter(person=asked.person_id).first() if asked.person_id else None
    if protection is None:
        return False
    looks = ProtectedLook.objects.filter(protection=protection, by=account, door=DOOR, at__gt=at - LOOK_LASTS)
    return not looks.exclude(reason="").exists()
