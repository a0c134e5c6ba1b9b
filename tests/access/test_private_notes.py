"""What somebody wrote for themselves alone after a 1-2-1 stands in no answer, file, audit entry or task for anybody
else.
"""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from m4c.core.models import AuditEntry
from m4c.core.models.record import new_uid
from m4c.core.worker import run_waiting
from m4c.listening.models import OneToOne
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.listening.operations.writing_up import WrittenUp, write_up
from m4c.people.exports.fields import FIELDS
from m4c.people.models import NameOnList, Note, PeopleExport
from m4c.people.operations.people_export import Wanted, request_export
from tests.access.all_rows import TABLE, addresses_of
from tests.access.test_access import set_up_factor
from tests.cast import PERSONAS, STRANGERS, Cast
from tests.factories import NOW, TODAY, somebody

SECRETS = {"Zwhalebone", "Zperiwinkle", "Zmarzipan", "Zquillfeather"}  # of the note's parts, and of a name for a list
READ = {name: row for name, row in TABLE.items() if "get" in row.methods and ":" not in name}
OF_THE_PERSON = ("person", "edit-person", "write-note", "record-consent", "introductions", "agree-step", "tags")
OF_THE_TALK = ("one-to-one", "after-one-to-one")
SEARCHES = {"people": "q=", "search": "q=", "whom": "person="}
FILES = set(PeopleExport.Format.values) - {"calls"}  # made of a call list, which names no notes
BY_NAME_ALONE = "Zquillfeather"


@pytest.fixture
def one(cast: Cast) -> OneToOne:
    """A 1-2-1 that the leader has written up for herself alone."""
    new = NewOneToOne(cast.person("leader"), somebody(cast, "Amal Yusuf"), TODAY)
    one = record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)
    words = WrittenUp(
        new_uid(),
        TODAY,
        about_them="Zwhalebone",
        about_others="Zperiwinkle",
        reflection="Zmarzipan",
        names=(BY_NAME_ALONE,),
    )
    return write_up(one_to_one=one, written=words, at=NOW, by=cast.leader)


def addresses(cast: Cast, one: OneToOne) -> dict[str, str]:
    """Every address that answers to reading, of what she wrote about where there is such a record."""
    note = Note.objects.get()
    known = {name: {"uid": one.other.uid} for name in OF_THE_PERSON} | {"edit-note": {"uid": note.uid}}
    known |= {name: {"uid": one.uid} for name in OF_THE_TALK}
    found = addresses_of({name: row for name, row in READ.items() if name not in known}, cast)
    found |= {name: reverse(name, kwargs=words) for name, words in known.items()}
    for name, asked in SEARCHES.items():
        found |= {f"{name}: {word}": f"{reverse(name)}?{asked}{word}" for word in SECRETS}
    return found


def told(persona: str, client: Client, addresses: dict[str, str]) -> dict[str, set[str]]:
    """By address, what tells this persona of what was written; but for what the address itself says."""
    found = {}
    for name, address in addresses.items():
        row = READ[name.partition(":")[0]]
        if persona in row.opens | row.area | row.factor:
            response = client.get(address)
            body = b"".join(response) if response.streaming else response.content
            text = body.decode(errors="replace")
            if words := {word for word in SECRETS if word in text and word not in address}:
                found[name] = words
    return found


@pytest.mark.slow
def test_it_stands_in_no_answer_but_its_authors(cast: Cast, one: OneToOne, clients: dict[str, Client]) -> None:
    everywhere = addresses(cast, one)
    set_up_factor(cast.safeguarding)

    found = {name: told(name, clients[name], everywhere) for name in sorted({*PERSONAS, *STRANGERS} - {"leader"})}

    assert {name: where for name, where in found.items() if where} == {}


def test_the_proof_would_see_it(cast: Cast, one: OneToOne, clients: dict[str, Client]) -> None:
    """Its author meets it wherever the sweep looks for it; told to the group, so does her organiser."""
    where = {name: each for name, each in addresses(cast, one).items() if name in ("person", "one-to-one", "edit-note")}

    assert told("leader", clients["leader"], where).keys() == {"person", "one-to-one", "edit-note"}

    Note.objects.update(tier=Note.Tier.GROUP)
    assert told("organiser", clients["organiser"], where).keys() == {"person", "one-to-one"}


@pytest.mark.slow
def test_it_is_in_no_export(cast: Cast, one: OneToOne, tmp_path: Path, settings: Any) -> None:
    settings.DATA_DIR = tmp_path
    for file_format in FILES:
        wanted = Wanted(format=file_format, purpose="A list", chosen=list(FIELDS), letter="Dear all")
        export = request_export(groups=[cast.cardiff], wanted=wanted, at=NOW, by=cast.organiser)
        run_waiting()
        export.refresh_from_db()
        assert export.made_at is not None, file_format
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) >= len(FILES)
    assert [path.name for path in files if SECRETS & words_in(path.read_bytes())] == []


def words_in(content: bytes) -> set[str]:
    """Which of the secret words stand in a file, or in a file of files."""
    try:
        with ZipFile(io.BytesIO(content)) as parts:
            content = b"".join(parts.read(name) for name in parts.namelist())
    except BadZipFile:
        content = bytes(content)
    return {word for word in SECRETS if word.encode() in content}


def test_it_stands_in_its_own_row_alone(cast: Cast, one: OneToOne) -> None:
    """Nothing of it is in the audit, in what waits for the worker, in search or in the ledger: nor in any table."""
    entries = AuditEntry.objects.values_list("touched", "changes")
    assert SECRETS & words_in(json.dumps(list(entries), default=str).encode()) == set()
    assert set(tables_with(SECRETS)) == {Note, NameOnList}


def tables_with(words: set[str]) -> Iterator[Any]:
    """The models in whose rows one of these words stands."""
    for model in apps.get_models():
        rows = json.dumps(list(model._base_manager.values_list()), default=str)
        if any(word in rows for word in words):
            yield model
