"""No story is read in public but as its teller agreed, whichever way it is published."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Locale

from m4c.website.models import Picture, StoryPage
from m4c.website.story_consent import NotAgreed, check_may_be_public, text_changed_on
from tests.cast import Cast
from tests.website.site import AGREED, page_of, picture, story_below

TODAY = timezone.localdate()
LONDON = ZoneInfo("Europe/London")


@pytest.fixture
def agreed(laid_out: Cast) -> StoryPage:
    """A story that may be public."""
    return story_below(page_of(laid_out.cardiff), **AGREED)


def refusal_of(story: StoryPage) -> str:
    """The code of why not; empty where it may."""
    try:
        check_may_be_public(story)
    except NotAgreed as refused:
        return refused.code
    return ""


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({}, ""),
        ({"consent_level": None}, "level_too_low"),
        ({"consent_level": 3}, "level_too_low"),
        ({"consent_wording": " "}, "no_wording"),
        ({"consent_on": None}, "no_date"),
        ({"consent_on": TODAY + timedelta(days=1)}, "no_date"),
        ({"approved_on": None}, "not_approved"),
        ({"approved_on": TODAY + timedelta(days=1)}, "not_approved"),
        ({"consent_level": 4}, "named_without_agreement"),
        ({"consent_level": 4, "teller": ""}, ""),
        ({"consent_lowered_on": date(2026, 10, 1)}, ""),  # a draft's own word for it does not count
    ],
)
def test_a_story_is_public_as_its_teller_agreed(laid_out: Cast, values: dict[str, Any], code: str) -> None:
    story = story_below(page_of(laid_out.cardiff), **{**AGREED, **values})
    StoryPage.objects.filter(pk=story.pk).update(consent_lowered_on=None)
    assert refusal_of(story) == code


@pytest.mark.parametrize(
    ("level", "code"), [(4, "pictured_without_agreement"), (5, "pictured_without_agreement"), (6, "")]
)
def test_a_face_is_shown_from_the_sixth_level_on(laid_out: Cast, level: int, code: str) -> None:
    face = picture(shows=Picture.Shows.PEOPLE)
    teller = {4: "", 5: "Bethan", 6: "Bethan Griffiths"}[level]
    values = {**AGREED, "consent_level": level, "teller": teller, "picture": face}
    assert refusal_of(story_below(page_of(laid_out.cardiff), **values)) == code


@pytest.mark.parametrize("level", [4, 5])
def test_the_tellers_own_name_is_known_before_it_is_searched_for(laid_out: Cast, level: int) -> None:
    values = {**AGREED, "consent_level": level, "teller": "", "family_name": " "}
    assert refusal_of(story_below(page_of(laid_out.cardiff), **values)) == "name_unknown"


TOLD_IN: list[dict[str, Any]] = [
    {"title": "How BETHAN lit the street"},
    {"slug": "bethan-lit-the-street"},
    {"seo_title": "Bethan\u2019s lights"},
    {"search_description": "Told by Béthan."},
    {"lead": "They call me Bethan, and I lit the street."},
    {"place": "Bethan's house"},
    {"body": [("words", "<p>It was dark.</p><p>Bethan, they said.</p>")]},
    {"body": [("words", "<p>It was <b>Beth</b>an.</p>")]},
    {"body": [("words", '<p><a href="https://example.org/bethan-lit/">There</a></p>')]},
    {"body": [("quote", {"words": "Count to three.", "who": "Bethan", "role": ""})]},
]


@pytest.mark.parametrize("told", TOLD_IN, ids=lambda told: f"{next(iter(told))}")
def test_a_nameless_story_says_no_part_of_the_tellers_name(laid_out: Cast, told: dict[str, Any]) -> None:
    nameless = {**AGREED, "consent_level": 4, "teller": ""}
    page = page_of(laid_out.cardiff)
    assert refusal_of(story_below(page, "Without", **nameless)) == ""
    given = story_below(page, **{"title": "With", **nameless, **told})
    with pytest.raises(NotAgreed) as refused:
        check_may_be_public(given)
    assert (refused.value.code, refused.value.field) == ("name_told", next(iter(told)))
    body = {"body": [("words", "<p>Griffiths</p>")]}
    family: dict[str, Any] = {field: "Griffiths" for field in told if field != "body"} or body
    assert refusal_of(story_below(page, **{"title": "Again", **nameless, **family})) == "name_told"


@pytest.mark.parametrize(("level", "code"), [(4, "name_told"), (5, "name_told"), (6, "")])
def test_a_full_name_is_told_from_the_sixth_level_on(laid_out: Cast, level: int, code: str) -> None:
    values = {**AGREED, "consent_level": level, "teller": "", "lead": "I am Bethan Griffiths."}
    assert refusal_of(story_below(page_of(laid_out.cardiff), **values)) == code


def test_a_first_name_is_told_from_the_fifth_level_on(laid_out: Cast) -> None:
    values = {**AGREED, "consent_level": 5, "slug": "bethan", "lead": "I am Bethan."}
    assert refusal_of(story_below(page_of(laid_out.cardiff), **values)) == ""


WILL = {"given_name": "Will", "family_name": "Hope", "consent_level": 4, "teller": ""}


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"title": "We will win", "slug": "we-will-win"}, ""),
        ({"lead": "We will, and there is hope."}, ""),
        ({"body": [("words", "<p>There is <b>hope</b>, and we will.</p>")]}, ""),
        ({"lead": "Will they listen?"}, "name_told"),  # begun with another word, it is no name
        ({"lead": "They call me WILL."}, "name_told"),
        ({"lead": "It was Will\u2019s idea."}, "name_told"),
        ({"lead": "The Will-Hope street."}, "name_told"),
        ({"slug": "will-hope"}, "name_told"),
        ({"given_name": "will", "lead": "They call me will."}, "name_told"),  # as its owner writes it
        ({"given_name": "\u0986\u09b6\u09be", "lead": "\u0986\u09b6\u09be"}, "name_told"),  # no capitals in Bengali
    ],
)
def test_a_name_that_is_a_word_too_may_be_said_in_small_letters(
    laid_out: Cast, told: dict[str, Any], code: str
) -> None:
    assert refusal_of(story_below(page_of(laid_out.cardiff), **{**AGREED, **WILL, **told})) == code


def test_a_name_that_begins_a_sentence_is_refused_with_what_to_do(laid_out: Cast) -> None:
    story = story_below(page_of(laid_out.cardiff), **{**AGREED, **WILL, "lead": "Hope is what we had."})
    with pytest.raises(NotAgreed, match="begin the sentence with another") as refused:
        check_may_be_public(story)
    assert refused.value.field == "lead"


def test_a_picture_s_words_tell_no_name_either(laid_out: Cast) -> None:
    shown = picture(description="Bethan before the street.")
    values = {**AGREED, "consent_level": 4, "teller": "", "picture": shown}
    assert refusal_of(story_below(page_of(laid_out.cardiff), **values)) == "name_told"


@pytest.mark.parametrize("field", ["slug", "seo_title", "search_description"])
def test_what_searches_show_is_approved_as_the_text_is(agreed: StoryPage, field: str) -> None:
    setattr(agreed, field, "a-light")
    assert refusal_of(agreed) == "not_approved"


def test_the_form_says_at_its_field_what_keeps_a_story_back(laid_out: Cast) -> None:
    story = story_below(page_of(laid_out.cardiff), **{**AGREED, "approved_on": None})
    form = StoryPage.get_edit_handler().get_form_class()(instance=story, for_user=laid_out.fresh("editor"))
    assert "has not approved this very text" in form.fields["approved_on"].help_text
    assert "has not approved this very text" not in form.fields["consent_on"].help_text


def test_a_face_in_the_text_counts_too(laid_out: Cast) -> None:
    face = picture(shows=Picture.Shows.PEOPLE)
    body = [("picture", {"picture": face, "caption": ""})]
    assert refusal_of(story_below(page_of(laid_out.cardiff), **AGREED, body=body)) == "pictured_without_agreement"


def test_a_changed_text_must_be_approved_anew(agreed: StoryPage) -> None:
    assert text_changed_on(agreed) is None  # first written down as it was approved
    agreed.lead = "We lit the street, all of us."
    assert text_changed_on(agreed) == TODAY
    agreed.save_revision()
    assert (text_changed_on(agreed), refusal_of(agreed)) == (TODAY, "not_approved")
    agreed.approved_on = TODAY
    assert refusal_of(agreed) == ""


def test_the_day_of_a_change_is_that_of_its_first_draft(agreed: StoryPage) -> None:
    agreed.lead = "We lit the street, all of us."
    agreed.save_revision()
    agreed.revisions.filter(pk=agreed.latest_revision_id).update(created_at=datetime(2026, 10, 5, 12, tzinfo=LONDON))
    agreed.revisions.exclude(pk=agreed.latest_revision_id).update(created_at=datetime(2026, 10, 1, tzinfo=LONDON))
    agreed.place = "St Mellons"
    agreed.save_revision()
    assert text_changed_on(agreed) == date(2026, 10, 5)


class TestEveryWayOfPublishing:
    """A story that is not agreed to is published by none of Wagtail's ways."""

    @pytest.fixture
    def unagreed(self, laid_out: Cast) -> StoryPage:
        return story_below(page_of(laid_out.cardiff))

    def is_out(self, story: StoryPage) -> bool:
        story = StoryPage.objects.get(pk=story.pk)
        return story.live or story.revisions.exclude(approved_go_live_at=None).exists()

    def test_publishing_its_draft(self, unagreed: StoryPage) -> None:
        with pytest.raises(NotAgreed):
            unagreed.get_latest_revision().publish()
        assert not self.is_out(unagreed)

    def test_scheduling_it(self, unagreed: StoryPage) -> None:
        unagreed.go_live_at = timezone.now() + timedelta(hours=1)
        revision = unagreed.save_revision()
        with pytest.raises(NotAgreed):
            revision.publish()
        assert not self.is_out(unagreed)

    def test_the_action_that_the_editor_and_the_api_call(self, unagreed: StoryPage) -> None:
        with pytest.raises(NotAgreed):
            PublishPageRevisionAction(unagreed.get_latest_revision()).execute()
        assert not self.is_out(unagreed)

    def test_saving_it_live(self, unagreed: StoryPage) -> None:
        unagreed.live = True
        with pytest.raises(NotAgreed):
            unagreed.save()
        assert not self.is_out(unagreed)

    def test_making_it_live(self, laid_out: Cast) -> None:
        with pytest.raises(NotAgreed):
            story_below(page_of(laid_out.cardiff), live=True)

    def test_an_older_draft_from_before_it_was_taken_back(self, agreed: StoryPage) -> None:
        older = agreed.get_latest_revision()
        older.publish()
        story = StoryPage.objects.get(pk=agreed.pk)
        story.consent_level = 2
        story.save_revision()
        with pytest.raises(NotAgreed):
            older.publish()
        assert not self.is_out(agreed)


