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
    teller = "" if level == 4 else "Bethan Griffiths"
    values = {**AGREED, "consent_level": level, "teller": teller, "picture": face}
    assert refusal_of(story_below(page_of(laid_out.cardiff), **values)) == code


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
