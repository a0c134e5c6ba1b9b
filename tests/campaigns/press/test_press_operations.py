"""Press items, quotations with what was agreed, notes with an embargo, and publishing as a decision."""

from datetime import timedelta
from typing import Any

import pytest

from m4c.campaigns.models import Authorisation, Campaign, Demand, PressItem, PressQuote
from m4c.campaigns.operations.authorisation import take_back_authorisation
from m4c.campaigns.operations.press_item import (
    NewItem,
    NewQuote,
    PressRefused,
    edit_press,
    log_press,
    quote_in_note,
    quote_in_press,
    withdraw_quote,
)
from m4c.campaigns.operations.press_note import (
    NewNote,
    edit_press_note,
    release_press_note,
    withdraw_press_note,
    write_press_note,
)
from m4c.campaigns.operations.public_page import (
    PageRefused,
    PageWords,
    publish_campaign,
    unpublish_campaign,
    word_public_page,
)
from m4c.campaigns.press.quoting import quotes_of, quotes_seen
from m4c.core.models.record import new_uid
from m4c.listening.models.story import Level, Use
from m4c.listening.operations.story import lower_story
from m4c.people.operations.protection import keep_safe
from tests.campaigns.press.telling import DAY, a_councillor, a_step, an_owner, public, ready
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers, seers, somebody
from tests.listening.stories import QUOTED, agreed

OWN = {"leader", "organiser", "national_organiser"}
ITEM: dict[str, Any] = {"kind": "article", "title": "Ten minutes", "outlet": "The Echo", "on": TODAY}
QUOTE: dict[str, Any] = {"words": "We are not going away", "named_as": "A neighbour", "agreed_on": TODAY}


def an_item(cast: Cast, campaign: Campaign, **more: Any) -> PressItem:
    return log_press(campaign=campaign, new=NewItem(**(ITEM | more)), at=NOW, by=cast.organiser)


def a_quote(cast: Cast, item: PressItem, **more: Any) -> PressQuote:
    return quote_in_press(item=item, new=NewQuote(**(QUOTE | more)), at=NOW, by=cast.organiser)


def test_who_writes_down_what_was_published(cast: Cast) -> None:
    campaign = ready(cast, an_owner(cast))
    assert doers(lambda by: log_press(campaign=campaign, new=NewItem(**ITEM), at=NOW, by=by), cast) == OWN
    item = an_item(cast, campaign, author=" Ann ", author_roles="Vicar")
    assert (item.author, seers(cast, item)) == ("Ann", OWN | {"editor", "data_protection"})
    edit_press(item=item, new=NewItem(**(ITEM | {"title": "Eight years"})), at=NOW, by=cast.leader)
    assert (item.title, item.author) == ("Eight years", "")


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"title": " "}, "empty"),
        ({"outlet": ""}, "empty"),
        ({"kind": "tweet"}, "no_kind"),
        ({"on": TODAY + DAY}, "to_come"),
        ({"author_roles": "Vicar"}, "nobodys_roles"),
    ],
)
def test_what_is_not_written_down(cast: Cast, said: dict[str, Any], code: str) -> None:
    with pytest.raises(PressRefused) as refused:
        an_item(cast, ready(cast, an_owner(cast)), **said)
    assert refused.value.code == code


def test_the_same_uid_twice_is_one(cast: Cast) -> None:
    campaign, uid = ready(cast, an_owner(cast)), new_uid()
    assert an_item(cast, campaign, uid=uid) == an_item(cast, campaign, uid=uid)
    with pytest.raises(PressRefused):
        an_item(cast, campaign, uid=uid, title="Other")


def test_a_person_is_quoted_who_agreed_and_vanishes_when_they_take_it_back(cast: Cast) -> None:
    item, neighbour = an_item(cast, ready(cast, an_owner(cast))), somebody(cast)
    with pytest.raises(PressRefused) as refused:
        a_quote(cast, item, person=neighbour)
    assert refused.value.code == "not_agreed"
    quote = a_quote(cast, item, person=neighbour, agreed_how="On the telephone")
    assert quotes_seen(cast.leader, TODAY, item=item) == [quote]
    withdraw_quote(quote=quote, at=NOW, by=cast.leader)
    assert quotes_seen(cast.leader, TODAY, item=item) == []


def test_nobody_kept_safe_is_quoted(cast: Cast) -> None:
    item, neighbour = an_item(cast, ready(cast, an_owner(cast))), somebody(cast)
    a_quote(cast, item, person=neighbour, agreed_how="On the telephone")
    keep_safe(person=neighbour, at=NOW, by=cast.safeguarding)
    assert quotes_seen(cast.organiser, TODAY, item=item) == []


