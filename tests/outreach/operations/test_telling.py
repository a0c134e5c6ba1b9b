"""A group is told something: by letter where that is open, once each, and from person to person otherwise."""

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from m4c.core.errors import NotAllowed
from m4c.core.permissions import Role
from m4c.core.worker import run_waiting
from m4c.outreach import tasks
from m4c.outreach.models import Telling, Told
from m4c.outreach.operations.telling import (
    TellingRefused,
    Words,
    call_off_telling,
    change_telling,
    claim_letters,
    gather_some,
    say_told,
    send_telling,
    settle_letters,
    settle_telling,
    share_out,
    stop_letters,
    write_telling,
)
from m4c.people.models import Account, AccountRole, Consent, Person
from m4c.people.models.account import website
from m4c.people.operations.consent import record_consent
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import NOW, doers, gathering, somebody

SAID = Words(" Thursday at seven ", "The shop is empty.\n\nCome.", "")


def written(cast: Cast) -> Telling:
    """What Cardiff's organiser means to tell Cardiff."""
    return write_telling(group=cast.cardiff, said=SAID, at=NOW, by=cast.organiser)


def reachable(cast: Cast) -> dict[str, Person]:
    """Somebody of Cardiff for each means."""
    agreed = somebody(cast, "Amal Yusuf", emails=["amal@example.org"])
    consent(cast, agreed, "email", "given")
    return {
        "email": agreed,
        "call": somebody(cast, "Bryn Cole", emails=["bryn@example.org"], phones=["+447700900123"]),
        "letter": somebody(cast, "Cai Dunn", address="1 Heol y Bont", postcode="CF10 1EP"),
        "none": somebody(cast, "Dilys Ebo"),
    }


def consent(cast: Cast, person: Person, channel: str, state: str, purpose: str = "news") -> None:
    """Something that somebody said."""
    said = {"channel": channel, "purpose": purpose, "state": state, "source": "Stall", "wording": "Yes"}
    record_consent(person=person, at=NOW - timedelta(days=9), by=cast.operator, **said)


def sent(cast: Cast) -> Telling:
    """The same, sent off and worked through."""
    telling = send_telling(telling=written(cast), at=NOW, by=cast.organiser)
    run_waiting()
    return Telling.objects.get(pk=telling.pk)


def told(telling: Telling, person: Person) -> Told:
    """What became of somebody in it."""
    return Told.objects.get(telling=telling, person=person)


def test_it_is_written_as_given_and_the_chat_says_the_same(cast: Cast) -> None:
    telling = written(cast)
    assert (telling.subject, telling.chat_words) == ("Thursday at seven", telling.words)
    assert telling.goes_at is None


def test_only_organisers_of_the_group_tell_it(cast: Cast) -> None:
    assert doers(lambda by: write_telling(group=cast.cardiff, said=SAID, at=NOW, by=by), cast) == {
        "organiser",
        "national_organiser",
    }


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (Words(" ", "Come."), "subject"),
        (Words("a\nb", "Come."), "subject"),
        (Words("a\rb", "Come."), "subject"),
        (Words("a", " "), "words"),
    ],
)
def test_nothing_is_told_without_a_line_and_a_word(cast: Cast, said: Words, field: str) -> None:
    with pytest.raises(TellingRefused) as refused:
        write_telling(group=cast.cardiff, said=said, at=NOW, by=cast.organiser)
    assert refused.value.field == field


def test_a_subject_names_no_event_that_not_everybody_may_know_of(cast: Cast) -> None:
    quiet, open_to_all = gathering(cast, title="Night shelter"), gathering(cast, title="Fair", visibility="public")
    facts: dict[str, Any] = {"group": cast.cardiff, "at": NOW, "by": cast.organiser}
    for subject in ("The night shelter", "Cardiff on Thursday"):
        with pytest.raises(TellingRefused):
            write_telling(event=quiet, said=Words(subject, "Come."), **facts)
    telling = write_telling(event=quiet, said=SAID, **facts)
    with pytest.raises(TellingRefused):
        change_telling(telling=telling, said=Words("Night shelter", "Come."), by=cast.organiser)
    assert write_telling(event=open_to_all, said=Words("The fair in Cardiff", "Come."), **facts).event == open_to_all


def test_each_is_told_by_the_first_means_that_is_open(cast: Cast) -> None:
    people = reachable(cast)
    telling = sent(cast)
    assert {name: told(telling, person).means for name, person in people.items()} == {name: name for name in people}
    assert telling.settled_at is not None


def test_one_letter_goes_to_each_who_agreed_with_a_way_out(cast: Cast) -> None:
    people = reachable(cast)
    telling = sent(cast)
    assert [letter.to for letter in mail.outbox] == [["amal@example.org"]]
    letter = mail.outbox[0]
    assert letter.subject == "Thursday at seven"
    assert "/no-more-letters/" in letter.body
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert told(telling, people["email"]).state == Told.State.TOLD


def test_running_everything_again_sends_nothing_again(cast: Cast) -> None:
    reachable(cast)
    telling = sent(cast)
    for task in (tasks.gather, tasks.send_letters):
        Telling.objects.update(settled_at=None, gathered_at=None)
        task.enqueue(telling.pk)
        run_waiting()
    assert len(mail.outbox) == 1
    assert Told.objects.filter(means=Told.Means.EMAIL).count() == 1


def test_a_letter_that_was_taken_out_of_the_queue_is_never_sent_by_another(cast: Cast) -> None:
    person = reachable(cast)["email"]
    telling = send_telling(telling=written(cast), at=NOW, by=cast.organiser)
    tasks.gather.func(telling.pk)
    claimed = claim_letters(telling=telling, at=timezone.now(), by=Account.objects.of_system(Role.WORKER))
    assert [one.person for one, _token in claimed.letters] == [person]
    tasks.send_letters.func(telling.pk)  # as if the first machine had stopped: a person sees it, nobody writes twice
    assert mail.outbox == []
    assert told(telling, person).state == Told.State.FAILED


