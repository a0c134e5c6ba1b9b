"""Addresses of the site's pictures, the same in every language."""

from m4c.core.permissions import PUBLIC
from m4c.core.routes import route
from m4c.website.views.file import picture_file

urlpatterns = [
    route("files/images/<str:name>", picture_file, allow=PUBLIC, name="picture-file"),
]
