"""What colleagues did, on the pages of those who answer: a colleague kept safe is one of us there, and nothing more."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.people.models import (
    AccessPack,
    ComplaintStep,
    ContactMessage,
    PackOpening,
    PeopleExport,
    ProtectedLook,
    SavedFilter,
)
from m4c.people.operations.erasure import decide_erasures
from m4c.people.operations.open_invitation import invite_by_link
from m4c.people.operations.protection import keep_safe
from m4c.people.operations.referral import refer
from m4c.people.operations.rights_request import Asked, check_identity, take_in_request
from tests.cast import Cast
from tests.factories import somebody, words_of
from tests.people.views.test_front_desk import complaint, message, welcome

SignIn = Callable[..., Client]
NOW = timezone.now()


def messages(cast: Cast) -> list[str]:
    """A message that the colleague answered."""
    ContactMessage.objects.filter(pk=message(cast).pk).update(answered_by=cast.organiser, answered_at=NOW)
    return [reverse("messages")]


def complaints(cast: Cast) -> list[str]:
    """A complaint with which they did something."""
    made = complaint(cast)
    ComplaintStep.objects.create(complaint=made, state="acknowledged", by=cast.organiser, at=NOW)
    return [reverse("complaint", args=[made.uid])]


def erasures(cast: Cast) -> list[str]:
    """An erasure that they decided."""
    (made,) = decide_erasures(people=[somebody(cast)], why="mistake", at=NOW, by=cast.data_protection)
    type(made).objects.update(decided_by=cast.organiser)
    return [reverse("erasures"), reverse("erasure", args=[made.uid])]


def exports(cast: Cast) -> list[str]:
    """A file for which they asked."""
    made = PeopleExport.objects.create(format="csv", purpose="Tea", requested_by=cast.organiser, requested_at=NOW)
    return [reverse("export", args=[made.uid])]


def packs(cast: Cast) -> list[str]:
    """A copy that they took."""
    wanted = Asked("access", "email", "Amal Yusuf", NOW.date(), "amal@example.org")
    asked = take_in_request(group=cast.movement, asked=wanted, person=somebody(cast), by=cast.data_protection)
    check_identity(request=asked, how="She rang", on=NOW.date(), by=cast.data_protection)
    until = NOW + timedelta(days=9)
    pack = AccessPack.objects.create(request=asked, asked_by=cast.data_protection, asked_at=NOW, expires_at=until)
    PackOpening.objects.create(pack=pack, file="pdf", by=cast.organiser, at=NOW)
    return [reverse("access-pack", args=[asked.uid])]


def filters(cast: Cast) -> list[str]:
    """A filter that they share with the leaders of their group."""
    SavedFilter.objects.create(
        name="Tea", address="q=tea", owner=cast.organiser, group=cast.cardiff, made_at=NOW, shared_at=NOW
    )
    return [reverse("saved-filters")]


def protections(cast: Cast) -> list[str]:
    """Somebody whom they kept safe and confirmed, whom they tried to invite, and at whose record they looked."""
    person = somebody(cast)
    made = keep_safe(person=person, by=cast.organiser, at=NOW, contact=cast.person("leader"))
    ProtectedLook.objects.create(protection=made, by=cast.organiser, door="kept-safe-record")
    return [reverse("kept-safe"), reverse("kept-safe-record", args=[person.uid])]


def referrals(cast: Cast) -> list[str]:
    """A referral that they sent."""
    made = refer(
        group=cast.cardiff,
        about_words="A girl at the stall",
        seen="Bruises",
        urgency="2_today",
        at=NOW,
        by=cast.organiser,
    )
    return [reverse("referrals"), reverse("referral", args=[made.uid])]


def invitations(cast: Cast) -> list[str]:
    """A code to come in by that they made."""
    until = NOW + timedelta(days=9)
    invite_by_link(group=cast.cardiff, purpose="Stall", expires_at=until, places=9, at=NOW, by=cast.organiser)
    return [reverse("open-invitations", args=["cardiff"])]


def welcomes(cast: Cast) -> list[str]:
    """Somebody whom they are to welcome."""
    welcome(cast, welcomer=cast.organiser)
    return [reverse("welcomes")]


@pytest.mark.parametrize(
    ("made", "reader"),
    [
        (welcomes, "national_organiser"),
        (protections, "safeguarding"),
        (referrals, "safeguarding"),
        (invitations, "national_organiser"),
        (messages, "national_organiser"),
        (complaints, "data_protection"),
        (erasures, "data_protection"),
        (exports, "data_protection"),
        (packs, "data_protection"),
        (filters, "national_organiser"),
    ],
)
def test_a_colleague_kept_safe_is_one_of_us(
    cast: Cast, sign_in: SignIn, made: Callable[[Cast], list[str]], reader: str
) -> None:
    pages, colleague = made(cast), cast.person("organiser")
    client = sign_in(cast.accounts[reader], second_factor=True)
    before = [words_of(client.get(page)).count(str(colleague)) for page in pages]
    keep_safe(person=colleague, by=cast.operator, at=NOW, contact=cast.person("leader"))
    texts = [words_of(client.get(page)) for page in pages]
    assert all(before)
    assert [(text.count(str(colleague)), "one of us" in text.casefold()) for text in texts] == [(0, True)] * len(pages)
