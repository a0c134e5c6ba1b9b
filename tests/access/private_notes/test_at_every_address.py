"""A private note, what was written in private after a 1-2-1, and a story told for whoever listened alone, are read by
one alone: nobody else meets a word of it at any address, in any page, JSON or file, by any search, nor in the log.
"""

import logging
from collections.abc import Iterable, Iterator

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from m4c.people.models import AccessPack, Note
from tests.access.all_rows import TABLE, addresses_of
from tests.access.private_notes.planted import NOTED, OF_THEM, STORY, WORDS, Planted, met, told
from tests.access.test_access import set_up_factor
from tests.cast import PERSONAS, STRANGERS, Cast
from tests.house_rules.routes import addresses

OTHERS = sorted({*PERSONAS, *STRANGERS} - {"leader"})
READ = {name: row for name, row in TABLE.items() if "get" in row.methods and ":" not in name}
# Where these records have pages.
OF_ONE = ("people/", "conversations/", "rights/", "access-packs/", "notes/", "stories/")
SEARCHES = {"people": "q", "search": "q", "whom": "person"}
WHERE_IT_STANDS = {"person": OF_THEM, "one-to-one": OF_THEM, "edit-note": NOTED, "story": STORY}


def of_these_records(uids: Iterable[str]) -> Iterator[str]:
    """Every address of ours that answers when asked, of each of these records and of Cardiff, and searches."""
    for address in addresses():
        if address.mounted or address.name not in READ:
            continue
        tells_of_one = any(part in address.where for part in OF_ONE)
        for named in ({}, {"slug": "cardiff"}, *({"uid": uid} for uid in uids if tells_of_one)):
            try:
                yield reverse(address.name, kwargs=named)
            except NoReverseMatch:
                continue
    for name, asked in SEARCHES.items():
        yield from (f"{reverse(name)}?{asked}={word}" for word in (*WORDS, "Amal"))


def met_by(client: Client, asked: Iterable[str]) -> dict[str, list[str]]:
    """By address, the words that an answer told; but for what the address itself says."""
    client.raise_request_exception = False
    found, statuses = {}, set()
    for address in asked:
        response = client.get(address)
        statuses.add(response.status_code)
        if words := met(told(response), address):
            found[address] = words
    assert (200 in statuses, 500 in statuses) == (True, False)
    return found


@pytest.mark.slow
def test_nobody_else_meets_it(
    cast: Cast, planted: Planted, pack: AccessPack, clients: dict[str, Client], caplog: pytest.LogCaptureFixture
) -> None:
    """Everybody asks for its own records; for all others that stand in the world, whoever is let in there."""
    of_these = list(of_these_records([*planted.uids(), str(pack.uid), str(pack.request.uid)]))
    of_others = addresses_of(READ, cast)
    found = {}
    for persona in OTHERS:
        if persona in PERSONAS:
            set_up_factor(cast.accounts[persona])
        rows = ((address, READ[name]) for name, address in of_others.items())
        let_in = [address for address, row in rows if persona in row.opens | row.area | row.factor]
        asked = let_in if persona == "host_link" else [*of_these, *let_in]  # no link to these: as anybody unknown
        with caplog.at_level(logging.INFO):
            found[persona] = met_by(clients[persona], dict.fromkeys(asked))
    assert {persona: where for persona, where in found.items() if where} == {}
    assert met(caplog.text) == []


def test_the_proof_would_see_it(planted: Planted, clients: dict[str, Client]) -> None:
    """Its author meets it wherever the proof looks for it; told to the group, so does her organiser."""
    uids = {"person": planted.amal.uid, "edit-note": planted.noted.uid, "story": planted.story.uid}
    uids["one-to-one"] = planted.talk.uid
    where = {reverse(name, kwargs={"uid": uid}): WHERE_IT_STANDS[name] for name, uid in uids.items()}
    asked = list(of_these_records(planted.uids()))
    assert where.keys() <= set(asked)

    read = met_by(clients["leader"], where)
    assert {address: word for address, word in where.items() if word in read.get(address, [])} == where

    Note.objects.update(tier=Note.Tier.GROUP)
    pages = [reverse(name, kwargs={"uid": uids[name]}) for name in ("person", "one-to-one")]
    assert met_by(clients["organiser"], where).keys() == set(pages)
