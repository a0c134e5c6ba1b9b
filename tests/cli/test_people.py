"""`m4c people`: finding people from the command line, as one account sees them or as the operator does."""

import json
from uuid import uuid4

import pytest
from click.testing import CliRunner

from m4c.cli.people import people
from m4c.core.errors import Refused
from m4c.people.models import Person, PersonAlias
from m4c.people.operations.person import NewPerson, add_person
from tests.cast import Cast


def run(*words: str) -> str:
    return CliRunner().invoke(people, words, catch_exceptions=False).stdout


@pytest.fixture
def kit(cast: Cast) -> Person:
    new = NewPerson("Kit", "Szymański", emails=["kit.sz@example.org"], postcode="CF3 0LN")
    return add_person(group=cast.cardiff, new=new, by=cast.operator)


def test_search_tells_who_it_is(cast: Cast, kit: Person) -> None:
    assert json.loads(run("search", "szymanski", "--format", "json")) == [
        {
            "uid": str(kit.uid),
            "name": "Kit Szymański",
            "email": "kit.sz@example.org",
            "postcode": "CF3 0LN",
            "groups": ["Cardiff"],
        }
    ]
    assert run("search", "szymanski") == "Kit Szymański  kit.sz@example.org  CF3 0LN  Cardiff\n"


def test_search_takes_what_begins_like_an_option_for_a_name(cast: Cast, kit: Person) -> None:
    assert [each["uid"] for each in json.loads(run("search", "-kit", "--format", "json"))] == [str(kit.uid)]


def test_search_as_an_account_finds_whom_it_sees(cast: Cast, kit: Person) -> None:
    organiser, elsewhere = str(cast.organiser.email), str(cast.organiser_elsewhere.email)
    assert "Kit" in run("search", "szymanski", "--as", organiser.upper())
    assert run("search", "szymanski", "--as", elsewhere) == "Nobody found.\n"
    with pytest.raises(Refused, match="No account signs in by “nobody"):
        run("search", "szymanski", "--as", "nobody@example.org")


def test_rebuild_search_says_what_it_changed(cast: Cast, kit: Person) -> None:
    assert run("rebuild-search") == "Everybody is found by what their record says: nothing to change.\n"
    Person.objects.filter(pk=kit.pk).update(family_name="Eze")
    assert json.loads(run("rebuild-search", "--format", "json")) == {"added": 0, "changed": 1, "withdrawn": 0}
    Person.objects.filter(pk=kit.pk).update(family_name="Eze-Eze")
    assert run("rebuild-search").startswith("Added 0, changed 1, withdrew 0 in ")


def test_search_by_a_uid_knows_old_ones_too(cast: Cast, kit: Person) -> None:
    old = uuid4()
    PersonAlias.objects.create(person=kit, answers_to=old)
    for uid in (old, kit.uid):
        assert [each["uid"] for each in json.loads(run("search", str(uid), "--format", "json"))] == [str(kit.uid)]
    assert json.loads(run("search", str(uuid4()), "--format", "json")) == []
