"""The pages of verdicts and replies: judged, confirmed by a second person, told, replied to, taken back."""

from typing import Any

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from m4c.commitments.models import Judgement, OfficeReply
from m4c.commitments.operations.reply import HandedReply, hand_in_reply
from m4c.people.models.account import website
from tests.cast import Cast
from tests.commitments.promising import a_promise, broken, judged, noticed, status_of
from tests.factories import NOW, TODAY, signed_in, words_of

SAID = {
    "verdict": "broken",
    "reasons": "She said that she will not come.",
    "evidence": "Minutes of the council",
    "on": TODAY.isoformat(),
}


@pytest.fixture(autouse=True)
def on_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the day on which tests write, and nobody has tried anything."""
    real = timezone.localdate
    monkeypatch.setattr("django.utils.timezone.localdate", lambda at=NOW: min(real(at), TODAY))
    cache.clear()


def page(name: str, uid: Any) -> str:
    """The address of a page."""
    return reverse(name, kwargs={"uid": uid})


def test_from_a_verdict_to_the_notice_and_back(cast: Cast) -> None:
    promise, client = a_promise(cast), signed_in(cast, "organiser")
    form = page("judge-commitment", promise.uid)
    assert "A second person reads the evidence" in words_of(client.get(form))
    client.post(form, SAID)
    judgement = Judgement.objects.get()
    home = page("judgement", judgement.uid)
    assert "You judged it yourself." in words_of(client.get(home))
    client.post(page("confirm-judgement", judgement.uid))
    judgement.refresh_from_db()
    assert judgement.confirmed_by is None
    second = signed_in(cast, "leader")
    assert "Yes, it is broken" in words_of(second.get(home))
    second.post(page("confirm-judgement", judgement.uid))
    letter = words_of(client.post(page("judgement-notice", judgement.uid)))
    assert "/your-reply/" in letter
    assert "in 10 days" in letter
    assert "/your-reply/" not in words_of(client.get(home))
    assert words_of(client.post(page("tell-judgement", judgement.uid), {"on": TODAY.isoformat()}), 422)
    client.post(page("tell-judgement", judgement.uid), {"on": TODAY.isoformat(), "how": "By e-mail to her office"})
    assert "Counts from 15 October 2026" in words_of(client.get(home))
    assert words_of(client.post(page("withdraw-judgement", judgement.uid), {}), 422)
    client.post(page("withdraw-judgement", judgement.uid), {"because": "She came after all"})
    assert "She came after all" in words_of(client.get(home))
    assert status_of(promise) == "made"


def test_no_verdict_without_evidence(cast: Cast) -> None:
    form = page("judge-commitment", a_promise(cast).uid)
    words_of(signed_in(cast, "leader").post(form, SAID | {"evidence": ""}), 422)
    assert Judgement.objects.count() == 0


def test_one_that_does_not_count_yet_says_so_and_one_that_does_too(cast: Cast) -> None:
    client = signed_in(cast, "leader")
    assert "Does not count yet" in words_of(client.get(page("judgement", judged(cast).uid)))
    done = broken(cast)
    assert 'class="badge badge-broken' in words_of(client.get(page("judgement", done.uid)))


@pytest.mark.parametrize(
    ("email", "says"),
    [
        ("elin@cardiff.example.org", "ends as the office"),
        ("elin@party.example.com", "does not end as the office"),
        ("leader@cardiff.example.org", "the very address"),
    ],
)
def test_a_reply_is_compared_confirmed_and_stands_beside(cast: Cast, email: str, says: str) -> None:
    promise = a_promise(cast)
    promise.powerholder.email = "leader@cardiff.example.org"
    promise.powerholder.save()
    made = noticed(cast, judged(cast, promise))
    handed = HandedReply("The third is in November.", "Elin Office", "Diary secretary", email)
    reply = hand_in_reply(token=made.token, handed=handed, at=NOW, by=website())
    client, one = signed_in(cast, "leader"), page("held-reply", reply.uid)
    assert says in words_of(client.get(one))
    assert email not in words_of(signed_in(cast, "editor").get(one))
    assert "Say how you made sure" in words_of(client.post(page("confirm-reply", reply.uid)), 422)
    client.post(page("confirm-reply", reply.uid), {"how": "I rang the office"})
    assert "Elin Office, Diary secretary" in words_of(client.get(page("judgement", made.judgement.uid)))


def test_one_that_is_not_theirs_is_refused(cast: Cast) -> None:
    made = noticed(cast)
    handed = HandedReply("Nonsense", "Nobody", "None", "nobody@example.org")
    reply = hand_in_reply(token=made.token, handed=handed, at=NOW, by=website())
    client = signed_in(cast, "leader")
    assert words_of(client.post(page("refuse-reply", reply.uid), {}), 422)
    client.post(page("refuse-reply", reply.uid), {"because": "The office knows nothing of it"})
    assert OfficeReply.objects.get().refused_at is not None
    assert "Nonsense" not in words_of(client.get(page("judgement", made.judgement.uid)))
