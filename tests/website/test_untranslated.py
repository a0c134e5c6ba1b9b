"""What editors are told about pages that are not in both languages."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import RequestFactory
from django.utils import timezone
from wagtail.models import Locale

from m4c.website.models import StoryPage
from m4c.website.untranslated import left_behind, untranslated
from tests.cast import Cast
from tests.website.site import page_of, story_below


@pytest.fixture
def request_of_editor(laid_out: Cast) -> Any:
    """The editor of Cardiff asks."""
    request = RequestFactory().get("/cms/")
    request.user = laid_out.fresh("editor")
    return request


def test_a_page_without_a_twin_is_told(laid_out: Cast, request_of_editor: Any) -> None:
    story_below(page_of(laid_out.cardiff))
    story_below(page_of(laid_out.manchester), "Not Cardiff's to know")
    assert [page.title for page in untranslated(request_of_editor, "cy")] == ["The lights came on"]


def test_a_twin_that_fell_behind_is_told(laid_out: Cast, request_of_editor: Any) -> None:
    story = story_below(page_of(laid_out.cardiff))
    twin = story.copy_for_translation(Locale.objects.get(language_code="cy"))
    twin.save_revision()
    assert list(left_behind(request_of_editor, "cy")) == []
    StoryPage.objects.filter(pk=story.pk).update(latest_revision_created_at=timezone.now() + timedelta(hours=1))
    assert [page.pk for page in left_behind(request_of_editor, "cy")] == [story.pk]
    assert list(untranslated(request_of_editor, "cy")) == []
