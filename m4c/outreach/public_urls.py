"""Addresses of outreach that are open to strangers, in each language."""

from m4c.core.permissions import PUBLIC
from m4c.core.routes import route
from m4c.outreach.views import stop_letters

urlpatterns = [route("no-more-letters/<str:token>/", stop_letters.stop, allow=PUBLIC, name="stop-letters")]
