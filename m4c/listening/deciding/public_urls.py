"""Addresses of deciding that are open to strangers, in each language: a vote by its code, a letter's way out."""

from m4c.core.permissions import PUBLIC
from m4c.core.routes import route
from m4c.listening.views import issue, vote

urlpatterns = [
    route("vote/", vote.type_code, allow=PUBLIC, name="type-code"),
    route("vote/<str:code>/", vote.vote, allow=PUBLIC, name="vote"),
    route("vote/<str:code>/scores/", vote.scores, allow=PUBLIC, name="vote-scores"),
    route("no-more-word/<str:signed>/", issue.stop, allow=PUBLIC, name="stop-word-back"),
]
