"""Who may open what a group says of itself and keeps, and who may move, merge and close it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from m4c.people.documents.files import take_file
from m4c.people.models import DocumentVersion, GroupDocument, GroupPassing, Membership, PassingAsking
from m4c.people.operations.group_birth import say_origin, thank_supporter
from m4c.people.operations.group_document import keep_document
from m4c.people.operations.group_passing import begin_passing
from tests.access.personas import (
    ADMIN,
    EVERYBODY,
    LEADERS,
    NOBODY,
    ORGANISERS,
    OWN_LEADERS,
    OWN_ORGANISERS,
    OWN_PEOPLE,
    those,
)
from tests.access.records import DAY
from tests.access.table import form, page, press
from tests.cast import THEN, Cast
from tests.people.groups.making import PDF, upload

CARDIFF, ST_MELLONS = {"slug": "cardiff"}, {"slug": "st-mellons"}


def kept_document(cast: Cast) -> GroupDocument:
    """A document for Cardiff's own people; the one that is there already."""
    found = GroupDocument.objects.first()
    if found is None:
        file = take_file(upload("constitution.pdf", PDF), "constitution.pdf")
        keep_document(group=cast.cardiff, title="Constitution", given=file, at=THEN, by=cast.operator)
    return GroupDocument.objects.latest("pk")


def document(cast: Cast) -> dict[str, Any]:
    """That document."""
    return {"uid": kept_document(cast).uid}


def version(cast: Cast) -> dict[str, Any]:
    """Its first version."""
    kept_document(cast)
    return {"uid": DocumentVersion.objects.latest("pk").uid}


def origin(cast: Cast) -> dict[str, Any]:
    """What Cardiff grew out of."""
    return {"uid": say_origin(group=cast.cardiff, words="A cold night", at=THEN, by=cast.operator).uid}


def supporter(cast: Cast) -> dict[str, Any]:
    """Who supported it."""
    return {"uid": thank_supporter(group=cast.cardiff, body=cast.partner, at=THEN, by=cast.operator).uid}


def closing(cast: Cast) -> dict[str, Any]:
    """St Mellons, which is to close and passes to Cardiff; the member and the one kept safe belong there."""
    for persona in ("member", "protected_member"):
        Membership.objects.get_or_create(person=cast.person(persona), group=cast.st_mellons)
    if not GroupPassing.objects.exists():
        facts = {"into": cast.cardiff, "closes_on": date(2026, 9, 1), "why": "Too few of us"}
        begin_passing(group=cast.st_mellons, at=THEN, by=cast.operator, **facts)  # type: ignore[arg-type]
    return ST_MELLONS


def asking(persona: str) -> Callable[[Cast], dict[str, Any]]:
    """The asking of somebody there."""

    def made(cast: Cast) -> dict[str, Any]:
        closing(cast)
        return {"uid": PassingAsking.objects.filter(person=cast.person(persona)).latest("pk").uid}

    return made


def new_document(cast: Cast) -> dict[str, Any]:
    """What is sent to put a document there."""
    return {"title": "Minutes", "audience": "group", "file": upload("minutes.pdf", PDF)}


def new_version(cast: Cast) -> dict[str, Any]:
    """What is sent to put a new version there."""
    return {"remark": "Two chairs", "file": upload("new.pdf", PDF + b"2")}


MERGE = ORGANISERS | ADMIN
OWN_MERGE = OWN_ORGANISERS | ADMIN
MAY_OPEN = OWN_PEOPLE | those("coalition_organiser")
ABOVE = those("national_organiser") | ADMIN
CLOSES = {"closes_on": "2030-01-01", "why": "Too few of us"}
STAGE = {"part": "stage", "stage-stage": "named", "stage-on": DAY}

ROWS = {
    "group-story": page(EVERYBODY, given=CARDIFF),
    "say-purpose": form(OWN_LEADERS, area=LEADERS, given=CARDIFF, sent={"words": "Nobody fights alone."}),
    "tell-birth": form(OWN_LEADERS, area=LEADERS, given=CARDIFF, sent=STAGE),
    "withdraw-origin": press(OWN_LEADERS, area=LEADERS, given=origin),
    "withdraw-supporter": press(OWN_LEADERS, area=LEADERS, given=supporter),
    "group-documents": page(EVERYBODY, given=CARDIFF),
    "keep-document": form(OWN_LEADERS, area=LEADERS, given=CARDIFF, sent=new_document),
    "document": page(MAY_OPEN, area=EVERYBODY, given=document),
    "keep-version": form(OWN_LEADERS, area=LEADERS, given=document, sent=new_version),
    "document-audience": press(OWN_LEADERS, area=LEADERS, given=document, sent={"audience": "everybody"}),
    "document-version": page(MAY_OPEN, area=EVERYBODY, given=version),
    "withdraw-version": press(OWN_LEADERS, area=LEADERS, given=version),
    "move-group": form(OWN_MERGE, area=MERGE, writes=ABOVE, given=ST_MELLONS, sent={"parent": "wales"}),
    "merge-group": form(
        NOBODY, factor=MERGE, area=MERGE - OWN_MERGE, given=ST_MELLONS, sent={"into": "cardiff", "on": DAY}
    ),
    "close-group": form(OWN_ORGANISERS, area=ORGANISERS, given=ST_MELLONS, sent=CLOSES),
    "close-group: begun": form(OWN_ORGANISERS, area=ORGANISERS, writes=NOBODY, given=closing, sent=CLOSES),
    "ask-newcomers": press(OWN_ORGANISERS, area=ORGANISERS, given=closing),
    "end-group": press(OWN_ORGANISERS, area=ORGANISERS, given=closing),
    "call-off-closing": press(OWN_ORGANISERS, area=ORGANISERS, given=closing),
    "answer-asking": form(OWN_ORGANISERS, area=ORGANISERS, given=asking("member"), sent={"answer": "along"}),
    "answer-asking: kept safe": form(
        NOBODY, area=ORGANISERS, given=asking("protected_member"), sent={"answer": "along"}
    ),
    "take-asking": press(OWN_ORGANISERS, area=ORGANISERS, given=asking("member")),
    "own-asking": form(those("member"), area=EVERYBODY, given=asking("member"), sent={"answer": "leave"}),
    "own-asking: kept safe": form(
        those("protected_member"), area=EVERYBODY, given=asking("protected_member"), sent={"answer": "leave"}
    ),
}
