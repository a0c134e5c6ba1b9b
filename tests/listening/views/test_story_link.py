"""A teller reads their story by a link, without an account, and says yes, less, or no."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.core.errors import Refused
from m4c.core.worker import run_waiting
from m4c.listening.models import Story, StoryAsk
from m4c.listening.models.story import Level, Use
from m4c.listening.operations.story_ask import ask_for_story
from m4c.listening.operations.story_link import make_story_link, send_story_link
from m4c.listening.stories.asking import never_again
from m4c.listening.stories.rules import is_approved, words_hash
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import signed_in, somebody, words_of
from tests.listening.stories import WORDS, agreed, told

NO = dict.fromkeys(Use.values, 0)


def link_of(cast: Cast, story: Story, days: int = 0) -> str:
    """A link made so many days ago: its path."""
    at = timezone.now() - timedelta(days=days)
    token = make_story_link(story=story, at=at, by=cast.organiser).token
    return reverse("story-by-link", kwargs={"token": token})


def test_the_page_shows_the_words_and_is_kept_by_nobody(cast: Cast) -> None:
    story = told(cast)
    answer = Client().get(link_of(cast, story))
    assert WORDS in words_of(answer).replace("&#x27;", "'")
    assert "no-store" in answer["Cache-Control"]
    assert (answer["Referrer-Policy"], answer["X-Robots-Tag"]) == ("no-referrer", "noindex")


def test_only_a_hash_of_the_secret_is_kept(cast: Cast) -> None:
    story = told(cast)
    made = make_story_link(story=story, at=timezone.now(), by=cast.organiser)
    assert (len(made.token) >= 43, made.token in str(Story.objects.values().get())) == (True, False)


def test_the_teller_says_yes_to_the_words_and_how_far_they_go(cast: Cast) -> None:
    story = told(cast)
    sent = {**NO, "kept": 2, "website": 5, "yes": "on", "read": words_hash(story)}
    path = link_of(cast, story)
    assert Client().post(path, sent).status_code == 302
    story.refresh_from_db()
    assert (story.level, is_approved(story)) == (5, True)
    assert Client().post(path, {**NO, "kept": 1}).status_code == 302
    story.refresh_from_db()
    assert (story.level, story.words) == (1, WORDS)


def test_a_yes_to_words_that_were_changed_meanwhile_counts_for_nothing(cast: Cast) -> None:
    story = told(cast)
    answer = Client().post(link_of(cast, story), {**NO, "kept": 1, "yes": "on", "read": "0" * 64})
    assert "changed while you read them" in words_of(answer, 422)
    story.refresh_from_db()
    assert story.approved_at is None


def test_the_teller_takes_it_back(cast: Cast) -> None:
    story = agreed(cast)
    path = link_of(cast, story)
    assert "It is gone" in words_of(Client().post(f"{path}removal/"))
    story.refresh_from_db()
    assert (story.words, story.level) == ("", 0)
    assert Client().get(path).status_code == 404


@pytest.mark.parametrize("way", ["old", "made anew", "kept safe", "unknown"])
def test_a_link_that_is_over_opens_nothing_and_says_the_same(cast: Cast, way: str) -> None:
    teller = somebody(cast)
    story = told(cast, teller)
    path = link_of(cast, story, days=31 if way == "old" else 0)
    if way == "made anew":
        link_of(cast, story)
    elif way == "kept safe":
        keep_safe(person=teller, at=timezone.now(), by=cast.safeguarding)
    elif way == "unknown":
        path = reverse("story-by-link", kwargs={"token": "x" * 43})
    for answer in (Client().get(path), Client().post(path), Client().post(f"{path}removal/")):
        assert "This link is over" in words_of(answer, 404)
    story.refresh_from_db()
    assert story.words == WORDS


def test_do_not_ask_me_again_is_obeyed_everywhere(cast: Cast) -> None:
    teller = somebody(cast, emails=["amal@example.org"])
    story = told(cast, teller)
    assert Client().post(f"{link_of(cast, story)}no-more/").status_code == 302
    assert never_again(teller.pk)
    for refused in (
        lambda: ask_for_story(person=teller, at=timezone.now(), by=cast.organiser),
        lambda: send_story_link(story=story, at=timezone.now(), by=cast.organiser),
    ):
        with pytest.raises(Refused) as why:
            refused()
        assert why.value.code == "never_again"
    page = words_of(signed_in(cast, "organiser").get(reverse("story", kwargs={"uid": story.uid})))
    assert reverse("send-story-link", kwargs={"uid": story.uid}) not in page
    assert StoryAsk.objects.filter(person=teller).count() == 1


def test_the_letter_holds_the_link_and_nothing_of_the_story(cast: Cast) -> None:
    story = told(cast, somebody(cast, emails=["amal@example.org"]))
    send_story_link(story=story, at=timezone.now(), by=cast.organiser)
    run_waiting()
    (letter,) = mail.outbox
    path = letter.body.split("testserver" if "testserver" in letter.body else "/my-story/")[-1]
    assert (letter.to, "Dark stairs" in letter.body, "rang" in letter.body) == (["amal@example.org"], False, False)
    token = path.split()[0].strip("/").rpartition("/")[2]
    assert Client().get(reverse("story-by-link", kwargs={"token": token})).status_code == 200


def test_the_link_is_handed_over_as_text_and_code_once(cast: Cast) -> None:
    story = told(cast)
    page = words_of(signed_in(cast, "organiser").post(reverse("make-story-link", kwargs={"uid": story.uid})))
    assert "<svg" in page
    assert "/my-story/" in page


def test_signed_in_they_answer_on_their_own_page(cast: Cast) -> None:
    story = told(cast, cast.person("member"))
    client = signed_in(cast, "member")
    assert "Dark stairs" in words_of(client.get(reverse("own-stories")))
    own = reverse("own-story", kwargs={"uid": story.uid})
    assert WORDS in words_of(client.get(own))
    client.post(own, {**NO, "kept": 2, "yes": "on", "read": words_hash(story)})
    story.refresh_from_db()
    assert (story.level, is_approved(story)) == (Level.TEAM, True)
    client.post(f"{own}removal/")
    story.refresh_from_db()
    assert story.words == ""
    assert signed_in(cast, "organiser").get(own).status_code == 404
