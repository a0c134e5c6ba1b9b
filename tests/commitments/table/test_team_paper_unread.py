"""What the team alone knows of a negotiation is planted with words of its own, and every address, file and command is
asked for them: nobody outside the team meets one, and the team itself meets them on the negotiation's page alone.
"""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from click.testing import CliRunner
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponseBase
from django.test import Client
from django.urls import NoReverseMatch, reverse

from m4c.cli.main import main
from m4c.commitments.assembly.show import SHEETS
from m4c.commitments.models import Negotiation
from m4c.commitments.operations.commitment import NewCommitment, make_commitment
from m4c.commitments.operations.minute import send_minute, write_minute
from m4c.commitments.operations.negotiation import close_negotiation, put_on_team, seat_other_side, word_team_paper
from m4c.commitments.operations.publishing import publish_commitment
from m4c.core.models import AuditEntry
from m4c.people.access.files import path_by_link
from m4c.people.models import Engagement
from tests.access.all_rows import TABLE
from tests.cast import Cast
from tests.commitments.tabling import a_councillor, a_grid, a_table, an_answer, an_ask, an_assembly
from tests.commitments.winning import a_campaign
from tests.factories import NOW, TODAY, signed_in
from tests.house_rules.routes import addresses
from tests.importing import data_folder
from tests.people.access.copies import copy_of

__all__ = ["data_folder"]

FALL_BACK, WALK_AWAY, NOTES = "Twomeetingsplover", "Doorhandlequartz", "Teawithlemonbadger"
WORDS = (FALL_BACK, WALK_AWAY, NOTES)
PROMISE = "I will meet you three times before May."
COMMANDS = (
    "report commitments --format {}",
    "report campaign Light-on-the-stairs --format {}",
    "report silence --format {}",
    "report so-far --from 2010-01-01 --to 2030-01-01 --format {}",
    "export commitments --format {}",
    "export progress --format {}",
)
FORMATS = ("text", "json", "csv", "html")
PLAIN = (f"people search {NOTES} --format json", "ledger rebuild", "group tree", "check")


@pytest.fixture
def scene(cast: Cast) -> dict[str, str]:
    """A table from its asks to its minute, with the team's paper; what to ask for, by where its page begins."""
    campaign, by = a_campaign(cast), cast.organiser
    table, councillor = a_table(cast, campaign=campaign), a_councillor(cast)
    leader = cast.person("leader")
    word_team_paper(negotiation=table, fall_back=FALL_BACK, walk_away=WALK_AWAY, notes=NOTES, at=NOW, by=by)
    put_on_team(negotiation=table, person=cast.person("organiser"), part="chair", at=NOW, by=by)
    seat_other_side(negotiation=table, powerholder=councillor, at=NOW, by=by)
    ask = an_ask(cast, table, asked_by=leader, asked_on=TODAY)
    answer = an_answer(cast, ask, words=PROMISE, witnesses=[leader])
    new = NewCommitment(councillor, TODAY, PROMISE, ask=ask, answer=answer, campaign=campaign)
    commitment = make_commitment(group=cast.cardiff, new=new, at=NOW, by=by)
    publish_commitment(commitment=commitment, at=NOW, by=by)
    close_negotiation(negotiation=table, result="agreed", words="They meet us", at=NOW, by=by)
    minute = write_minute(meeting=table, at=NOW, by=by)
    send_minute(minute=minute, sent_to="Her office", how="", on=TODAY, at=NOW, by=by)
    assembly = an_assembly(cast, campaign=campaign)
    return {
        "organise/negotiations/": str(table.uid),
        "organise/asks/": str(ask.uid),
        "organise/answers/": str(answer.uid),
        "organise/minutes/": str(minute.uid),
        "organise/grids/": str(a_grid(cast, councillor).uid),
        "organise/assemblies/": str(assembly.uid),
        "organise/events/": str(table.event.uid),
        "organise/campaigns/": str(campaign.uid),
        "organise/commitments/": str(commitment.uid),
        "organise/power/": str(councillor.uid),
        "organise/people/": str(leader.uid),
        "slug": commitment.slug,
    }