def test_a_story_gives_what_its_teller_let_the_press_have_word_for_word(cast: Cast) -> None:
    campaign = ready(cast, an_owner(cast))
    item = an_item(cast, campaign)
    shut = agreed(cast, {Use.WEBSITE: Level.NAMELESS})
    with pytest.raises(PressRefused) as refused:
        a_quote(cast, item, story=shut, words=QUOTED)
    assert refused.value.code == "not_agreed"
    story = agreed(cast, {Use.PRESS: Level.PRESS})
    with pytest.raises(PressRefused) as refused:
        a_quote(cast, item, story=story, words="Other words")
    assert refused.value.code == "other_words"
    quote = a_quote(cast, item, story=story, words=QUOTED)
    assert quotes_seen(cast.organiser, TODAY, item=item) == [quote]
    assert quotes_of(campaign, TODAY, everybody=True) == {}
    assert list(quotes_of(campaign, TODAY, everybody=False)) == [item.pk]
    lower_story(story=story, use=Use.PRESS, level=0, at=NOW, by=cast.organiser)
    assert quotes_seen(cast.organiser, TODAY, item=item) == []


def test_a_note_does_not_go_out_with_somebody_kept_safe_to_ring(cast: Cast) -> None:
    contact = cast.person("leader")
    new = NewNote("Ten minutes", "They rang.", contact)
    note = write_press_note(campaign=ready(cast, an_owner(cast)), new=new, at=NOW, by=cast.organiser)
    keep_safe(person=contact, at=NOW, by=cast.safeguarding)
    with pytest.raises(PressRefused, match="whom the press may ring"):
        release_press_note(note=note, at=NOW, by=cast.organiser)


def test_a_note_is_held_released_by_whoever_publishes_and_then_stands(cast: Cast) -> None:
    owner, contact = an_owner(cast), cast.person("leader")
    campaign = ready(cast, owner)
    said = NewNote("Ten minutes", "They rang.", contact, NOW + timedelta(hours=3), a_step(campaign, cast))
    note = write_press_note(campaign=campaign, new=said, at=NOW, by=cast.leader)
    quote_in_note(note=note, new=NewQuote(**QUOTE, agreed_how="Said so"), at=NOW, by=cast.leader)
    edit_press_note(note=note, new=NewNote("Twelve", "They rang.", contact), at=NOW, by=cast.leader)
    publishers = {"organiser", "national_organiser", "editor"}
    assert doers(lambda by: release_press_note(note=note, at=NOW, by=by), cast) == publishers
    with pytest.raises(PressRefused) as refused:
        edit_press_note(note=note, new=NewNote("Other", "Words"), at=NOW, by=cast.leader)
    assert (refused.value.code, note.headline) == ("gone_out", "Twelve")
    withdraw_press_note(note=note, at=NOW, by=cast.leader)
    assert note.withdrawn_at == NOW


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"headline": ""}, "empty"),
        ({"words": " "}, "empty"),
        ({"embargo_until": NOW - timedelta(hours=1)}, "over"),
    ],
)
def test_what_is_no_note(cast: Cast, said: dict[str, Any], code: str) -> None:
    new = NewNote(**({"headline": "Ten minutes", "words": "They rang."} | said))
    with pytest.raises(PressRefused) as refused:
        write_press_note(campaign=ready(cast, an_owner(cast)), new=new, at=NOW, by=cast.leader)
    assert refused.value.code == code


def test_a_note_goes_out_with_somebody_to_ring(cast: Cast) -> None:
    campaign = ready(cast, an_owner(cast))
    note = write_press_note(campaign=campaign, new=NewNote("Ten minutes", "They rang."), at=NOW, by=cast.leader)
    with pytest.raises(PressRefused) as refused:
        release_press_note(note=note, at=NOW, by=cast.organiser)
    assert refused.value.code == "nobody"


def test_publishing_is_a_decision_of_those_who_may(cast: Cast) -> None:
    campaign = ready(cast, a_councillor(cast))
    publishers = {"organiser", "national_organiser", "editor"}
    assert doers(lambda by: publish_campaign(campaign=campaign, at=NOW, by=by), cast) == publishers
    unpublish_campaign(campaign=campaign, at=NOW, by=cast.editor)
    assert list(Campaign.objects.public()) == []


def test_without_an_authorisation_that_stands_nobody_reads_it(cast: Cast) -> None:
    campaign = public(cast, an_owner(cast))
    assert list(Campaign.objects.public()) == [campaign]
    authorisation = Authorisation.objects.get(campaign=campaign)
    take_back_authorisation(authorisation=authorisation, on=TODAY, why="We changed our mind", by=cast.organiser)
    assert list(Campaign.objects.public()) == []


def test_what_cannot_be_public(cast: Cast) -> None:
    campaign = ready(cast, an_owner(cast), public_problem="")
    refusals = []

    def refused() -> None:
        with pytest.raises(PageRefused) as caught:
            publish_campaign(campaign=campaign, at=NOW, by=cast.organiser)
        refusals.append(caught.value.code)

    refused()
    with pytest.raises(PageRefused):
        word_public_page(campaign=campaign, words=PageWords(" "), by=cast.leader)
    word_public_page(campaign=campaign, words=PageWords("It is empty", "Come"), by=cast.leader)
    Campaign.objects.filter(pk=campaign.pk).update(name="Kapadia must build")
    campaign.refresh_from_db()
    refused()
    Demand.objects.all().delete()
    refused()
    Authorisation.objects.all().delete()
    refused()
    assert refusals == ["no_problem", "named", "no_demand", "nobody"]
