"""Pages of coming in, offices and leaving: what they say, to whom, and what they cost."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.people.models import JoinRequest, Leaving, Membership, OpenInvitation, Welcome
from m4c.people.operations.join_request import ask_group
from m4c.people.operations.office import record_office
from m4c.people.operations.privacy_notice import notice_shown
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import queries_of, signed_in, somebody, words_of
from tests.people.views.test_coalition import body, seat

TODAY = timezone.localdate()
CARDIFF = {"slug": "cardiff"}


def request(cast: Cast, name: str = "Nest", days: int = 3, **more: Any) -> JoinRequest:
    """Somebody asks Cardiff by its public page; the answer is due in so many days."""
    who = {"given_name": name, "email": f"{name.lower()}@example.org", "folded": name, "language": "en-gb"}
    facts = {"notice": notice_shown(1), "made_at": timezone.now(), "answer_by": TODAY + timedelta(days=days)}
    return JoinRequest.objects.create(**{"group": cast.cardiff, **who, **facts} | more)


def test_requests_stand_with_their_clock(cast: Cast) -> None:
    request(cast, words="I live round the corner")
    request(cast, "Ebo", days=-1)
    page = words_of(signed_in(cast, "organiser").get(reverse("join-requests")))

    assert all(word in page for word in ("Nest", "Ebo", "I live round the corner", "answer by"))
    assert page.index("Ebo") < page.index(">Nest<")  # the late one first


def test_requests_cost_the_same_however_many(cast: Cast) -> None:
    client = signed_in(cast, "organiser")
    request(cast, "One")
    one = queries_of(client, reverse("join-requests"))
    for name in ("Two", "Three"):
        request(cast, name)
    assert queries_of(client, reverse("join-requests")) == one <= 12


def test_a_request_is_answered_on_its_page(cast: Cast) -> None:
    client, asked = signed_in(cast, "organiser"), request(cast)
    page = words_of(client.get(reverse("join-request", args=[asked.uid])))
    client.post(reverse("accept-join-request", args=[asked.uid]), {"words": "See you on Tuesday"})
    asked.refresh_from_db()

    assert ("nest@example.org" in page, asked.answer, asked.answer_words) == (True, "yes", "See you on Tuesday")
    assert Welcome.objects.filter(person=asked.person).exists()
    again = client.post(reverse("decline-join-request", args=[asked.uid]), {"words": ""}, follow=True)
    assert "answered already" in words_of(again)


def test_a_colleague_kept_safe_who_answered_is_not_named(cast: Cast) -> None:
    colleague = cast.person("national_organiser")
    asked = request(cast, answer="no", answered_at=timezone.now(), answered_by=cast.national_organiser)
    client, pages = signed_in(cast, "organiser"), [reverse("join-requests"), reverse("join-request", args=[asked.uid])]
    before = [str(colleague) in words_of(client.get(page)) for page in pages]
    keep_safe(person=colleague, by=cast.operator, at=timezone.now())
    texts = [words_of(client.get(page)) for page in pages]

    assert (before, [str(colleague) in text for text in texts]) == ([True, True], [False, False])
    assert all("one of us" in text for text in texts)


def test_a_request_says_nothing_of_whom_we_know(cast: Cast) -> None:
    amal = somebody(cast, "Amal Yusuf", cast.manchester, emails=["amal@example.org"])
    known = request(cast, "Amal", person=amal)
    page = words_of(signed_in(cast, "organiser").get(reverse("join-request", args=[known.uid])))

    assert (str(amal.uid) in page, "Manchester" in page) == (False, False)


def test_how_many_were_told_no_is_counted_for_those_who_answer(cast: Cast) -> None:
    told: dict[str, Any] = {"answered_at": timezone.now(), "answered_by": cast.organiser}
    for name, answer in (("Nest", "no"), ("Ebo", "no"), ("Amal", "yes"), ("Ffion", "lapsed")):
        request(cast, name, answer=answer, **told)
    request(cast, "Alun", answer="no", answered_at=timezone.now() - timedelta(days=400), answered_by=cast.organiser)
    page = words_of(signed_in(cast, "organiser").get(reverse("join-requests")))
    group = reverse("group", kwargs=CARDIFF)

    assert "1 came in, 2 were told no, 1 had no answer in time" in page
    assert "2 people were told no within a year." in words_of(signed_in(cast, "organiser").get(group))
    assert "told no" not in words_of(signed_in(cast, "leader").get(group))


@pytest.mark.parametrize("words", ["x" * 501, "\0"])
def test_too_many_words_come_back(cast: Cast, words: str) -> None:
    asked = request(cast)
    answer = signed_in(cast, "organiser").post(reverse("accept-join-request", args=[asked.uid]), {"words": words})
    asked.refresh_from_db()

    assert (answer.status_code, asked.answered_at) == (422, None)


def test_today_says_who_asks(cast: Cast) -> None:
    request(cast, days=-2)

    page = words_of(signed_in(cast, "organiser").get(reverse("today")))
    assert page.count("Asks to come into Cardiff: without an answer it is forgotten after") == 1
    assert "Asks to come into" not in words_of(signed_in(cast, "leader").get(reverse("today")))


def test_the_code_is_shown_once_and_never_again(cast: Cast) -> None:
    client, address = signed_in(cast, "leader"), reverse("open-invitations", kwargs=CARDIFF)
    until = (TODAY + timedelta(days=7)).isoformat()
    made = words_of(client.post(address, {"purpose": "Tower Street", "until": until, "places": "5"}))
    after = words_of(client.get(address))

    assert ("<svg" in made, "/come-in/" in made, "/come-in/" in after) == (True, True, False)
    assert ("Tower Street" in after, OpenInvitation.objects.get().places) == (True, 5)


@pytest.mark.parametrize(
    "typed",
    [{"purpose": ""}, {"places": "0"}, {"places": "many"}, {"until": "soon"}, {"until": "2020-01-01"}, {"until": ""}],
)
def test_an_invitation_with_a_mistake_comes_back(cast: Cast, typed: dict[str, str]) -> None:
    good = {"purpose": "Tower Street", "until": (TODAY + timedelta(days=7)).isoformat(), "places": "5"}
    answer = signed_in(cast, "leader").post(reverse("open-invitations", kwargs=CARDIFF), good | typed)

    assert (answer.status_code, OpenInvitation.objects.count()) == (422, 0)


def test_invitations_cost_the_same_however_many(cast: Cast) -> None:
    client, address = signed_in(cast, "leader"), reverse("open-invitations", kwargs=CARDIFF)
    until = (TODAY + timedelta(days=7)).isoformat()
    counts = []
    for number in range(3):
        client.post(address, {"purpose": f"Street {number}", "until": until, "places": "5"})
        counts.append(queries_of(client, address))
    assert counts[0] == counts[2] <= 12


def test_the_page_of_a_group_tells_who_answers_for_what(cast: Cast) -> None:
    amal = somebody(cast)
    facts: dict[str, Any] = {"group": cast.cardiff, "today": TODAY, "by": cast.organiser}
    record_office(person=amal, role="chair", since=date(2024, 1, 1), until=date(2026, 3, 1), **facts)
    record_office(person=cast.person("member"), role="chair", since=date(2026, 3, 1), **facts)
    told = words_of(signed_in(cast, "member").get(reverse("group", kwargs=CARDIFF)))
    elsewhere = words_of(signed_in(cast, "organiser_elsewhere").get(reverse("group", kwargs=CARDIFF)))

    assert all(word in told for word in ("Chair", "since March 2026", "Amal Yusuf 2024", "gives nobody a right"))
    assert ("Kofi" in elsewhere, "Amal" in elsewhere) == (False, False)


def test_an_office_is_written_down_and_ended_on_its_page(cast: Cast) -> None:
    client, address = signed_in(cast, "organiser"), reverse("offices", kwargs=CARDIFF)
    chosen = str(cast.person("member").uid)
    typed = {"person": "Kofi Mensah", "person-chosen": chosen, "role": "other", "words": "Singer"}
    client.post(address, {**typed, "since": "2026-03-01"})
    office = Membership.objects.get(words="Singer")
    page = words_of(client.get(address))
    client.post(reverse("end-office", args=[office.uid]), {"on": TODAY.isoformat()})
    office.refresh_from_db()

    assert ("Singer" in page, office.said_by, office.ended_on) == (True, cast.organiser, TODAY)


@pytest.mark.parametrize(
    "typed", [{"role": "emperor"}, {"role": "other", "words": ""}, {"since": "3000-01-01"}, {"person": "Nobody"}]
)
def test_an_office_with_a_mistake_comes_back(cast: Cast, typed: dict[str, str]) -> None:
    chosen = str(cast.person("member").uid)
    good = {"person": "Kofi Mensah", "person-chosen": chosen, "role": "chair", "since": "2026-03-01"}
    answer = signed_in(cast, "organiser").post(reverse("offices", kwargs=CARDIFF), good | typed)

    assert (answer.status_code, Membership.objects.filter(said_by=cast.organiser).count()) == (422, 0)


def test_offices_cost_the_same_however_many(cast: Cast) -> None:
    client, address = signed_in(cast, "organiser"), reverse("offices", kwargs=CARDIFF)
    facts: dict[str, Any] = {"group": cast.cardiff, "today": TODAY, "since": date(2026, 3, 1), "by": cast.organiser}
    counts = []
    for name in ("Ebo Iwu", "Nest Abara", "Rosa Das"):
        record_office(person=somebody(cast, name), role="coach", **facts)
        counts.append(queries_of(client, address))
    assert counts[0] == counts[2] <= 14


@pytest.mark.parametrize("persona", ["organiser", "national_organiser", "coalition_organiser"])
def test_the_page_of_a_group_stays_within_its_statements(cast: Cast, persona: str) -> None:
    request(cast)
    seat(cast, body(cast), cast.person("member"), agreed_on=TODAY)
    for slug in ("cardiff", cast.coalition.slug):
        assert queries_of(signed_in(cast, persona), reverse("group", kwargs={"slug": slug})) <= 30


def test_one_leaves_with_one_press_from_ones_own_record(cast: Cast) -> None:
    client = signed_in(cast, "member")
    assert reverse("leave-own-group", kwargs=CARDIFF) in words_of(client.get(reverse("own-record")))
    client.post(reverse("leave-own-group", kwargs=CARDIFF))
    left = Leaving.objects.get()
    page = words_of(client.get(reverse("own-belonging")))
    client.post(reverse("say-why-left", args=[left.uid]), {"reason": "Nights"})

    assert not Membership.objects.open().filter(person=cast.person("member")).exists()
    assert ("Left on your own wish" in page, Leaving.objects.get().reason) == (True, "Nights")


def test_one_finds_another_group_and_asks(cast: Cast) -> None:
    client = signed_in(cast, "member")
    found = words_of(client.get(reverse("own-belonging"), {"q": "norw"}))
    client.post(reverse("ask-group", kwargs={"slug": "norwich"}), {"words": "I moved"})
    asked = JoinRequest.objects.get()
    page = words_of(client.get(reverse("own-belonging")))

    assert reverse("ask-group", kwargs={"slug": "norwich"}) in found
    assert (asked.words, "they answer by" in page) == ("I moved", True)
    client.post(reverse("take-request-back", args=[asked.uid]))
    assert JoinRequest.objects.count() == 0


def test_ones_own_belonging_costs_the_same_however_much(cast: Cast) -> None:
    client, counts = signed_in(cast, "member"), []
    for group in (cast.norwich, cast.swansea, cast.lambeth):
        ask_group(group=group, at=timezone.now(), by=cast.member)
        counts.append(queries_of(client, reverse("own-belonging")))
    assert counts[0] == counts[2] <= 12


def test_an_officers_tap_ends_it_as_their_wish(cast: Cast) -> None:
    amal = somebody(cast)
    membership = Membership.objects.get(person=amal)
    address = reverse("leave-group", args=[membership.uid])
    client = signed_in(cast, "organiser")
    assert "checked" in words_of(client.get(address))
    client.post(address, {"on": TODAY.isoformat(), "own_wish": "on", "reason": "Too far"})

    assert [(row.reason, row.way) for row in Leaving.objects.filter(person=amal)] == [("Too far", "told")]


def test_a_membership_may_end_without_a_wish(cast: Cast) -> None:
    amal = somebody(cast)
    address = reverse("leave-group", args=[Membership.objects.get(person=amal).uid])
    signed_in(cast, "organiser").post(address, {"on": TODAY.isoformat()})

    assert (Leaving.objects.count(), Membership.objects.get(person=amal).ended_on) == (0, TODAY)


def test_somebody_added_by_hand_has_a_welcomer(cast: Cast) -> None:
    typed = {"given_name": "Nest", "family_name": "Abara", "group": "cardiff"}
    client: Client = signed_in(cast, "leader")
    client.post(reverse("add-person"), {**typed, "welcome": "on"})
    client.post(reverse("add-person"), {**typed, "given_name": "Ebo"})

    assert [row.person.given_name for row in Welcome.objects.all()] == ["Nest"]


def test_welcomes_fall_to_the_groups_own_welcomer(cast: Cast) -> None:
    facts: dict[str, Any] = {
        "group": cast.cardiff,
        "role": "welcomer",
        "today": TODAY,
        "since": TODAY,
        "by": cast.organiser,
    }
    record_office(person=cast.person("organiser"), **facts)
    record_office(person=cast.person("member"), **facts)  # whose account may not welcome
    client: Client = signed_in(cast, "leader")
    for name in ("Nest", "Ebo", "Rosa"):
        client.post(reverse("add-person"), {"given_name": name, "group": "cardiff", "welcome": "on"})

    assert [row.welcomer for row in Welcome.objects.all()] == [cast.organiser] * 3
