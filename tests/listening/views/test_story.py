"""The pages of stories: the list with its filters, writing one down, its page, its card, and somebody's own page."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from m4c.listening.models import SpeakerCard, Story, StoryAsk
from m4c.listening.models.story import Level, Use
from m4c.listening.operations.story import lower_story
from m4c.listening.operations.story_card import NewCard, NewUse, make_speaker_card, note_story_use
from tests.cast import Cast
from tests.factories import signed_in, somebody, talk, words_of
from tests.listening.stories import QUOTED, WORDS, agreed, told

ADDRESS = reverse("stories")


def one(name: str, story: Story) -> str:
    """An address of a story."""
    return reverse(name, kwargs={"uid": story.uid})


def test_the_list_is_filtered_by_level_and_by_when_it_ends(cast: Cast) -> None:
    now = timezone.now()
    told(cast, title="For me alone", at=now)
    agreed(cast, {Use.WEBSITE: Level.NAMELESS}, title="Out in public", at=now)
    told(cast, title="Ends soon", level=Level.TEAM, at=now - timedelta(days=350))
    client = signed_in(cast, "organiser")

    def listed(query: str) -> set[str]:
        text = words_of(client.get(f"{ADDRESS}?group=&{query}"))
        return {title for title in ("For me alone", "Out in public", "Ends soon") if title in text}

    assert listed("") == {"For me alone", "Out in public", "Ends soon"}
    assert listed("level=4") == {"Out in public"}
    assert listed("ends=30") == {"Ends soon"}
    assert listed("ends=nonsense") == {"For me alone", "Out in public", "Ends soon"}


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_however_long(cast: Cast, number: int, django_assert_max_num_queries: object) -> None:
    for count in range(number):
        told(cast, title=f"Story {count}")
    client = signed_in(cast, "organiser")
    client.get(ADDRESS)
    with django_assert_max_num_queries(14):  # type: ignore[operator]
        words_of(client.get(ADDRESS))


def test_one_writes_down_what_one_was_told_and_where(cast: Cast) -> None:
    teller = somebody(cast)
    met = talk(cast, cast.person("organiser"), teller, timezone.localdate())
    client = signed_in(cast, "organiser")
    where = f"{reverse('write-down-story')}?of={teller.uid}"
    assert "Amal Yusuf" in words_of(client.get(where))
    sent = {
        "teller": teller.name,
        "teller-chosen": str(teller.uid),
        "title": "Dark stairs",
        "words": WORDS,
        "told_on": timezone.localdate().isoformat(),
        "told_at": str(met.uid),
        "level": "1",
        "how": "",
        "group": "cardiff",
    }
    assert "error" in words_of(client.post(where, sent), 422)
    client.post(where, {**sent, "how": "She said: write it down"})
    story = Story.objects.get()
    assert (story.teller, story.one_to_one, story.level, story.listener) == (teller, met, 1, cast.organiser)


def test_names_are_pointed_out_to_whoever_looks_through_it(cast: Cast) -> None:
    story = told(cast, words="My neighbour Sara Jones fell. Nobody came, and amal wept.")
    page = words_of(signed_in(cast, "organiser").get(one("look-through-story", story)))
    assert "<li>Sara Jones</li><li>amal</li>" in page


def test_lowering_lists_what_cannot_be_recalled(cast: Cast) -> None:
    now = timezone.now()
    story = agreed(cast, {Use.PRINT: Level.NAMELESS, Use.KEPT: Level.TEAM}, at=now)
    new = NewUse(Use.PRINT, "Leaflet, 400 copies", timezone.localdate())
    note_story_use(story=story, new=new, at=now, by=cast.organiser)
    client = signed_in(cast, "organiser")
    assert "cannot be taken back" not in words_of(client.get(one("story", story)))
    client.post(one("lower-story", story), {"use": "print", "level": "0"})
    page = words_of(client.get(one("story", story)))
    assert "What cannot be taken back" in page
    assert "Leaflet, 400 copies" in page


def test_a_card_is_printed_while_its_teller_stands_by_it(cast: Cast) -> None:
    now = timezone.now()
    story = agreed(cast, {Use.PRINT: Level.FIRST_NAME}, at=now)
    client = signed_in(cast, "organiser")
    client.post(
        one("make-speaker-card", story), {"use": "print", "name": "Amal", "line": "A neighbour", "quotation": QUOTED}
    )
    card = SpeakerCard.objects.get()
    address = reverse("speaker-card", kwargs={"uid": card.uid})
    page = words_of(client.get(address))
    assert QUOTED in page
    assert "A neighbour" in page
    assert "Good until" in page
    lower_story(story=story, use=Use.PRINT, level=0, at=now, by=cast.organiser)
    assert client.get(address).status_code == 404


def test_a_card_says_nothing_once_its_time_is_over(cast: Cast) -> None:
    long_ago = timezone.now() - timedelta(days=366)
    story = agreed(cast, {Use.PRINT: Level.NAMELESS, Use.KEPT: Level.TEAM}, at=long_ago)
    card = make_speaker_card(story=story, new=NewCard(Use.PRINT, QUOTED), at=long_ago, by=cast.organiser)
    assert signed_in(cast, "organiser").get(reverse("speaker-card", kwargs={"uid": card.uid})).status_code == 404


def test_on_somebodys_page_stands_what_they_told_and_whether_they_may_be_asked(cast: Cast) -> None:
    teller = somebody(cast)
    told(cast, teller)
    client, address = signed_in(cast, "organiser"), reverse("person", kwargs={"uid": teller.uid})
    ask, answer = (reverse(name, kwargs={"uid": teller.uid}) for name in ("ask-for-story", "answer-story-ask"))
    page = words_of(client.get(address))
    assert "Dark stairs" in page
    assert ask in page
    client.post(ask)
    client.post(answer, {"said": "never"})
    assert list(StoryAsk.objects.values_list("person", "said")) == [(teller.pk, "never")]
    page = words_of(client.get(address))
    assert f"{timezone.localdate():%-d %B %Y}, Siân Prosser" in page  # who asked
    assert "do not ask me again" in page
    assert ask not in page
    client.post(ask)
    assert StoryAsk.objects.count() == 1


def test_one_reads_ones_own_under_what_we_hold(cast: Cast) -> None:
    told(cast, cast.person("member"))
    assert WORDS in words_of(signed_in(cast, "member").get(reverse("own-record")))
    assert WORDS not in words_of(signed_in(cast, "organiser").get(reverse("own-record")))
