"""Addresses of the site's pictures, the same in every language, and of taking somebody's off it."""

from m4c.core.permissions import PUBLIC
from m4c.core.routes import route
from m4c.website.permissions import TAKE_PICTURES_DOWN
from m4c.website.views.file import picture_file
from m4c.website.views.person_pictures import take_down

urlpatterns = [
    route("files/images/<str:name>", picture_file, allow=PUBLIC, name="picture-file"),
    route("organise/people/<uuid:uid>/pictures-down/", take_down, allow=TAKE_PICTURES_DOWN, name="take-pictures-down"),
]
