"""Addresses of what comes in on commitments from outside; each opens with a secret alone."""

from m4c.core.permissions import PUBLIC
from m4c.core.routes import route
from m4c.website.views import commitment_links

urlpatterns = [
    route("what-you-know/thank-you/", commitment_links.evidence_sent, allow=PUBLIC, name="evidence-sent"),
    route("what-you-know/<str:token>/", commitment_links.hand_in, allow=PUBLIC, name="hand-in-evidence"),
    route("your-reply/thank-you/", commitment_links.reply_sent, allow=PUBLIC, name="office-reply-sent"),
    route("your-reply/address/<str:token>/", commitment_links.show_address, allow=PUBLIC, name="show-reply-address"),
    route("your-reply/<str:token>/", commitment_links.reply, allow=PUBLIC, name="office-reply"),
]