def everywhere(scene: dict[str, str]) -> Iterator[str]:
    """Every address of ours that answers when asked, of the record whose page it is, of its group, and searches."""
    for address in addresses():
        if address.mounted or "get" not in getattr(TABLE.get(address.name), "methods", ()):
            continue
        uids = [{"uid": uid} for where, uid in scene.items() if address.where.startswith(where)]
        slugs = [{"slug": slug} for slug in ("cardiff", "light-on-the-stairs", scene["slug"])]
        for named in ({}, *slugs, *uids):
            try:
                yield reverse(address.name, kwargs=named)
            except NoReverseMatch:
                continue
    for role in SHEETS:
        yield reverse("assembly-sheet", kwargs={"uid": scene["organise/assemblies/"], "role": role})
    for name in ("people", "search", "powerholders", "commitments"):
        yield from (f"{reverse(name)}?q={word}" for word in (*WORDS, "Councillor"))


def told(response: HttpResponseBase) -> str:
    """All that an answer says."""
    body = b"".join(response) if response.streaming else response.content  # type: ignore[attr-defined]
    return str(body.decode(errors="replace"))


def met(text: str, asked: str = "") -> list[str]:
    """Which of the words stand in a text; those of a search come back in its own box."""
    return [word for word in WORDS if word in text and word not in asked]


@pytest.mark.slow
@pytest.mark.parametrize("persona", ["organiser", "national_organiser", "data_protection", "editor", "anonymous"])
def test_it_stands_at_no_address_but_its_own(
    cast: Cast, scene: dict[str, str], caplog: pytest.LogCaptureFixture, persona: str
) -> None:
    client = Client()
    if persona != "anonymous":
        account = getattr(cast, persona)
        Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={"secret": "x"})
        client = signed_in(cast, persona)
    client.raise_request_exception = False
    found, statuses = {}, set()
    with caplog.at_level(logging.INFO):
        for address in dict.fromkeys(everywhere(scene)):
            response = client.get(address)
            statuses.add(response.status_code)
            if words := met(told(response), address):
                found[address] = words
    own = reverse("negotiation", kwargs={"uid": scene["organise/negotiations/"]})
    its_own = {own: list(WORDS)} if persona == "organiser" else {}  # who made it; so that the proof could fail
    assert (found, 200 in statuses, 500 in statuses, met(caplog.text)) == (its_own, True, False, [])


def test_its_page_does_not_print_it(cast: Cast, scene: dict[str, str]) -> None:
    """It stands in one section, which the style sheet leaves out of print."""
    page = told(signed_in(cast, "organiser").get(reverse("negotiation", args=[scene["organise/negotiations/"]])))
    head, own = page.split('class="section own-paper"', 1)
    inside, tail = own.split("</section>", 1)
    assert (met(head), met(inside), met(tail)) == ([], list(WORDS), [])
    sheet = Path("static/css/at_table.css").read_text().split("@media print", 1)[1]
    assert ".own-paper { display: none; }" in sheet


def test_no_audit_entry_and_no_row_of_the_ledger_has_it(scene: dict[str, str]) -> None:
    entries = json.dumps(list(AuditEntry.objects.values()), cls=DjangoJSONEncoder)
    rows = json.dumps(list(Engagement.objects.values()), cls=DjangoJSONEncoder)
    assert ("commitments.word_team_paper" in entries, met(entries), "negotiated" in rows, met(rows)) == (
        True,
        [],
        True,
        [],
    )


def test_the_copy_that_one_of_the_team_is_given_has_it_not(
    cast: Cast, scene: dict[str, str], data_folder: Path
) -> None:
    pack = copy_of(cast, cast.person("organiser"))
    text = path_by_link(pack, "json").read_text()
    assert (pack.state, "chair" in text, met(text)) == ("made", True, [])


def words_in(command: str) -> list[str]:
    """The words of a command, of which the campaign's name is one."""
    return [word.replace("-on-the-", " on the ") for word in command.split()]


def test_no_command_says_it(cast: Cast, scene: dict[str, str]) -> None:
    asked = [*PLAIN, *(command.format(kind) for command in COMMANDS for kind in FORMATS)]
    told = {one: CliRunner().invoke(main, words_in(one), catch_exceptions=False) for one in asked}
    assert {one: words for one, answer in told.items() if (words := met(answer.output, one))} == {}
    said = {one: answer.exit_code for one, answer in told.items()}
    for command in (*PLAIN, *(command.format("json") for command in COMMANDS)):
        assert said[command] == 0, told[command].output
    assert PROMISE in told["export commitments --format json"].output
    assert Negotiation.objects.count() == 1
