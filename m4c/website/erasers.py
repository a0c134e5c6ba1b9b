"""What becomes of the site on erasure: somebody's own story goes, their pictures come down, their name leaves pages."""

from django.utils.translation import gettext_lazy as _

from m4c.people.erasing import goes, nameless, tells_of_nobody
from m4c.website import wagtail_erasers
from m4c.website.models import (
    GroupPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    PeoplePage,
    Picture,
    PictureRendition,
    Recognised,
    StandardPage,
    StoryIndexPage,
    StoryPage,
)
from m4c.website.operations.erasing import (
    own_stories,
    pages_naming,
    pictures,
    pictures_by_name,
    stories_told,
    take_away,
    take_down,
    unname,
)

ON_THE_SITE = _("A page tells of more than one person. Your name is gone from it.")
PICTURE = _("A picture may show others. It stands on no page any more, until an editor decides.")


def register() -> None:
    """Tell what becomes of the site."""
    goes(StoryPage, "teller", _("stories that they told on the site"), rows=own_stories, erase=take_away, by_name=True)
    goes(StoryPage, "from_story", _("pages with stories that they told us"), rows=stories_told, erase=take_away)
    nameless(
        Recognised, "person", _("pictures in which they can be recognised"), PICTURE, rows=pictures, erase=take_down
    )
    nameless(
        Recognised,
        "name",
        _("pictures with somebody of their name"),
        PICTURE,
        rows=pictures_by_name,
        erase=take_down,
        by_name=True,
    )
    nameless(
        NewsPage,
        "words",
        _("pages of the site with their name"),
        ON_THE_SITE,
        rows=pages_naming,
        erase=unname,
        by_name=True,
    )
    for model in (GroupPage, HomePage, NewsIndexPage, PeoplePage, StandardPage, StoryIndexPage):
        tells_of_nobody(model, why="their names are taken out with those of the pages of news")
    tells_of_nobody(Picture, PictureRendition, why="who is in a picture stands in a row of its own")
    wagtail_erasers.register()
