"""Strangers with a secret link: evidence of those affected and the office's reply are held; nothing of ours is told."""

from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.commitments.models import OfficeReply, Progress
from m4c.commitments.operations.evidence_link import make_evidence_link
from m4c.website.commitment_forms import EvidenceForm, OfficeReplyForm
from tests.campaigns.press.telling import OWNER, a_councillor, an_owner
from tests.cast import Cast
from tests.commitments.promising import a_promise, judged, noticed
from tests.factories import words_of

EVIDENCE = {"words": "She came to our stairs", "on": "2026-09-20", "from_words": "Nerys"}
REPLY = {
    "words": "The third is in November.",
    "writer": "Elin Office",
    "role": "Diary secretary",
    "email": "Elin@cardiff.example.org",
}


@pytest.fixture(autouse=True)
def fresh_limits(cast: Cast) -> None:
    """No attempt has been made yet."""
    cache.clear()


def sent(url: str, form: Any, given: dict[str, Any], seconds: int = 60) -> Any:
    """The answer to a form that was shown so many seconds ago."""
    then = timezone.now() - timedelta(seconds=seconds)
    with patch("m4c.website.public_forms.timezone.now", lambda: then):
        stamp = form().fresh_stamp
    return Client().post(url, {**given, "stamp": stamp})


def evidence_page(cast: Cast, **more: Any) -> str:
    """A link that is good today, whenever that is."""
    today = timezone.localdate()
    made = make_evidence_link(
        commitment=a_promise(cast, **more),
        for_whom="Tenants",
        ends_on=today,
        at=timezone.now(),
        by=cast.organiser,
    )
    return reverse("hand-in-evidence", kwargs={"token": made.token})


def test_evidence_is_handed_in_without_an_account_and_held(cast: Cast) -> None:
    page = evidence_page(cast, counts_as_kept="Three meetings on our stairs")
    shown = Client().get(page)
    said = words_of(shown)
    assert "Three meetings on our stairs" in said
    assert "It is held back." in said
    assert (shown["Referrer-Policy"], shown["X-Robots-Tag"]) == ("no-referrer", "noindex")
    answer = sent(page, EvidenceForm, EVIDENCE)
    assert answer.url == reverse("evidence-sent")
    assert "It counts once they have confirmed it." in words_of(Client().get(answer.url))
    held = Progress.objects.held().get()
    assert (held.words, held.from_words, held.confirmed_at) == ("She came to our stairs", "Nerys", None)


def test_a_robot_gets_the_same_thanks_and_leaves_nothing(cast: Cast) -> None:
    page = evidence_page(cast)
    for more in ({"website": "https://spam.example.org"}, {}):
        seconds = 60 if more else 0
        assert sent(page, EvidenceForm, {**EVIDENCE, **more}, seconds).url == reverse("evidence-sent")
    assert Progress.objects.count() == 0


def test_what_says_too_little_comes_back_with_its_words(cast: Cast) -> None:
    page = evidence_page(cast)
    assert "Nerys" in words_of(sent(page, EvidenceForm, EVIDENCE | {"words": ""}), 422)
    early = words_of(sent(page, EvidenceForm, EVIDENCE | {"on": "2020-01-01"}), 422)
    assert "what happened before is no progress on it" in early


def test_nothing_of_ours_and_no_private_owner_is_told(cast: Cast) -> None:
    page = evidence_page(
        cast,
        powerholder=an_owner(cast),
        words=f"I, {OWNER}, will mend the fence. Ring 07700 900123.",
        keeper=cast.person("leader"),
        source="A secret source",
    )
    said = words_of(Client().get(page))
    for secret in ("Kapadia", "07700", "Bethan", "A secret source"):
        assert secret not in said
    public = words_of(Client().get(evidence_page(cast, powerholder=a_councillor(cast))))
    assert "Cllr Rhian Cabinet" in public


def test_a_link_that_is_no_good_opens_nothing(cast: Cast) -> None:
    for name in ("hand-in-evidence", "office-reply"):
        page = reverse(name, kwargs={"token": "x" * 43})
        assert "This link is no longer good" in words_of(Client().get(page), 404)
        assert Client().post(page, EVIDENCE).status_code == 404


def test_the_office_replies_beside_the_page_as_it_reads(cast: Cast) -> None:
    page = reverse("office-reply", kwargs={"token": noticed(cast, judged(cast)).token})
    said = words_of(Client().get(page))
    assert "She said in the chamber that she will not come." in said
    assert "before your days of notice have run out" in said
    assert words_of(sent(page, OfficeReplyForm, REPLY | {"role": ""}), 422)
    assert sent(page, OfficeReplyForm, REPLY).url == reverse("office-reply-sent")
    reply = OfficeReply.objects.get()
    assert (reply.writer, reply.email, reply.confirmed_at) == ("Elin Office", "elin@cardiff.example.org", None)
    assert "it stands beside what we say" in words_of(Client().get(reverse("office-reply-sent")))
