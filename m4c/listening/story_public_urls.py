"""Addresses of a teller's own story, by their link, in each language."""

from m4c.core.permissions import PUBLIC
from m4c.core.routes import route
from m4c.listening.views import story_teller

ONE = "my-story/<str:token>/"

urlpatterns = [
    route(ONE, story_teller.by_link, allow=PUBLIC, name="story-by-link"),
    route(f"{ONE}removal/", story_teller.take_back_by_link, allow=PUBLIC, name="take-back-story-by-link"),
    route(f"{ONE}no-more/", story_teller.never_ask_by_link, allow=PUBLIC, name="never-ask-by-link"),
]
