"""Addresses of the public questions of listening campaigns."""

from m4c.core.permissions import PUBLIC
from m4c.core.routes import route
from m4c.website.views import listening

urlpatterns = [
    route("listening/<slug:slug>/", listening.questions, allow=PUBLIC, name="listening-questions"),
    route("listening/<slug:slug>/answered/", listening.answered, allow=PUBLIC, name="listening-answered"),
]
