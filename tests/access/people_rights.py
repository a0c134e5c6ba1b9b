"""Who may open what people ask of their data: whoever answers for data protection, and nobody else."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from m4c.people.access.files import path_of
from m4c.people.models import AccessPack, PrivateToGive, RightsRequest
from m4c.people.operations.protection import keep_safe
from m4c.people.operations.rights_request import Asked, check_identity, take_in_request
from tests.access.personas import DATA, EVERYBODY, NOBODY, those
from tests.access.table import form, page, press
from tests.cast import Cast
from tests.factories import TODAY


def request(cast: Cast) -> dict[str, Any]:
    """The member asks for a copy."""
    asked = Asked("access", "email", "Kofi Mensah", TODAY, "kofi.mensah@example.org", "What do you hold?")
    person = cast.person("member")
    return {"uid": take_in_request(group=cast.movement, asked=asked, person=person, by=cast.data_protection).uid}


def of_somebody_kept_safe(cast: Cast) -> dict[str, Any]:
    """The same, once the member is kept safe."""
    made = request(cast)
    keep_safe(person=cast.person("member"), by=cast.leader, at=timezone.now())
    return made


def step(cast: Cast) -> dict[str, Any]:
    """The step that says that it is them."""
    return {**request(cast), "step": "identity"}


def known(cast: Cast) -> dict[str, Any]:
    """The same, once we know that it is them."""
    made = RightsRequest.objects.get(**request(cast))
    check_identity(request=made, how="Rang the number on record", on=TODAY, by=cast.data_protection)
    return {"uid": made.uid}


def pack(cast: Cast) -> dict[str, Any]:
    """Their copy, made."""
    now = timezone.now()
    made = AccessPack.objects.create(
        request=RightsRequest.objects.get(**known(cast)),
        asked_by=cast.data_protection,
        asked_at=now,
        made_at=now,
        expires_at=now + timedelta(days=1),
    )
    for file in ("json", "pdf"):
        path_of(made, file).write_bytes(b"{}")
    return {"uid": made.uid}


def file(cast: Cast) -> dict[str, Any]:
    """One of its files."""
    return {**pack(cast), "file": "pdf"}


def private(cast: Cast) -> dict[str, Any]:
    """What the leader keeps for herself of whoever asked, to be given by her."""
    asked = RightsRequest.objects.get(**known(cast))
    return {"uid": PrivateToGive.objects.create(request=asked, author=cast.leader, asked_at=timezone.now()).uid}


ROWS = {
    "ask-of-own-record": form(EVERYBODY, sent={"kind": "access"}),
    "private-given": press(those("leader"), area=EVERYBODY, given=private),
    "rights": page(DATA),
    "take-in-request": form(
        DATA, sent={"kind": "access", "name": "Ebo Iwu", "way": "email", "received_on": TODAY.isoformat()}
    ),
    "take-in-another": form(
        DATA,
        given=request,
        sent={"kind": "erasure", "name": "Kofi", "way": "email", "received_on": TODAY.isoformat()},
    ),
    "rights-request": page(DATA, given=request),
    "look-at-rights-request": press(DATA, given=of_somebody_kept_safe, sent={"reason": "They rang for an answer"}),
    "access-pack": page(NOBODY, factor=DATA, given=known),
    "decide-access-entry": press(
        NOBODY, factor=DATA, given=known, sent={"entry": "people.note:0", "choice": "include"}, writes=NOBODY
    ),
    "make-access-pack": press(NOBODY, factor=DATA, given=known),
    "send-access-pack": press(NOBODY, factor=DATA, given=pack),
    "hand-over-access-pack": press(NOBODY, factor=DATA, given=pack, sent={"how": "On paper", "on": TODAY.isoformat()}),
    "take-access-file": press(NOBODY, factor=DATA, given=file),
    "rights-step": press(DATA, given=step, sent={"how": "Rang the number on record", "on": TODAY.isoformat()}),
}
