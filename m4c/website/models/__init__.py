"""The pages of the public site, as editors write them, and their pictures."""

from m4c.website.models.group_page import GroupPage
from m4c.website.models.home import HomePage
from m4c.website.models.news import NewsIndexPage, NewsPage
from m4c.website.models.people_page import PeoplePage
from m4c.website.models.picture import Picture, PictureRendition
from m4c.website.models.recognised import Recognised
from m4c.website.models.standard import StandardPage
from m4c.website.models.story import StoryIndexPage, StoryPage

__all__ = [
    "GroupPage",
    "HomePage",
    "NewsIndexPage",
    "NewsPage",
    "PeoplePage",
    "Picture",
    "PictureRendition",
    "Recognised",
    "StandardPage",
    "StoryIndexPage",
    "StoryPage",
]
