"""Word back: those heard who agreed hear once, by letter or by being rung; nobody hears who would rather not."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail

from m4c.core.errors import Refused
from m4c.core.worker import run_waiting
from m4c.listening.deciding import tasks
from m4c.listening.deciding.letters import signed, word_signed
from m4c.listening.models import IssueMove, ListeningCampaign, Questionnaire, WordBack
from m4c.listening.operations.issue import move_issue
from m4c.listening.operations.word_back import (
    claim_words,
    gather_heard,
    say_word,
    settle_words,
    stop_word_back,
)
from m4c.people.models import Channel, Consent, Person
from m4c.people.models.account import website
from m4c.people.operations.consent import record_consent
from m4c.people.posting import NobodyAnswers, Post
from tests.cast import Cast
from tests.factories import NOW, TODAY, somebody
from tests.listening.deciding.making import concern_of, issue_of, theme_of

pytestmark = pytest.mark.django_db
State = WordBack.State


def agreed(cast: Cast, person: Person, state: str = "given", **more: Any) -> None:
    """They said so about news by e-mail."""
    said: dict[str, Any] = {"channel": Channel.EMAIL, "purpose": "news", "state": state, "source": "the sheet"}
    said["wording"] = "We may e-mail you our news."
    record_consent(person=person, at=NOW - timedelta(days=20), by=cast.operator, **(said | more))


def ticked(cast: Cast, person: Person) -> None:
    """They ticked, beside a questionnaire, that we may tell them what comes of it."""
    days = {"starts_on": TODAY, "ends_on": TODAY, "slug": f"ely-{person.pk}", "name": f"Ely {person.pk}"}
    campaign = ListeningCampaign.objects.create(group=cast.cardiff, made_by=cast.organiser, **days)
    Questionnaire.objects.create(campaign=campaign, person=person, on=TODAY, means="street", may_write=True)


def heard(cast: Cast, *people: Person) -> Any:
    """An issue whose theme these people raised; no word of it went yet."""
    theme = theme_of(cast)
    for person in people:
        concern_of(cast, theme, person)
    return issue_of(cast, theme, tells=False)


def told(cast: Cast, issue: Any, words: str = "We take it up.") -> dict[str, str]:
    """Where each stands once it was told of."""
    move_issue(issue=issue, on=TODAY, words=words, by=cast.organiser)
    run_waiting()
    return dict(WordBack.objects.filter(move__words=words).values_list("person__given_name", "state"))


def test_each_who_agreed_hears_by_the_way_that_is_open(cast: Cast):
    by_consent = somebody(cast, "Amal Yusuf", emails=["amal@example.org"])
    by_tick = somebody(cast, "Bryn Rees", emails=["bryn@example.org"])
    no_email = somebody(cast, "Carys Hughes", phones=["07700 900111"])
    never_asked = somebody(cast, "Dewi Lloyd", emails=["dewi@example.org"])
    objected = somebody(cast, "Elin Parry", emails=["elin@example.org"])
    safe = cast.person("protected_member")
    agreed(cast, by_consent)
    for person in (by_tick, no_email, objected):
        ticked(cast, person)
    agreed(cast, objected, "objected")
    ticked(cast, safe)
    issue = heard(cast, by_consent, by_tick, no_email, never_asked, objected, safe)
    assert told(cast, issue) == {"Amal": "sent", "Bryn": "sent", "Carys": "to_ring", "Hana": "to_ring"}
    assert sorted(letter.to[0] for letter in mail.outbox) == ["amal@example.org", "bryn@example.org"]
    assert "We take it up." in mail.outbox[0].body
    assert WordBack.objects.get(person=safe).teller == cast.person("leader")


def test_word_goes_when_a_theme_becomes_an_issue_and_again_when_it_moves_and_never_twice(cast: Cast):
    amal = somebody(cast, "Amal Yusuf", emails=["amal@example.org"])
    agreed(cast, amal)
    theme = theme_of(cast)
    concern_of(cast, theme, amal)
    concern_of(cast, theme, amal)
    issue = issue_of(cast, theme)
    run_waiting()
    tasks.tell_heard.call(IssueMove.objects.get().pk)
    assert len(mail.outbox) == 1
    assert "Eight street lights" in mail.outbox[0].body
    told(cast, issue, "The council gave in.")
    assert [("The council gave in." in letter.body) for letter in mail.outbox] == [False, True]


def test_a_letter_waits_where_no_mail_server_answers(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    def down(post: Post) -> None:
        raise NobodyAnswers("no mail server answers")

    amal = somebody(cast, "Amal Yusuf", emails=["amal@example.org"])
    agreed(cast, amal)
    issue = heard(cast, amal)
    with monkeypatch.context() as patched:
        patched.setattr(Post, "open", down)
        assert told(cast, issue) == {"Amal": "waiting"}
    tasks.go_on_telling.call()
    run_waiting()
    assert (WordBack.objects.get().state, len(mail.outbox)) == ("sent", 1)


def test_the_way_out_ends_letters_and_is_ours_alone(cast: Cast):
    amal = somebody(cast, "Amal Yusuf", emails=["amal@example.org"])
    agreed(cast, amal)
    ticked(cast, amal)
    issue = heard(cast, amal)
    told(cast, issue)
    word = WordBack.objects.get()
    assert mail.outbox[0].extra_headers["List-Unsubscribe"].endswith(f"{signed(word)}/>")
    assert (word_signed(signed(word)), word_signed(f"{word.pk}~nonsense")) == (word.pk, None)
    for _press in range(2):
        stop_word_back(word=word, at=NOW, by=website())
    assert Consent.objects.filter(person=amal, state="withdrawn").count() == 1
    assert told(cast, issue, "It moved.") == {}


def test_only_their_contact_says_that_somebody_kept_safe_was_told(cast: Cast):
    safe = cast.person("protected_member")
    ticked(cast, safe)
    told(cast, heard(cast, safe))
    word = WordBack.objects.get()
    with pytest.raises(Refused, match="own contact"):
        say_word(word=word, at=NOW, by=cast.organiser)
    assert say_word(word=word, at=NOW, by=cast.leader).state == State.TOLD


def test_what_was_broken_off_is_not_sent_again(cast: Cast):
    amal = somebody(cast, "Amal Yusuf", emails=["amal@example.org"])
    agreed(cast, amal)
    move = move_issue(issue=heard(cast, amal), on=TODAY, words="On.", tells=False, by=cast.organiser)
    assert gather_heard(move=move, at=NOW, by=cast.operator) == [amal]
    [word] = claim_words(move=move, at=NOW, by=cast.operator)
    assert claim_words(move=move, at=NOW, by=cast.operator) == []
    settle_words(move=move, outcomes={word: ("waiting", "later")}, at=NOW, by=cast.operator)
    assert (word.claimed_at, word.failures) == (None, 1)
    claim_words(move=move, at=NOW, by=cast.operator)
    later = NOW + timedelta(hours=2)
    assert claim_words(move=move, at=later, by=cast.operator) == []
    assert WordBack.objects.get().state == State.FAILED


@pytest.mark.parametrize(("days_ago", "hears"), [(25, {}), (15, {"Amal": "sent"})])
def test_a_paper_that_comes_in_late_was_agreed_to_on_its_own_day(cast: Cast, days_ago: int, hears: dict[str, str]):
    amal = somebody(cast, "Amal Yusuf", emails=["amal@example.org"])
    agreed(cast, amal, "withdrawn")  # twenty days ago
    ticked(cast, amal)
    Questionnaire.objects.update(on=TODAY - timedelta(days=days_ago))
    assert told(cast, heard(cast, amal)) == hears
