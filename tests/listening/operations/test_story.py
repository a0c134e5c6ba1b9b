"""A story is kept only as agreed, goes no further than its teller said, and less far whenever anybody says so."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from m4c.core.errors import Refused
from m4c.listening.models import SpeakerCard, Story, StoryConsent, StoryUsed
from m4c.listening.models.story import Level, Use
from m4c.listening.operations.story import (
    Wording,
    edit_story,
    look_through_story,
    lower_story,
    record_story_consent,
    take_back_story,
)
from m4c.listening.operations.story_card import NewCard, NewUse, make_speaker_card, note_story_use
from m4c.listening.operations.story_lapse import lapse_story_consents
from m4c.listening.stories.page import card_to_show, face_of
from m4c.listening.stories.rules import ruling
from m4c.people.models import BirthBand
from m4c.people.operations.birth_band import say_age
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers, seers, somebody
from tests.listening.stories import QUOTED, agreed, answered, told


def code_of(act: object, **given: object) -> str:
    """The code of a refusal; blank where it was done."""
    try:
        act(**given)  # type: ignore[operator]
    except Refused as refused:
        return refused.code
    return ""


def may(story: Story, use: Use, day: int = 0) -> int:
    """The level at which a story may be used so many days on; 0 where it may not."""
    story.refresh_from_db()
    return ruling(story, use, TODAY + timedelta(days=day)).level


def test_nothing_is_kept_without_their_yes(cast: Cast) -> None:
    for missing, code in (("how", "no_consent"), ("words", "no_words"), ("title", "no_words")):
        with pytest.raises(Refused) as refused:
            told(cast, None, None, **{missing: " "})
        assert (refused.value.code, refused.value.field) == (code, missing)
    assert not Story.objects.exists()


def test_a_story_is_told_by_somebody_whom_one_sees(cast: Cast) -> None:
    with pytest.raises(Unseen):
        told(cast, teller=cast.person("leader_elsewhere"))


def test_it_is_read_by_whoever_listened_until_its_teller_says_more(cast: Cast) -> None:
    teller = cast.person("member")
    story = told(cast, teller)
    assert seers(cast, story) == {"organiser", "member"}
    answered(cast, story, {Use.KEPT: Level.TEAM})
    assert seers(cast, story) == {"organiser", "member", "national_organiser", "data_protection"}


LEVEL_RULES = [
    # what the teller said,                                    level, may be used for at which level
    ({}, 1, {}),
    ({Use.KEPT: Level.TEAM}, 2, {}),
    ({Use.MEETING: Level.INSIDE}, 3, {Use.MEETING: 3}),
    ({Use.MEETING: Level.FIRST_NAME}, 5, {Use.MEETING: 5}),
    ({Use.WEBSITE: Level.NAMELESS}, 4, {Use.WEBSITE: 4}),
    ({Use.PRINT: Level.NAME_AND_PICTURE, Use.WEBSITE: Level.NAMELESS}, 6, {Use.PRINT: 6, Use.WEBSITE: 4}),
    ({Use.REPORT: Level.INSIDE, Use.KEPT: Level.TEAM}, 3, {Use.REPORT: 3}),
    ({Use.PRESS: Level.PRESS}, 7, {Use.PRESS: 7}),
]


@pytest.mark.parametrize(("said", "level", "uses"), LEVEL_RULES)
def test_each_use_goes_as_far_as_was_said_of_it(
    cast: Cast, said: dict[Use, Level], level: int, uses: dict[Use, int]
) -> None:
    story = agreed(cast, said)
    standing = {use: at for use in Use if (at := may(story, use)) and use != Use.KEPT}
    assert (story.level, standing) == (level, uses)


@pytest.mark.parametrize(
    ("use", "level"),
    [(Use.KEPT, 3), (Use.MEETING, 2), (Use.REPORT, 2), (Use.WEBSITE, 3), (Use.PRINT, 3), (Use.PRESS, 6), ("gossip", 4)],
)
def test_a_use_knows_its_own_levels_alone(cast: Cast, use: str, level: int) -> None:
    given: dict[str, Any] = {"story": told(cast), "use": use, "level": level, "how": "Said so", "on": TODAY, "at": NOW}
    assert code_of(record_story_consent, **given, by=cast.organiser) == "no_such_level"


def test_going_further_needs_the_teller_and_their_yes_after_it(cast: Cast) -> None:
    story = agreed(cast, {Use.WEBSITE: Level.NAMELESS})
    later = NOW + timedelta(days=1)
    given: dict[str, Any] = {"story": story, "use": Use.WEBSITE, "level": Level.FIRST_NAME, "on": TODAY, "at": later}
    assert code_of(record_story_consent, how=" ", by=cast.organiser, **given) == "needs_the_teller"
    assert may(story, Use.WEBSITE) == 4
    record_story_consent(how="On the phone", by=cast.organiser, **given)
    assert may(story, Use.WEBSITE) == 0  # written down for them: it waits for their own yes
    answered(cast, story, {}, later)
    assert may(story, Use.WEBSITE) == 5


def test_lowering_needs_nobody_and_never_raises(cast: Cast) -> None:
    story = agreed(cast, {Use.WEBSITE: Level.NAME_AND_PICTURE, Use.MEETING: Level.INSIDE})
    given: dict[str, Any] = {"story": story, "use": Use.WEBSITE, "at": NOW, "by": cast.organiser}
    lower_story(level=Level.NAMELESS, **given)
    assert (may(story, Use.WEBSITE), story.level) == (4, 4)
    assert code_of(lower_story, level=Level.FIRST_NAME, **given) == "needs_the_teller"
    lower_story(level=0, **given)
    assert (may(story, Use.WEBSITE), may(story, Use.MEETING), story.level) == (0, 3, 3)


def test_whoever_does_not_see_it_cannot_touch_it(cast: Cast) -> None:
    story = told(cast)
    assert code_of(lower_story, story=story, use=Use.KEPT, level=0, at=NOW, by=cast.leader) == "unseen"
    assert code_of(take_back_story, story=story, at=NOW, by=cast.leader) == "unseen"
    story.refresh_from_db()
    assert story.words


def test_other_words_need_another_look_and_another_yes(cast: Cast) -> None:
    story = agreed(cast)
    new = Wording("Dark stairs", "Others.", TODAY)
    edit_story(story=story, wording=new, at=NOW, by=cast.organiser)
    assert (may(story, Use.WEBSITE), story.disguised_at, story.approved_at) == (0, None, None)
    look_through_story(story=story, at=NOW, by=cast.organiser)
    assert may(story, Use.WEBSITE) == 0
    answered(cast, story, {})
    assert may(story, Use.WEBSITE) == 5


def test_nobody_looked_through_it_nowhere_it_goes(cast: Cast) -> None:
    story = answered(cast, told(cast), {Use.WEBSITE: Level.NAMELESS})
    assert may(story, Use.WEBSITE) == 0


def test_taken_back_no_word_is_kept(cast: Cast) -> None:
    story = agreed(cast, {Use.PRINT: Level.FIRST_NAME})
    card = make_speaker_card(
        story=story, new=NewCard(Use.PRINT, QUOTED, "Amal", "A neighbour"), at=NOW, by=cast.organiser
    )
    printed = NewUse(Use.PRINT, "Leaflet, 400 copies", TODAY, card=card)
    poster = NewUse(Use.PRINT, "Poster in the hall", TODAY, can_be_recalled=True)
    for new in (printed, poster):
        note_story_use(story=story, new=new, at=NOW, by=cast.organiser)
    take_back_story(story=story, at=NOW, by=cast.organiser)
    story.refresh_from_db()
    card.refresh_from_db()
    assert (story.level, story.title, story.words, story.taken_back_at) == (0, "", "", NOW)
    assert (card.name, card.line, card.quotation, card.ended_at) == ("", "", "", NOW)
    assert not StoryConsent.objects.filter(withdrawn_at=None).exists()
    assert [used.where for used in face_of(story, TODAY).cannot_be_recalled] == ["Leaflet, 400 copies"]
    assert StoryUsed.objects.get(can_be_recalled=True).ended_at == NOW


def test_saying_no_to_all_of_it_is_taking_it_back(cast: Cast) -> None:
    story = told(cast)
    lower_story(story=story, use=Use.KEPT, level=0, at=NOW, by=cast.organiser)
    assert (story.level, story.words) == (0, "")


def test_an_agreement_lasts_twelve_months_and_lapses_like_a_withdrawal(cast: Cast) -> None:
    story = agreed(cast, {Use.WEBSITE: Level.FIRST_NAME})
    assert (may(story, Use.WEBSITE, 365), may(story, Use.WEBSITE, 366)) == (5, 0)
    half = NOW + timedelta(days=180)
    answered(cast, story, {Use.KEPT: Level.TEAM}, half)  # renewed by themselves
    for days, left in ((365, 5), (366, 2), (180 + 366, 0)):
        lapse_story_consents(at=NOW + timedelta(days=days), by=cast.operator)
        story.refresh_from_db()
        assert (story.level, bool(story.words)) == (left, left > 0), days


def test_under_18_a_parent_agrees_besides(cast: Cast) -> None:
    child = somebody(cast)
    story = agreed(cast, teller=child)
    say_age(person=child, band=BirthBand.Band.YOUNG, at=timezone.now(), by=cast.organiser)
    assert may(story, Use.WEBSITE) == 0
    with pytest.raises(Refused) as refused:
        told(cast, teller=child)
    assert refused.value.code == "parent_not_asked"
    assert may(told(cast, teller=child, parent_agreed="Her mother, on Monday"), Use.KEPT) == 1


def test_of_somebody_kept_safe_nothing_shows(cast: Cast) -> None:
    teller = somebody(cast)
    story = agreed(cast, {Use.PRINT: Level.NAMELESS, Use.KEPT: Level.TEAM}, teller=teller)
    card = make_speaker_card(story=story, new=NewCard(Use.PRINT, QUOTED), at=NOW, by=cast.organiser)
    assert card_to_show(card, TODAY)
    keep_safe(person=teller, at=timezone.now(), by=cast.safeguarding)
    card.refresh_from_db()
    assert (bool(card_to_show(card, TODAY)), may(story, Use.PRINT), seers(cast, story)) == (False, 0, set())


def test_who_writes_stories_down(cast: Cast) -> None:
    assert doers(lambda by: told(cast, teller=by.person, by=by), cast) == {"leader", "organiser", "national_organiser"}


@pytest.mark.parametrize(
    ("level", "card", "code"),
    [
        (4, NewCard(Use.PRINT, QUOTED), ""),
        (4, NewCard(Use.PRINT, QUOTED, "Amal"), "named_without_agreement"),
        (4, NewCard(Use.PRINT, QUOTED, "", "Amal of the stairs"), "name_told"),
        (5, NewCard(Use.PRINT, QUOTED, "Amal", "A neighbour"), ""),
        (5, NewCard(Use.PRINT, QUOTED, "Amal Yusuf"), "name_told"),
        (6, NewCard(Use.PRINT, QUOTED, "Amal Yusuf"), ""),
        (6, NewCard(Use.PRINT, "I never said that."), "other_words"),
        (6, NewCard(Use.WEBSITE, QUOTED), "not_agreed"),
    ],
)
def test_a_card_says_what_was_agreed_and_no_more(cast: Cast, level: int, card: NewCard, code: str) -> None:
    story = agreed(cast, {Use.PRINT: Level(level)})
    assert code_of(make_speaker_card, story=story, new=card, at=NOW, by=cast.organiser) == code


def test_a_card_goes_at_once_with_whatever_of_the_name_is_agreed_no_more(cast: Cast) -> None:
    story = agreed(cast, {Use.PRINT: Level.NAME_AND_PICTURE})
    whole, first, lined, plain = (
        make_speaker_card(story=story, new=NewCard(Use.PRINT, QUOTED, *said), at=NOW, by=cast.organiser)
        for said in (["Amal Yusuf"], ["Amal"], ["", "Amal of the stairs"], ["", "A neighbour"])
    )
    for card in (whole, plain):
        for can_be_recalled in (True, False):
            new = NewUse(Use.PRINT, "A leaflet", TODAY, can_be_recalled, card)
            note_story_use(story=story, new=new, at=NOW, by=cast.organiser)

    def standing() -> list[int]:
        return list(story_cards.filter(ended_at=None).values_list("pk", flat=True))

    story_cards = SpeakerCard.objects.filter(story=story).order_by("pk")
    lower_story(story=story, use=Use.PRINT, level=Level.FIRST_NAME, at=NOW, by=cast.organiser)
    assert standing() == [first.pk, lined.pk, plain.pk]
    assert [used.card for used in face_of(story, TODAY).cannot_be_recalled] == [whole]
    assert list(StoryUsed.objects.exclude(ended_at=None).values_list("card", flat=True)) == [whole.pk]
    lower_story(story=story, use=Use.PRINT, level=Level.NAMELESS, at=NOW, by=cast.organiser)
    assert standing() == [plain.pk]
    SpeakerCard.objects.update(ended_at=None)  # whatever stands there is asked again as it is shown
    assert [bool(card_to_show(card, TODAY)) for card in story_cards] == [False, False, False, True]


def test_a_card_with_a_name_goes_with_the_name(cast: Cast) -> None:
    story = agreed(cast, {Use.PRINT: Level.FIRST_NAME})
    named = make_speaker_card(story=story, new=NewCard(Use.PRINT, QUOTED, "Amal"), at=NOW, by=cast.organiser)
    plain = make_speaker_card(story=story, new=NewCard(Use.PRINT, QUOTED), at=NOW, by=cast.organiser)
    lower_story(story=story, use=Use.PRINT, level=Level.NAMELESS, at=NOW, by=cast.organiser)
    for card, stands in ((named, False), (plain, True)):
        card.refresh_from_db()
        assert bool(card_to_show(card, TODAY)) == stands
