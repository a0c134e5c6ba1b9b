"""Handing over on its pages: begun from the group, one person after another, left and come back to, and ended."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from m4c.people.models import HandedOver, HandingOver, NextStep, Note, Person
from m4c.people.operations.handing_over import end_handing_over
from m4c.people.operations.next_step import agree_step
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import NOW, queries_of, signed_in, somebody, talk, words_of
from tests.people.handing_over.leaving import begin, hand, met, next_leader, private_note


def page_of(begun: HandingOver) -> str:
    return reverse("handing-over", kwargs={"uid": begun.uid})


def one_of(begun: HandingOver, person: Person) -> str:
    return reverse("hand-over-person", kwargs={"uid": begun.uid, "person": person.uid})


def start_of(slug: str) -> str:
    return reverse("begin-handing-over", kwargs={"slug": slug})


def press(handed: HandedOver, route: str) -> str:
    return reverse(route, kwargs={"uid": handed.uid})


def test_an_organiser_begins_it_from_the_groups_page(cast: Cast) -> None:
    client = signed_in(cast, "organiser")
    assert start_of("cardiff") in words_of(client.get(reverse("group", args=["cardiff"])))
    form = words_of(client.get(start_of("cardiff")))
    assert ("Bethan Griffiths" in form, "Olu Adeyemi" in form, "They are gone already" in form) == (True, False, True)
    answer = client.post(start_of("cardiff"), {"person": str(cast.leader.uid)})
    begun = HandingOver.objects.get()
    assert (answer.status_code, answer["Location"], begun.introducer) == (302, page_of(begun), cast.person("leader"))
    assert page_of(begun) in words_of(client.get(reverse("group", args=["cardiff"])))


def test_a_leader_begins_their_own_alone(cast: Cast) -> None:
    other, client = next_leader(cast), signed_in(cast, "leader")
    form = words_of(client.get(start_of("cardiff")))
    assert ("Bethan Griffiths" in form, "Ifan Pugh" in form, "They are gone already" in form) == (True, False, False)
    assert client.post(start_of("cardiff"), {"person": str(other.uid)}).status_code == 422
    assert client.post(start_of("cardiff"), {"person": "no-such"}).status_code == 422
    assert client.post(start_of("cardiff"), {"person": str(cast.leader.uid)}).status_code == 302


def test_where_nobody_leads_nobody_is_handed_over(cast: Cast) -> None:
    text = words_of(signed_in(cast, "organiser").get(start_of("st-mellons")))
    assert "Nobody leads here" in text
    assert signed_in(cast, "organiser").get(start_of("cardiff-renters-coalition")).status_code == 404


def test_one_after_another_with_reasons_and_back_to_the_list(cast: Cast) -> None:
    to, begun, client = next_leader(cast), begin(cast), signed_in(cast, "organiser")
    amal, rhys = met(cast), met(cast, "Rhys Owen")
    text = words_of(client.get(page_of(begun)))
    assert ("0 of 2" in text, "Begin with Rhys Owen" in text, "met Amal first" in text) == (True, True, True)
    assert "Met Amal first" in words_of(client.get(one_of(begun, amal)))
    sent = {"next_contact": str(to.uid), "introduce_by": "2026-12-01"}
    assert client.post(one_of(begun, rhys), sent)["Location"] == one_of(begun, amal)
    assert "1 of 2" in words_of(client.get(page_of(begun)))
    assert client.post(one_of(begun, amal), {"next_contact": "nobody"})["Location"] == page_of(begun)
    text = words_of(client.get(page_of(begun)))
    told = [words in text for words in ("2 of 2", "Nobody is next", "Ifan Pugh is in touch with them next")]
    assert (told, reverse("end-handing-over", kwargs={"uid": begun.uid}) in text) == ([True] * 3, True)


def test_a_refused_form_keeps_its_words(cast: Cast) -> None:
    to, begun, amal, client = next_leader(cast), begin(cast), met(cast), signed_in(cast, "organiser")
    text = words_of(client.post(one_of(begun, amal), {"next_contact": str(to.uid)}), 422)
    assert "Say by when they are introduced." in text
    for wrong in (
        {"next_contact": ""},
        {"next_contact": "somebody"},
        {"next_contact": str(cast.leader.uid)},
        {"introduce_by": "soon"},
    ):
        assert client.post(one_of(begun, amal), wrong).status_code == 422
    assert not HandedOver.objects.exists()


def test_nobody_else_is_found_by_the_address(cast: Cast) -> None:
    begun, client = begin(cast), signed_in(cast, "organiser")
    stranger, safe = somebody(cast, "Rhys Owen"), met(cast, "Nia Hart")
    keep_safe(person=safe, at=NOW, contact=cast.person("leader"), by=cast.organiser)
    for persona in ("organiser", "leader"):
        for nobody in (stranger, safe):
            assert signed_in(cast, persona).get(one_of(begun, nobody)).status_code == 404
    for persona in ("leader", "organiser"):
        assert "Nia Hart" not in words_of(signed_in(cast, persona).get(page_of(begun)))
    assert signed_in(cast, "organiser_elsewhere").get(page_of(begun)).status_code == 404
    assert client.get(f"{page_of(begun)}?after=nonsense&before=%00").status_code == 200


def test_introductions_and_notes_are_settled_on_the_list(cast: Cast) -> None:
    begun, amal, client = begin(cast), met(cast), signed_in(cast, "organiser")
    private_note(cast, amal, "A secret of hers")
    handed = hand(begun, amal, next_leader(cast), cast.organiser)
    text = words_of(client.get(page_of(begun)))
    assert ("may Ifan Pugh have what" in text, "A secret" in text) == (True, False)
    client.post(press(handed, "settle-introduction"))
    client.post(press(handed, "answer-about-notes"), {"answer": "pass_on"})
    text = words_of(client.get(page_of(begun)))
    assert ("Handed over" in text, "passed on, as they wished" in text) == (True, True)
    assert NextStep.objects.get().outcome == "happened"


def test_nothing_is_done_with_notes_without_a_clear_answer(cast: Cast) -> None:
    begun, amal = begin(cast), met(cast)
    private_note(cast, amal)
    handed = hand(begun, amal, next_leader(cast), cast.organiser)
    left = []
    for answer in ("nonsense", "destroy"):
        signed_in(cast, "leader").post(press(handed, "answer-about-notes"), {"answer": answer})
        left.append(Note.objects.count())
    assert left == [1, 0]


def test_somebody_with_an_account_says_on_their_own_record_what_becomes_of_the_notes(cast: Cast) -> None:
    kofi, own = cast.person("member"), reverse("own-record")
    agree_step(group=cast.cardiff, person=kofi, owner=cast.person("leader"), words="Talk", by=cast.organiser)
    Note.objects.filter(pk=private_note(cast, kofi, "A secret", by="organiser").pk).update(author=cast.leader)
    client = signed_in(cast, "member")
    assert "May somebody else have" not in words_of(client.get(own))
    handed = hand(begin(cast), kofi, next_leader(cast), cast.organiser)
    text = words_of(client.get(own))
    assert ("Bethan Griffiths is leaving" in text, "A secret" in text) == (True, False)
    answer = client.post(press(handed, "answer-about-notes"), {"answer": "pass_on", "next": own})
    handed.refresh_from_db()
    assert (answer["Location"], handed.notes_fate, handed.notes_settled_by) == (own, "passed_on", cast.member)
    assert "May somebody else have" not in words_of(client.get(own))


def test_an_introduction_that_could_not_be_made(cast: Cast) -> None:
    begun, amal, client = begin(cast), met(cast), signed_in(cast, "leader")
    handed = hand(begun, amal, next_leader(cast), cast.organiser)
    client.post(press(handed, "settle-introduction"), {"outcome": "dropped"})
    assert "Could not be introduced" in words_of(client.get(page_of(begun)))


def test_an_introduction_that_could_not_be_made_asks_for_the_next_attempt(cast: Cast) -> None:
    begun, amal, client = begin(cast), met(cast), signed_in(cast, "leader")
    handed = hand(begun, amal, next_leader(cast), cast.organiser)
    again, later = press(handed, "try-introduction-again"), timezone.localdate() + timedelta(days=9)
    assert again in words_of(client.get(page_of(begun)))
    assert "By when do you try again?" in words_of(client.get(again))
    assert "That day is over" in words_of(client.post(again, {"again_by": "2020-01-01"}), 422)
    client.post(again, {"again_by": str(later)})
    handed.refresh_from_db()
    assert handed.introduction is not None
    assert (handed.introduction.due_on, handed.introduction.settled_on) == (later, None)
    assert "To be introduced" in words_of(client.get(page_of(begun)))
    client.post(again, {"again_by": ""})
    assert "Could not be introduced" in words_of(client.get(page_of(begun)))
    assert client.get(again).status_code == 404


def test_it_is_carried_on_without_them_and_called_off(cast: Cast) -> None:
    begun, client = begin(cast), signed_in(cast, "organiser")
    client.post(reverse("introduce-without-them", kwargs={"uid": begun.uid}))
    assert "You make the introductions" in words_of(client.get(page_of(begun)))
    client.post(reverse("call-off-handing-over", kwargs={"uid": begun.uid}))
    assert "they stay" in words_of(client.get(page_of(begun)))


def test_the_end_says_what_ends_and_what_stays_owed(cast: Cast) -> None:
    begun, amal, client = begin(cast), met(cast), signed_in(cast, "organiser")
    end = reverse("end-handing-over", kwargs={"uid": begun.uid})
    assert "1 person is still to be handed over" in words_of(client.get(end))
    assert client.post(end).status_code == 200
    hand(begun, amal, next_leader(cast), cast.organiser)
    text = words_of(client.get(end))
    assert ("Being leader of Cardiff" in text, "1 introduction is still owed" in text) == (True, True)
    assert client.post(end)["Location"] == page_of(begun)
    assert "Done on" in words_of(client.get(page_of(begun)))


def test_whoever_left_still_opens_what_they_owe(cast: Cast) -> None:
    begun, amal = begin(cast), met(cast)
    handed = hand(begun, amal, next_leader(cast), cast.organiser)
    end_handing_over(handing_over=begun, at=NOW, by=cast.organiser)
    client = signed_in(cast, "leader")
    assert "You make the introductions" in words_of(client.get(page_of(begun)))
    assert client.post(press(handed, "settle-introduction")).status_code == 302
    assert NextStep.objects.get().outcome == "happened"


def test_the_list_costs_the_same_for_one_and_for_many_and_comes_in_pages(cast: Cast) -> None:
    begun, to, client, bethan = begin(cast), next_leader(cast), signed_in(cast, "organiser"), cast.person("leader")
    counts = []
    for number in range(3):
        talk(cast, bethan, met(cast, f"Number {number}"))
        hand(begun, met(cast, f"Handed {number}"), to, cast.organiser)
        counts.append(queries_of(client, page_of(begun)))
    assert counts[0] == counts[1] == counts[2] <= 30
    for number in range(24):
        met(cast, f"Many {number:02}")
    text = words_of(client.get(page_of(begun)))
    assert ("After these" in text, "3 of 30" in text) == (True, True)
    last = Person.objects.get(given_name="Many", family_name="20")
    assert "Before these" in words_of(client.get(f"{page_of(begun)}?after={last.uid}"))