def test_a_change_of_mind_before_the_letter_goes_is_obeyed(cast: Cast) -> None:
    person = reachable(cast)["email"]
    telling = send_telling(telling=written(cast), at=NOW, by=cast.organiser)
    tasks.gather.func(telling.pk)
    consent(cast, person, "email", "objected", "all")
    tasks.send_letters.func(telling.pk)
    assert mail.outbox == []
    assert told(telling, person).state == Told.State.HELD_BACK


def test_whoever_is_kept_safe_or_elsewhere_is_not_told(cast: Cast) -> None:
    safe, elsewhere = somebody(cast, "Eira Ffion"), somebody(cast, "Gwil Hart", cast.manchester)
    keep_safe(person=safe, at=NOW, by=cast.organiser, contact=cast.person("organiser"))
    telling = sent(cast)
    assert not Told.objects.filter(telling=telling, person__in=[safe, elsewhere]).exists()


def test_what_is_called_off_stops_and_what_is_on_its_way_is_not_rewritten(cast: Cast) -> None:
    reachable(cast)
    telling = send_telling(telling=written(cast), at=NOW, by=cast.organiser)
    for again in (
        lambda: send_telling(telling=telling, at=NOW, by=cast.organiser),
        lambda: change_telling(telling=telling, said=SAID, by=cast.organiser),
    ):
        with pytest.raises(TellingRefused, match="on its way"):
            again()
    call_off_telling(telling=telling, at=NOW, by=cast.organiser)
    run_waiting()
    assert mail.outbox == []


def test_nothing_goes_once_its_maker_may_write_to_the_group_no_more(cast: Cast) -> None:
    reachable(cast)
    send_telling(telling=written(cast), at=NOW, by=cast.organiser)
    AccountRole.objects.filter(account=cast.organiser).update(ended_at=NOW)
    run_waiting()
    assert mail.outbox == []
    assert not Told.objects.exists()


def test_the_rest_is_shared_out_evenly_and_ones_own_people_first(cast: Cast) -> None:
    people = reachable(cast)
    telling, leader, organiser = sent(cast), cast.person("leader"), cast.person("organiser")
    rows = share_out(telling=telling, tellers=[leader, organiser], by=cast.organiser)
    shares = Counter(row.teller_id for row in Told.objects.filter(pk__in=[row.pk for row in rows]))
    assert abs(shares[leader.pk] - shares[organiser.pk]) <= 1
    assert told(telling, people["email"]).teller is None
    assert share_out(telling=telling, tellers=[leader], by=cast.organiser) == []


def test_one_says_who_of_ones_own_share_was_told(cast: Cast) -> None:
    person = reachable(cast)["call"]
    telling = sent(cast)
    share_out(telling=telling, tellers=[cast.person("leader")], by=cast.organiser)
    row = say_told(told=told(telling, person), state="told", at=NOW, by=cast.leader)
    assert (row.state, row.settled_by, row.settled_at) == (Told.State.TOLD, cast.leader, NOW)
    assert say_told(told=row, state="waiting", at=NOW, by=cast.leader).settled_at is None
    Told.objects.filter(pk=row.pk).update(teller=cast.person("organiser"))
    with pytest.raises(TellingRefused, match="somebody else's"):
        say_told(told=told(telling, person), state="told", at=NOW, by=cast.leader)


def test_who_organises_elsewhere_says_nothing_of_anothers_share_here(cast: Cast) -> None:
    person = reachable(cast)["call"]
    telling = sent(cast)
    facts = {"role": Role.ORGANISER, "group": cast.manchester, "given_by": cast.operator}
    AccountRole.objects.create(account=cast.leader, **facts)
    with pytest.raises(TellingRefused, match="somebody else"):
        say_told(told=told(telling, person), state="told", at=NOW, by=cast.fresh("leader"))


def test_one_press_on_a_letters_link_ends_letters_for_good(cast: Cast) -> None:
    person = reachable(cast)["email"]
    telling = sent(cast)
    token = mail.outbox[0].body.rpartition("/no-more-letters/")[2].strip().strip("/")
    for _press in range(2):
        stop_letters(token=token, at=NOW, by=website())
    said = Consent.objects.filter(person=person, channel="email", state=Consent.State.WITHDRAWN)
    assert said.count() == 1
    with pytest.raises(TellingRefused):
        stop_letters(token="made-up", at=NOW, by=website())
    assert told(telling, person).token_hash != token


def test_gathering_sending_and_settling_are_the_softwares_alone(cast: Cast) -> None:
    reachable(cast)
    telling = send_telling(telling=written(cast), at=NOW, by=cast.organiser)
    worker = Account.objects.of_system(Role.WORKER)
    with pytest.raises(NotAllowed):
        gather_some(telling=telling, at=NOW, by=cast.organiser)
    assert "email" in {row.means for row in gather_some(telling=telling, at=NOW, by=worker)}
    assert gather_some(telling=telling, at=NOW, by=worker) == []
    ((row, _token),) = claim_letters(telling=telling, at=NOW, by=worker).letters
    settle_letters(telling=telling, outcomes={row: ("queued", "Later.")}, at=NOW, by=worker)
    settle_telling(telling=telling, at=NOW, by=worker)
    assert (telling.settled_at, claim_letters(telling=telling, at=NOW, by=worker).letters) == (None, [])
    settle_letters(telling=telling, outcomes={row: ("told", "")}, at=NOW, by=worker)
    settle_telling(telling=telling, at=NOW, by=worker)
    assert telling.settled_at == NOW
