"""The website's chapter of the demo: a site that is lived in, whole in both languages."""

from typing import Any

from django.core.files.base import ContentFile

from m4c.core.demo import Story
from m4c.events.models import Event
from m4c.website.demo_groups import GROUPS, PICTURES
from m4c.website.demo_news import NEWS
from m4c.website.demo_pages import AGREED_ON, HOME, PEOPLE, PEOPLE_TITLES, STANDARD, STORIES
from m4c.website.demo_pages import NEWS as NEWS_LEADS
from m4c.website.demo_pictures import drawn
from m4c.website.demo_stories import STORIES as TOLD
from m4c.website.models import (
    HomePage,
    NewsIndexPage,
    NewsPage,
    PeoplePage,
    Picture,
    StandardPage,
    StoryIndexPage,
    StoryPage,
)
from m4c.website.operations.event_picture import Agreement, add_event_picture, name_in_picture
from m4c.website.operations.pages import publish, put_page, put_picture
from m4c.website.operations.site import pages_of

LANGUAGES = ("en-gb", "cy")


def tell(story: Story) -> None:
    """Hang the pictures, fill the pages that a movement starts with, and write the others."""
    pictures = {
        name: put_picture(title=title, description=words, file=drawn(name), focus=focus)
        for name, (title, words, focus) in PICTURES.items()
    }
    homes = list(HomePage.objects.visible_to(None).select_related("locale").order_by("path"))
    for home in homes:
        publish(home, lead=HOME[home.locale.language_code], picture=pictures["street"])
    fill_indexes()
    for words in STANDARD:
        put_page(StandardPage, below=homes, words=with_pictures(words, pictures), show_in_menus=True)
    put_page(PeoplePage, below=homes, words=people(), show_in_menus=True)
    groups = story.shelf["groups"]
    for name, told in GROUPS.items():
        write_group(groups[name], told, pictures)
    tell_stories(groups, pictures)
    report_news(groups, pictures)


def picture_event(story: Story) -> None:
    """Two pictures of Cardiff's last public meeting: one that everybody may see, and one that waits for a yes."""
    held = Event.objects.visible_to(story.by).of_group(story.shelf["groups"]["Cardiff"])
    event = held.filter(kind=Event.Kind.PUBLIC_MEETING, cancelled_at=None).past(story.now).first()
    if event is None:
        return
    given = {"event": event, "credit": "Rhys Morgan", "by": story.by}
    table = "The long table before anybody came, with lanterns above it."
    add_event_picture(
        file=ContentFile(drawn("table"), "table.jpg"), description=table, shows=Picture.Shows.NOBODY, **given
    )
    hall = "Bethan speaks in the hall, and somebody in the first row laughs."
    waits = add_event_picture(
        file=ContentFile(drawn("hall"), "hall.jpg"), description=hall, shows=Picture.Shows.PEOPLE, **given
    )
    agreed = Agreement(story.today, "asked after the meeting")
    name_in_picture(picture=waits, person=story.shelf["cast"]["Bethan"], agreement=agreed, by=story.by)
    name_in_picture(picture=waits, name="Nest Abara", agreement=Agreement(), by=story.by)


def fill_indexes() -> None:
    """What stands at the head of the pages of stories and of news."""
    for kind, leads in ((StoryIndexPage, STORIES), (NewsIndexPage, NEWS_LEADS)):
        for page in kind.objects.visible_to(None).select_related("locale"):
            publish(page, lead=leads[page.locale.language_code])


def write_group(group: Any, told: dict[str, Any], pictures: dict[str, Picture]) -> None:
    """A group's page in each language."""
    for page in (drafted.specific for drafted in pages_of(group)):
        publish(page, picture=pictures[told["picture"]], **told[page.locale.language_code])


def tell_stories(groups: dict[str, Any], pictures: dict[str, Picture]) -> None:
    """The stories, below the page of stories."""
    below = list(StoryIndexPage.objects.visible_to(None).select_related("locale").order_by("path"))
    for told in TOLD:
        shared = told["shared"] | {"group": groups.get(told["group"]), "picture": pictures.get(told["picture"])}
        put_page(StoryPage, below=below, words=with_pictures(told, pictures), **shared)


def report_news(groups: dict[str, Any], pictures: dict[str, Picture]) -> None:
    """The news, below the page of news."""
    below = list(NewsIndexPage.objects.visible_to(None).select_related("locale").order_by("path"))
    for told in NEWS:
        shared = told["shared"] | {"group": groups.get(told["group"]), "picture": pictures.get(told["picture"])}
        put_page(NewsPage, below=below, words=with_pictures(told, pictures), **shared)


def people() -> dict[str, dict[str, Any]]:
    """The page of people in each language."""
    rows = {}
    for language in LANGUAGES:
        somebody = [
            ("somebody", {"name": name, "role": role, "place": place, "words": words, "agreed_on": AGREED_ON})
            for name, (role, place, words) in ((name, told[language]) for name, told in PEOPLE)
        ]
        rows[language] = {**PEOPLE_TITLES[language], "people": somebody}
    return rows


def with_pictures(told: dict[str, Any], pictures: dict[str, Picture]) -> dict[str, dict[str, Any]]:
    """A page's words in each language, the pictures named in its body found."""
    rows = {}
    for language in LANGUAGES:
        words = dict(told[language])
        words["body"] = [
            (kind, found(value, pictures) if kind == "picture" else value) for kind, value in words["body"]
        ]
        rows[language] = words
    return rows


def found(value: dict[str, Any], pictures: dict[str, Picture]) -> dict[str, Any]:
    """The value of a block with a picture, the picture itself in the place of its name."""
    picture = pictures[value["picture"]]
    picture.contextual_alt_text, picture.decorative = picture.description, False
    return {**value, "picture": picture}
