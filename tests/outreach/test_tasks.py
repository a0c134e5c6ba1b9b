"""A telling by a mail server of flesh and blood: headers, a way out at one press, and nothing twice."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from m4c.core.worker import run_waiting
from m4c.outreach import tasks
from m4c.outreach.models import Telling, Told
from m4c.outreach.operations.telling import Words, send_telling, write_telling
from m4c.people.models import Consent
from tests.cast import Cast
from tests.factories import NOW, somebody
from tests.mail_server import mail_server, no_server, text_of
from tests.outreach.operations.test_telling import consent

WELSH = "Nos Iau am saith: dewch i'r tŷ â chân"


@pytest.fixture
def telling(cast: Cast) -> Telling:
    """What three people who agreed are told, sent off."""
    for name in ("Amal", "Bryn", "Cai"):
        person = somebody(cast, f"{name} Yusuf", emails=[f"{name.lower()}@example.org"])
        consent(cast, person, "email", "given")
    written = write_telling(group=cast.cardiff, said=Words(WELSH, "Dewch i'r tŷ."), at=NOW, by=cast.organiser)
    return send_telling(telling=written, at=timezone.now(), by=cast.organiser)


def states() -> dict[str, tuple[str, str]]:
    """What became of each letter."""
    rows = Told.objects.filter(means=Told.Means.EMAIL).select_related("person")
    return {row.person.given_name: (row.state, row.why) for row in rows}


def wait_is_over() -> None:
    """What was to be tried again later is due."""
    Told.objects.filter(state=Told.State.QUEUED).update(queued_at=timezone.now() - timedelta(minutes=1))


def test_a_telling_arrives_whole_and_ends_letters_at_one_press(telling: Telling, settings):
    with mail_server(settings) as server:
        run_waiting()
        tasks.send_letters.func(telling.pk)
    (letter,) = server.to("amal@example.org")
    assert (len(server.taken), letter["Subject"].strip(), letter["Precedence"]) == (3, WELSH, "bulk")
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    way_out = "".join(letter["List-Unsubscribe"].split()).strip("<>")
    assert ("Dewch i'r tŷ." in text_of(letter), way_out in text_of(letter)) == (True, True)
    path = way_out.removeprefix(settings.SITE_URL)
    assert Client().post(path, {"List-Unsubscribe": "One-Click"}).status_code in (200, 302)
    assert Consent.objects.filter(person__given_name="Amal").latest("pk").state == "withdrawn"


def test_one_address_that_is_refused_keeps_nobody_else_from_theirs(telling: Telling, settings):
    with mail_server(settings, {"bryn@example.org": "550 nobody here", "cai@example.org": "451 wait"}) as server:
        run_waiting()
        assert states() == {
            "Amal": ("told", ""),
            "Bryn": ("failed", "The mail server refuses the address (550)."),
            "Cai": ("queued", "The mail server asks to try again later (451)."),
        }
        assert Telling.objects.get().settled_at is None
        server.answers.clear()
        wait_is_over()
        tasks.go_on.func()
        run_waiting()
    assert [letter["To"] for letter in server.taken] == ["amal@example.org", "cai@example.org"]
    assert Telling.objects.get().settled_at is not None


def test_a_server_that_is_down_is_told_and_tried_again(telling: Telling, settings):
    no_server(settings)
    run_waiting()
    assert set(states().values()) == {("queued", "No mail server answers: ConnectionRefusedError.")}
    wait_is_over()
    with mail_server(settings) as server:
        for _again in range(2):
            tasks.go_on.func()
            run_waiting()
    assert len(server.taken) == 3
    assert set(states().values()) == {("told", "")}


def test_after_two_days_it_is_no_news_any_more(telling: Telling, settings):
    Telling.objects.update(goes_at=timezone.now() - timedelta(days=3))
    no_server(settings)
    run_waiting()
    assert set(states().values()) == {("failed", "No mail server answers: ConnectionRefusedError.")}
