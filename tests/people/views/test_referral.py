"""Someone may be at risk: the form for everybody, and what leaves no trace but with the safeguarding lead."""

import logging
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from m4c.core.models import AuditEntry
from m4c.people.models import Person, Protection, Referral
from tests.cast import PERSONAS, Cast

SignIn = Callable[..., Client]
REFER, SENT, LIST = reverse("refer"), reverse("refer-sent"), reverse("referrals")
TYPED = {"about_words": "A girl at the stall", "seen": "Bruises on her arm", "urgency": "2_today"}


@pytest.fixture
def lead(cast: Cast, sign_in: SignIn) -> Client:
    """The safeguarding lead, with her second factor."""
    return sign_in(cast.safeguarding, second_factor=True)


@pytest.mark.parametrize("persona", PERSONAS)
def test_everybody_finds_the_card_and_its_advice(cast: Cast, sign_in: SignIn, persona: str) -> None:
    response = sign_in(getattr(cast, persona)).get(REFER)

    assert response.status_code == 200
    assert "Ring 999 first" in response.content.decode()
    assert "no-store" in response["Cache-Control"]


def test_refer_sends_and_acknowledges_plainly(cast: Cast, sign_in: SignIn) -> None:
    response = sign_in(cast.member).post(REFER, TYPED, follow=True)
    referral = Referral.objects.get()

    assert (referral.sender, referral.group, referral.seen) == (cast.member, cast.cardiff, "Bruises on her arm")
    assert response.redirect_chain == [(SENT, 302)]
    assert [words in response.content.decode() for words in ("The safeguarding lead has it", "Bruises")] == [
        True,
        False,
    ]


def test_refer_begins_with_the_person_whose_page_it_was(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    """The person travels in the body: no address and no log of addresses tells who was referred."""
    client = sign_in(cast.leader)
    begun = client.post(REFER, {"about": str(amal.uid)})
    client.post(REFER, TYPED | {"about": str(amal.uid), "about_words": ""})
    referral = Referral.objects.get()

    assert (begun.status_code, "This is about Amal Yusuf." in begun.content.decode()) == (200, True)
    assert (referral.about, referral.about_words) == (amal, "Amal Yusuf")


@pytest.mark.parametrize("about", ["nonsense", "01990000-0000-7000-8000-000000000001"])
def test_refer_about_nobody_known_asks_for_words(cast: Cast, sign_in: SignIn, about: str) -> None:
    client = sign_in(cast.leader)

    assert client.post(REFER, {"about": about}).status_code == 200
    assert client.post(REFER, TYPED | {"about": about, "about_words": ""}).status_code == 422
    assert Referral.objects.count() == 0


def test_refer_tells_nothing_of_a_person_unseen(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    body = sign_in(cast.member).post(REFER, {"about": str(amal.uid)}).content.decode()

    assert "Amal" not in body


def test_refused_words_come_back_to_the_form_alone(cast: Cast, sign_in: SignIn) -> None:
    response = sign_in(cast.member).post(REFER, TYPED | {"urgency": ""})

    assert (response.status_code, Referral.objects.count()) == (422, 0)
    assert "Bruises on her arm" in response.content.decode()


def test_nothing_stays_in_session_audit_or_log(cast: Cast, sign_in: SignIn, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    client = sign_in(cast.member)
    client.post(REFER, TYPED | {"urgency": ""})
    client.post(REFER, TYPED)
    kept = f"{dict(client.session)} {[(entry.touched, entry.changes) for entry in AuditEntry.objects.all()]}"
    logged = " ".join(record.getMessage() for record in caplog.records if record.name != "django.db.backends")

    for words in ("Bruises", "A girl at the stall"):
        assert words not in kept
        assert words not in logged


@pytest.mark.parametrize("persona", [name for name in PERSONAS if name != "safeguarding"])
def test_nobody_else_opens_referrals_and_the_sender_least(cast: Cast, sign_in: SignIn, persona: str) -> None:
    client = sign_in(getattr(cast, persona), second_factor=True)
    client.post(REFER, TYPED)
    page = reverse("referral", kwargs={"uid": Referral.objects.get().uid})

    assert [client.get(url).status_code for url in (LIST, page)] == [403, 403]


def test_referrals_ask_for_a_second_factor(cast: Cast, sign_in: SignIn) -> None:
    assert sign_in(cast.safeguarding).get(LIST)["Location"].startswith(reverse("second-factor"))


def test_the_lead_receives_takes_up_and_closes(cast: Cast, lead: Client) -> None:
    lead.post(REFER, TYPED)
    referral = Referral.objects.get()
    page, steps = (reverse(name, kwargs={"uid": referral.uid}) for name in ("referral", "answer-referral"))
    offered = []
    for state, words in (("received", ""), ("taken_up", ""), ("closed", "With a refuge")):
        offered.append([value for value, _ in lead.get(page).context["form"].fields["state"].choices])
        lead.post(steps, {"state": state, "words": words})
    closed = lead.get(page)

    assert offered == [["received", "taken_up", "closed"], ["taken_up", "closed"], ["closed"]]
    assert (closed.context["form"], "With a refuge" in closed.content.decode()) == (None, True)
    assert [list(lead.get(LIST).context[name]) for name in ("open", "closed")] == [[], [referral]]


def test_closing_without_a_word_is_refused(cast: Cast, lead: Client) -> None:
    lead.post(REFER, TYPED)
    steps = reverse("answer-referral", kwargs={"uid": Referral.objects.get().uid})

    assert lead.post(steps, {"state": "closed"}).status_code == 422


def test_the_lead_keeps_the_person_safe_from_there(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    sign_in(cast.leader).post(REFER, TYPED | {"about": str(amal.uid)})
    lead = sign_in(cast.safeguarding, second_factor=True)
    referral = Referral.objects.get()
    response = lead.post(reverse("keep-safe-from-referral", kwargs={"uid": referral.uid}), follow=True)

    assert Protection.objects.active().get(person=amal).contact == cast.person("leader")  # who met her
    assert reverse("kept-safe-record", kwargs={"uid": amal.uid}) in response.content.decode()


def test_list_shows_no_names_and_takes_constant_queries(
    cast: Cast, lead: Client, django_assert_max_num_queries
) -> None:
    for _ in range(3):
        lead.post(REFER, TYPED)
        with django_assert_max_num_queries(9):
            body = lead.get(LIST).content.decode()
    assert "A girl at the stall" not in body
