"""Addresses of the site that are the same in every language: pictures, and drafts of what was told."""

from m4c.core.permissions import PUBLIC
from m4c.core.routes import route
from m4c.listening.permissions import KEEP_STORIES
from m4c.website import event_picture_urls
from m4c.website.permissions import TAKE_PICTURES_DOWN
from m4c.website.views.file import picture_file
from m4c.website.views.person_pictures import take_down
from m4c.website.views.told_story import draft

urlpatterns = [
    route("files/images/<str:name>", picture_file, allow=PUBLIC, name="picture-file"),
    route("organise/listening/stories/<uuid:uid>/page/", draft, allow=KEEP_STORIES, name="draft-story-page"),
    route("organise/people/<uuid:uid>/pictures-down/", take_down, allow=TAKE_PICTURES_DOWN, name="take-pictures-down"),
    *event_picture_urls.urlpatterns,
]
