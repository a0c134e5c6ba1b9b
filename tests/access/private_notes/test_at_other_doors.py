"""Nobody but its author meets a word of it in the copy made for whom it is about, an export, an audit entry, any other
table, or a command.
"""

import json
from importlib.util import find_spec
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.core.serializers.json import DjangoJSONEncoder
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.cli.main import main
from m4c.core.models import AuditEntry
from m4c.core.worker import run_waiting
from m4c.listening.models import Story
from m4c.people.access.files import path_by_link, path_of
from m4c.people.exports.fields import FIELDS
from m4c.people.exports.files import path_of as export_path_of
from m4c.people.models import AccessPack, NameOnList, Note, PeopleExport, RightsRequest
from m4c.people.operations import access_pack
from m4c.people.operations.people_export import Wanted, request_export
from m4c.people.operations.rights_request import RightsRefused
from m4c.people.permissions import EXPORT_PEOPLE
from tests.access.private_notes.planted import (
    NOTED,
    OF_THEM,
    STORY,
    THOUGHTS,
    TITLE,
    Planted,
    met,
    met_in_file,
    tables_with_them,
    told,
)
from tests.access.test_access import set_up_factor
from tests.cast import Cast
from tests.factories import words_of

FILES = sorted({*PeopleExport.Format.values} - {"calls"})  # made of a call list, which names no notes
AS_TEXT = {"csv", "json", "vcard"}
COMMANDS = (
    "people search Amal --format json",
    "people search {word} --format json",
    "people rebuild-search",
    "ledger rebuild",
    "group tree",
    "check",
    "report so-far --format json --from 2010-01-01 --to 2030-01-01",
)


def test_whoever_makes_the_copy_takes_no_word_of_it(cast: Cast, pack: AccessPack, clients: dict[str, Client]) -> None:
    set_up_factor(cast.data_protection)
    client = clients["data_protection"]
    page = words_of(client.get(reverse("access-pack", kwargs={"uid": pack.request.uid})))
    assert (pack.state, met(page), page.count("A private note by Bethan Griffiths")) == ("made", [], 3)
    taken = told(client.post(reverse("take-access-file", kwargs={"uid": pack.uid, "file": "json"})))
    assert (met(taken), taken.count("For you alone")) == ([], 3)
    assert path_of(pack, "pdf") != path_by_link(pack, "pdf")


def test_whom_it_is_about_is_given_it_but_for_what_tells_of_others(pack: AccessPack) -> None:
    assert met(path_by_link(pack, "json").read_text()) == [OF_THEM, THOUGHTS, NOTED, TITLE, STORY]
    assert "Held back: it tells of other people." in path_by_link(pack, "json").read_text()


def test_nothing_is_decided_of_it_by_whoever_makes_the_copy(cast: Cast, planted: Planted, pack: AccessPack) -> None:
    with pytest.raises(RightsRefused):
        access_pack.decide(
            request=RightsRequest.objects.get(),
            entry=f"people.note:{planted.noted.pk}",
            choice="include",
            at=timezone.now(),
            by=cast.data_protection,
        )


@pytest.mark.slow
@pytest.mark.parametrize("file_format", FILES)
def test_no_file_of_people_has_it(cast: Cast, planted: Planted, data_folder: Path, file_format: str) -> None:
    by = cast.organiser
    wanted = Wanted(format=file_format, purpose="Invitations", chosen=list(FIELDS), letter="Dear all")
    export = request_export(groups=by.groups_for(EXPORT_PEOPLE), wanted=wanted, at=timezone.now(), by=by)
    run_waiting()
    made = export_path_of(PeopleExport.objects.get(pk=export.pk))
    assert file_format not in AS_TEXT or "Amal" in made.read_text()
    files = [path for path in data_folder.rglob("*") if path.is_file()]
    assert made in files
    assert [path.name for path in files if met_in_file(path.read_bytes())] == []


def test_no_audit_entry_has_it(pack: AccessPack) -> None:
    entries = json.dumps(list(AuditEntry.objects.values()), cls=DjangoJSONEncoder)
    assert ("people.write_note" in entries, met(entries)) == (True, [])


def test_it_stands_in_its_own_rows_alone(planted: Planted) -> None:
    """Nothing of it is in what waits for the worker, in search or in the ledger: nor in any table."""
    assert tables_with_them() == {Note, NameOnList, Story}


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_says_it(planted: Planted, command: str) -> None:
    words = [word.format(word=OF_THEM) for word in command.split()]
    answer = CliRunner().invoke(main, words, catch_exceptions=False)
    assert (answer.exit_code, met(answer.output, command.format(word=OF_THEM))) == (0, [])


def test_doors_that_are_to_come_are_asked_here_too() -> None:
    """Neither an API nor a command that lists a backup stands yet. Whoever builds one lets it be asked above first."""
    assert find_spec("m4c.api") is None
    assert not {"backup", "restore"} & set(main.commands)
