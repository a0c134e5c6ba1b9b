"""How requests, restrictions and links come along when two people are made one."""

from m4c.people.merging import follow, move, take_kept
from m4c.people.models import OwnDataLink, Restriction, RightsRequest
from m4c.people.operations.merging.journal import Journal


def links(journal: Journal) -> None:
    """Links that went to the one who goes open nothing any more: whoever holds one was shown less than there is now."""
    for link in OwnDataLink.objects.filter(person=journal.other):
        journal.remove(link)


def register() -> None:
    """Tell what moves: one set aside by either record is set aside."""
    move(RightsRequest, "person")
    move(Restriction, "person", key=lambda row: None if row.lifted_at else "standing", unite=take_kept)
    follow(OwnDataLink, "person", links)