def test_lowering_the_level_takes_every_language_off_at_once(laid_out: Cast, agreed: StoryPage) -> None:
    page_of(laid_out.cardiff, "cy")
    twin = agreed.copy_for_translation(Locale.objects.get(language_code="cy"))
    for story in (agreed, twin):
        (story.get_latest_revision() or story.save_revision()).publish()
    assert StoryPage.objects.filter(live=True).count() == 2
    draft = StoryPage.objects.get(pk=agreed.pk)
    draft.consent_level = StoryPage.ConsentLevel.NOWHERE
    draft.save_revision()

    found = StoryPage.objects.order_by("pk")
    assert [(s.live, s.consent_level, s.consent_lowered_on) for s in found] == [(False, 0, TODAY)] * 2
    assert found[1].get_latest_revision_as_object().consent_level == 0


def test_a_new_agreement_opens_a_story_that_was_taken_back(agreed: StoryPage) -> None:
    agreed.get_latest_revision().publish()
    StoryPage.objects.filter(pk=agreed.pk).update(consent_lowered_on=TODAY - timedelta(days=2))
    story = StoryPage.objects.get(pk=agreed.pk)
    assert refusal_of(story) == "taken_back"
    story.consent_on = TODAY
    story.save_revision().publish()
    assert StoryPage.objects.get(pk=agreed.pk).live


def test_a_draft_that_was_never_agreed_to_is_not_taken_back(laid_out: Cast) -> None:
    story = story_below(page_of(laid_out.cardiff), consent_level=2)
    assert StoryPage.objects.get(pk=story.pk).consent_lowered_on is None
