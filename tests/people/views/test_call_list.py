"""A call list by the page: asked for with a purpose, read, printed, and as a file; for whoever made it."""

from collections.abc import Callable
from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.people.exports import tasks as export_tasks
from m4c.people.models import PeopleExport, Person, ProtectedLook, Protection
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import NOW, queries_of, somebody, words_of
from tests.importing import data_folder

__all__ = ["data_folder"]

SignIn = Callable[..., Client]
SELECTION = reverse("people-selection")


def asked(client: Client, *people: Person) -> str:
    """The address of a call list of these people."""
    ticked = "&".join(f"picked={person.uid}" for person in people)
    return client.post(f"{SELECTION}?what=calls&{ticked}", {"purpose": "The assembly"})["Location"]


def test_it_is_asked_for_read_and_taken_as_a_file(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    client = sign_in(cast.leader)
    silent = somebody(cast, "Bet =Yusuf", met_by=cast.person("leader"))
    address = asked(client, amal, silent)
    body = words_of(client.get(address))
    for words in ("The assembly", "07700 900101", "Last contact", "We have no number of theirs."):
        assert words in body
    file = client.get(f"{address}file/")
    lines = file.content.decode("utf-8-sig").splitlines()
    assert lines[0] == "Name,Phone,Last contact,What came of it"
    assert lines[1].startswith("Amal Yusuf,07700 900101,")
    assert (len(lines), file["Cache-Control"]) == (2, "private, no-store")


def test_without_a_purpose_nothing_is_made(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    client = sign_in(cast.organiser)
    words_of(client.post(f"{SELECTION}?what=calls&picked={amal.uid}", {"purpose": " "}), 422)
    assert not PeopleExport.objects.exists()


def test_it_is_on_record_among_what_was_taken_out(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    address = asked(sign_in(cast.leader), amal)
    export = PeopleExport.objects.get()
    watcher = sign_in(cast.data_protection, second_factor=True)
    body = words_of(watcher.get(reverse("exports")))
    assert "The assembly" in body
    assert "Call list" in body
    assert words_of(watcher.get(reverse("export", args=[export.uid])))
    assert watcher.get(address).status_code in (403, 404)


def test_nobody_else_opens_it_and_after_two_days_nobody(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    client = sign_in(cast.organiser)
    address = asked(client, amal)
    assert sign_in(cast.national_organiser).get(address).status_code == 404
    PeopleExport.objects.update(requested_at=timezone.now() - timedelta(days=3))
    export_tasks.forget_old_exports.call()
    assert PeopleExport.objects.get().picked == []
    assert sign_in(cast.organiser).get(address).status_code == 404


def test_her_contact_reads_how_to_reach_her_safely_and_that_is_logged(
    cast: Cast, amal: Person, sign_in: SignIn
) -> None:
    keep_safe(person=amal, by=cast.leader, at=NOW, safe_contact_note="Text only.")
    Protection.objects.filter(person=amal).update(contact=cast.person("leader"))
    client = sign_in(cast.leader)
    address = asked(client, amal)
    body = words_of(client.get(address))
    assert "Text only." in body
    assert "07700 900101" not in body
    assert list(ProtectedLook.objects.values_list("by", "door")) == [(cast.leader.pk, "call-list")]
    assert "Amal" not in client.get(f"{address}file/").content.decode()


def test_page_takes_the_same_queries_for_one_and_three(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.organiser)
    people = [somebody(cast, f"Person{each} Yusuf", phones=[f"+44770090010{each}"]) for each in range(3)]
    counts = [queries_of(client, asked(client, *some)) for some in (people[:1], people)]
    assert counts[0] == counts[1] <= 14


def test_what_came_of_it_is_one_tap(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    client = sign_in(cast.organiser)
    address = asked(client, amal)
    tap = f"{address}calls/{amal.uid}/"
    assert client.post(tap, {"outcome": "reached"})["Location"] == address
    assert 'aria-pressed="true"' in client.get(address).content.decode()
    assert "Reached by phone" in words_of(client.get(reverse("person", args=[amal.uid])))
    assert client.post(tap, {"outcome": "gold"}).status_code == 404
    client.post(tap, {"outcome": "never"})
    assert "Objected on" in words_of(client.get(address))
