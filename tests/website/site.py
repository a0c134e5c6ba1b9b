"""What tests of the site are written with: pages of groups, stories and pictures."""

from datetime import date
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image

from m4c.people.models import Group
from m4c.website.models import GroupPage, Picture, StoryPage
from m4c.website.operations.site import pages_of

AGREED: dict[str, Any] = {
    "given_name": "Bethan",
    "family_name": "Griffiths",
    "consent_level": StoryPage.ConsentLevel.FIRST_NAME,
    "consent_wording": "May we print this with your first name?",
    "consent_on": date(2026, 10, 1),
    "approved_on": date(2026, 10, 2),
}


def page_of(group: Group, language: str = "en-gb") -> GroupPage:
    """A group's own page in a language."""
    pages_of(group)
    return GroupPage.objects.get(group=group, locale__language_code=language)


def story_below(parent: GroupPage, title: str = "The lights came on", **values: Any) -> StoryPage:
    """A story, as a draft with one revision, below a group's page; not agreed to unless `values` say so."""
    plain: dict[str, Any] = {
        "teller": "Bethan",
        "told_on": date(2026, 9, 20),
        "lead": "We lit the street ourselves.",
        "body": [("words", "<p>It was dark, and then it was not.</p>")],
        "live": False,
        "locale": parent.locale,
    }
    story = StoryPage(title=title, **{**plain, **values})
    parent.add_child(instance=story)
    story.save_revision()
    return story


def picture_bytes(kind: str = "JPEG", **options: Any) -> bytes:
    """A small picture."""
    drawn = BytesIO()
    Image.new("RGB", (60, 40), "#884422").save(drawn, kind, **options)
    return drawn.getvalue()


def picture(**values: Any) -> Picture:
    """A picture among the movement's own."""
    plain: dict[str, Any] = {"title": "A street", "description": "A street at night, lit by candles."}
    file = ContentFile(picture_bytes(), name="street.jpg")
    return Picture.objects.create(file=file, **{**plain, **values})
