"""Addresses of what makes a commitment public."""

from m4c.commitments.permissions import PUBLISH_COMMITMENTS, SEE_COMMITMENTS
from m4c.commitments.views import publishing
from m4c.core.routes import route

PAGE = "organise/commitments/<uuid:uid>/public-page/"

urlpatterns = [
    route(PAGE, publishing.page, allow=SEE_COMMITMENTS, name="commitment-public-page"),
    route(f"{PAGE}publishing/", publishing.publish, allow=PUBLISH_COMMITMENTS, name="publish-commitment"),
    route(f"{PAGE}taking-down/", publishing.take_down, allow=PUBLISH_COMMITMENTS, name="take-down-commitment"),
]
