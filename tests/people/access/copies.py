"""The copy of all that is held on somebody, made for whoever asked."""

from django.utils import timezone

from m4c.core.worker import run_waiting
from m4c.people.models import AccessPack, Person
from m4c.people.operations import access_pack
from m4c.people.operations.rights_request import Asked, check_identity, take_in_request
from tests.cast import Cast
from tests.factories import TODAY


def copy_of(cast: Cast, person: Person, way: str = "email", where: str = "asks@example.org") -> AccessPack:
    """By whoever answers for data protection: identity checked, all that others told included, the files made."""
    lead, now = cast.data_protection, timezone.now()
    asked = Asked("access", way, person.name, TODAY, where)
    request = take_in_request(group=cast.movement, asked=asked, person=person, by=lead)
    check_identity(request=request, how="She rang from her number", on=TODAY, by=lead)
    for section in access_pack.look_through(request=request, by=lead).sections:
        for entry in section.to_look_through:
            access_pack.decide(request=request, entry=entry.held.entry, choice="include", at=now, by=lead)
    pack = access_pack.ask_for_pack(request=request, at=now, by=lead)
    run_waiting()
    pack.refresh_from_db()
    return pack
