"""An event of Cardiff ahead with people who come, and the software's worker: what tests of letters stand on."""

from datetime import timedelta
from typing import Any

from m4c.core.permissions import Role
from m4c.events.models import Event
from m4c.events.operations.attendance import record_attendance
from m4c.people.models import Account, Person
from tests.cast import Cast
from tests.factories import NOW, gathering, somebody

SOON = NOW + timedelta(days=2)


def ahead(cast: Cast, **more: Any) -> Event:
    """A meeting in two days, in Cardiff's own calendar alone."""
    facts: dict[str, Any] = {
        "starts_at": SOON,
        "place": "Church hall",
        "postcode": "CF10 1EP",
        "title": "Night shelter",
    }
    return gathering(cast, **(facts | more))


def coming(cast: Cast, event: Event, name: str = "Amal Yusuf", state: str = "yes", **more: Any) -> Person:
    """Somebody with an e-mail address who stands so with it."""
    email = f"{name.split()[0].lower()}@example.org"
    person = somebody(cast, name, **({"emails": [email]} | more))
    record_attendance(event=event, person=person, state=state, by=cast.operator)
    return person


def worker() -> Account:
    """The software's own account for what runs by itself."""
    return Account.objects.of_system(Role.WORKER)
