"""The pages of telling a group: written, looked at, sent off, shared out, and told one by one."""

from datetime import timedelta

from django.core import mail
from django.test import Client
from django.urls import reverse

from m4c.core.worker import run_waiting
from m4c.outreach.models import Telling, Told
from m4c.outreach.share import share_of
from m4c.people.models import BirthBand, Consent
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import NOW, TODAY, gathering, queries_of, signed_in, words_of
from tests.outreach.operations.test_telling import reachable, sent

NEW = {"group": "cardiff", "subject": "Thursday", "words": "Come and see.", "chat_words": "Thursday 7pm!"}


def page(telling: Telling, name: str = "telling") -> str:
    """An address of a telling."""
    return reverse(name, kwargs={"uid": telling.uid})


def test_a_telling_is_lived_through(cast: Cast) -> None:
    reachable(cast)
    event, client = gathering(cast, days=9000), signed_in(cast, "organiser")
    assert "Tell the group" in words_of(client.get(reverse("event", kwargs={"uid": event.uid})))
    client.post(f"{reverse('write-telling')}?event={event.uid}", NEW)
    telling = Telling.objects.get()
    text = words_of(client.get(page(telling)))
    assert "Thursday 7pm!" in text
    assert "By printed letter" in text
    client.post(page(telling, "change-telling"), {**NEW, "subject": "On Thursday"})
    client.post(page(telling, "send-telling"))
    run_waiting()
    assert [letter.subject for letter in mail.outbox] == ["On Thursday"]
    client.post(page(telling, "share-out-telling"), {"tellers": [str(cast.person("leader").uid)]})
    leader = signed_in(cast, "leader")
    share = words_of(leader.get(page(telling, "telling-share")))
    assert "07700 900123" in share
    assert "1 Heol y Bont" in share
    row = Told.objects.filter(teller=cast.person("leader")).first()
    assert row is not None
    leader.post(reverse("say-told", kwargs={"uid": row.uid, "state": "told"}))
    row.refresh_from_db()
    assert row.state == Told.State.TOLD


def test_a_share_names_nobody_who_objected_since(cast: Cast) -> None:
    person = reachable(cast)["call"]
    telling, client = sent(cast), signed_in(cast, "leader")
    Told.objects.filter(telling=telling).update(teller=cast.person("leader"))
    facts = {"purpose": "all", "state": Consent.State.OBJECTED, "source": "Told us", "taken_by": cast.operator}
    Consent.objects.create(person=person, channel="phone", at=NOW, **facts)
    assert "07700 900123" not in words_of(client.get(page(telling, "telling-share")))


def test_a_share_tells_how_to_reach_nobody_kept_safe_since(cast: Cast) -> None:
    person = reachable(cast)["call"]
    telling, client = sent(cast), signed_in(cast, "leader")
    Told.objects.filter(telling=telling).update(teller=cast.person("leader"))
    keep_safe(person=person, contact=cast.person("leader"), at=NOW, by=cast.leader)
    text = words_of(client.get(page(telling, "telling-share")))
    told = [person.name, "Open their own page first", "07700 900123"]
    assert [words in text for words in told] == [True, True, False]


def test_a_share_gives_no_number_of_somebody_under_18(cast: Cast) -> None:
    person = reachable(cast)["call"]
    telling, client = sent(cast), signed_in(cast, "leader")
    Told.objects.filter(telling=telling).update(teller=cast.person("leader"))
    facts = {"band": BirthBand.Band.YOUNG, "told_on": TODAY, "recorded_by": cast.operator}
    BirthBand.objects.create(person=person, **facts)
    assert "07700 900123" not in words_of(client.get(page(telling, "telling-share")))


def test_the_letters_of_a_share_are_printed_until_they_are_told(cast: Cast) -> None:
    person = reachable(cast)["letter"]
    telling, client = sent(cast), signed_in(cast, "leader")
    Told.objects.filter(telling=telling).update(teller=cast.person("leader"))
    assert "Print 1 letter" in words_of(client.get(page(telling, "telling-share")))
    text = words_of(client.get(page(telling, "share-letters")))
    assert text.count("letter-sheet") == 1
    assert "1 Heol y Bont" in text
    Told.objects.filter(telling=telling, person=person).update(state=Told.State.TOLD)
    assert "No letters wait" in words_of(client.get(page(telling, "share-letters")))


def test_a_refused_telling_keeps_its_words(cast: Cast) -> None:
    answer = signed_in(cast, "organiser").post(reverse("write-telling"), {**NEW, "subject": ""})
    assert "Come and see." in words_of(answer, 422)


def test_sharing_with_nobody_is_refused_on_the_page(cast: Cast) -> None:
    reachable(cast)
    answer = signed_in(cast, "organiser").post(page(sent(cast), "share-out-telling"), {})
    assert "Who takes a share?" in words_of(answer, 422)


def test_the_share_takes_the_same_queries_for_one_and_many(cast: Cast) -> None:
    reachable(cast)
    telling, client = sent(cast), signed_in(cast, "leader")
    Told.objects.filter(pk=Told.objects.filter(telling=telling)[0].pk).update(teller=cast.person("leader"))
    queries_of(client, page(telling, "telling-share"))
    one = queries_of(client, page(telling, "telling-share"))
    Told.objects.filter(telling=telling).update(teller=cast.person("leader"))
    assert queries_of(client, page(telling, "telling-share")) == one <= 30


def test_whom_one_settled_last_stands_after_those_who_wait(cast: Cast) -> None:
    reachable(cast)
    telling = sent(cast)
    Told.objects.filter(telling=telling).update(teller=cast.person("leader"))
    first, second = Told.objects.filter(telling=telling).order_by("pk")[:2]
    for row in (first, second):
        Told.objects.filter(pk=row.pk).update(state=Told.State.TOLD, settled_at=NOW + timedelta(minutes=row.pk))
    lines = [line.told.pk for line in share_of(cast.leader, telling.pk, NOW)]
    assert lines[-2:] == [second.pk, first.pk]
    assert len(lines) == Told.objects.filter(telling=telling).count()


def test_the_link_in_a_letter_shows_a_button_and_one_press_is_enough(cast: Cast) -> None:
    reachable(cast)
    sent(cast)
    way_out = mail.outbox[0].body.rpartition("http")[2].strip()
    path, stranger = "/" + way_out.partition("//")[2].partition("/")[2], Client()
    assert "No more letters, please" in words_of(stranger.get(path))
    assert not Consent.objects.filter(state="withdrawn").exists()
    assert "We write to you no more" in words_of(stranger.post(path, {"List-Unsubscribe": "One-Click"}))
    assert Consent.objects.filter(state="withdrawn").count() == 1
    assert stranger.post(path.replace("letters/", "letters/x")).status_code == 404
