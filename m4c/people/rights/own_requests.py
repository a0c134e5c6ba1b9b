"""What somebody with an account asked of their own record, and by when they have an answer."""

from m4c.people.models import Account, RightsRequest

LATELY = 5


def own_requests(account: Account) -> list[RightsRequest]:
    """One's own requests, the newest first."""
    if account.person_id is None:
        return []
    return list(RightsRequest.objects.filter(person=account.person_id).order_by("-received_on", "-pk")[:LATELY])
