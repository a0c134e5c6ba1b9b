"""Who may tell a group something, and who takes a share."""

from typing import Any

from m4c.core.permissions import Role
from m4c.outreach.models import Telling, Told
from m4c.outreach.operations.telling import Words, gather_some, send_telling, share_out, write_telling
from m4c.people.models import Account
from m4c.people.models.sign_in_link import hash_of
from tests.access.personas import ANYBODY, LEADERS, ORGANISERS, OWN_ORGANISERS, those
from tests.access.table import Row, form, page, press
from tests.cast import Cast
from tests.factories import NOW

WORDS = {"subject": "Thursday", "words": "Come.", "chat_words": ""}


def written(cast: Cast) -> Telling:
    """Something that Cardiff's organiser means to tell Cardiff."""
    return write_telling(group=cast.cardiff, said=Words("Thursday", "Come."), at=NOW, by=cast.organiser)


def telling(cast: Cast) -> dict[str, Any]:
    """The same, for an address."""
    return {"uid": written(cast).uid}


def shared(cast: Cast) -> Telling:
    """The same on its way, its share taken by Cardiff's leader."""
    sent = send_telling(telling=written(cast), at=NOW, by=cast.organiser)
    gather_some(telling=sent, at=NOW, by=worker())
    share_out(telling=sent, tellers=[cast.person("leader")], by=cast.organiser)
    return sent


def share(cast: Cast) -> dict[str, Any]:
    """The same, for an address."""
    return {"uid": shared(cast).uid}


def told(cast: Cast) -> dict[str, Any]:
    """One of the leader's share."""
    return {"uid": Told.objects.filter(telling=shared(cast), teller=cast.person("leader"))[0].uid, "state": "told"}


def unshared(cast: Cast) -> dict[str, Any]:
    """On its way, and nobody took a share."""
    sent = send_telling(telling=written(cast), at=NOW, by=cast.organiser)
    gather_some(telling=sent, at=NOW, by=worker())
    return {"uid": sent.uid}


def letter(cast: Cast) -> dict[str, Any]:
    """The link in a letter."""
    facts = {
        "telling": written(cast),
        "person": cast.person("member"),
        "means": Told.Means.EMAIL,
        "state": Told.State.TOLD,
    }
    Told.objects.create(token_hash=hash_of("out-of-a-letter"), **facts)
    return {"token": "out-of-a-letter"}


def worker() -> Account:
    """The software's own account for what runs by itself."""
    return Account.objects.of_system(Role.WORKER)


OURS: dict[str, Any] = {"area": ORGANISERS, "given": telling}
ROWS: dict[str, Row] = {
    "tellings": page(LEADERS),
    "write-telling": form(ORGANISERS, writes=OWN_ORGANISERS, sent=WORDS | {"group": "cardiff"}),
    "telling": page(OWN_ORGANISERS, area=LEADERS, given=telling),
    "telling: of which one took a share": page(OWN_ORGANISERS | those("leader"), area=LEADERS, given=share),
    "change-telling": form(OWN_ORGANISERS, sent=WORDS, **OURS),
    "send-telling": press(OWN_ORGANISERS, **OURS),
    "call-off-telling": press(OWN_ORGANISERS, **OURS),
    "share-out-telling": press(
        OWN_ORGANISERS,
        area=ORGANISERS,
        given=unshared,
        sent=lambda cast: {"tellers": [str(cast.person("leader").uid)]},
    ),
    "telling-share": page(OWN_ORGANISERS | those("leader"), area=LEADERS, given=share),
    "share-letters": page(OWN_ORGANISERS | those("leader"), area=LEADERS, given=share),
    "say-told": press(OWN_ORGANISERS | those("leader"), area=LEADERS, given=told),
    "stop-letters": form(ANYBODY, given=letter, sent={"yes": "1"}),
}
