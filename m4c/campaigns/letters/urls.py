"""Addresses of supporters' letters and calls in the workspace."""

from m4c.campaigns.permissions import PUBLISH_CAMPAIGNS, RUN_CAMPAIGNS, SEE_CAMPAIGNS
from m4c.campaigns.views import letter_drive
from m4c.core.routes import route

OF_CAMPAIGN, ONE = "organise/campaigns/<uuid:uid>/writing/", "organise/campaigns/writing/<uuid:uid>/"
LETTER = "organise/campaigns/letters-sent/<uuid:uid>/"

urlpatterns = [
    route(OF_CAMPAIGN, letter_drive.letter_drives, allow=SEE_CAMPAIGNS, name="campaign-letters"),
    route(f"{OF_CAMPAIGN}new/", letter_drive.make, allow=RUN_CAMPAIGNS, name="make-letter-drive"),
    route(ONE, letter_drive.letter_drive, allow=SEE_CAMPAIGNS, name="letter-drive"),
    route(f"{ONE}change/", letter_drive.change, allow=RUN_CAMPAIGNS, name="change-letter-drive"),
    route(f"{ONE}opening/", letter_drive.open_it, allow=PUBLISH_CAMPAIGNS, name="open-letter-drive"),
    route(f"{LETTER}showing/", letter_drive.show, allow=PUBLISH_CAMPAIGNS, name="show-letter-answer"),
    route(f"{LETTER}hiding/", letter_drive.hide, allow=PUBLISH_CAMPAIGNS, name="hide-letter-answer"),
    route(f"{ONE}closing/", letter_drive.close_it, allow=RUN_CAMPAIGNS, name="close-letter-drive"),
]
