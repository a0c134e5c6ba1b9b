"""Addresses of what makes a commitment public."""

from m4c.campaigns.permissions import PUBLISH_CAMPAIGNS
from m4c.commitments.permissions import PUBLISH_COMMITMENTS, RECORD_COMMITMENTS, SEE_COMMITMENTS
from m4c.commitments.views import publishing, speaker_naming
from m4c.core.routes import route

PAGE = "organise/commitments/<uuid:uid>/public-page/"

urlpatterns = [
    route(PAGE, publishing.page, allow=SEE_COMMITMENTS, name="commitment-public-page"),
    route(f"{PAGE}publishing/", publishing.publish, allow=PUBLISH_COMMITMENTS, name="publish-commitment"),
    route(f"{PAGE}taking-down/", publishing.take_down, allow=PUBLISH_COMMITMENTS, name="take-down-commitment"),
    route(f"{PAGE}naming/", speaker_naming.ask, allow=RECORD_COMMITMENTS, name="ask-to-name-speaker"),
    route(f"{PAGE}naming/decision/", speaker_naming.decide, allow=PUBLISH_CAMPAIGNS, name="decide-speaker-naming"),
    route(f"{PAGE}naming/end/", speaker_naming.end, allow=PUBLISH_CAMPAIGNS, name="end-speaker-naming"),
]
