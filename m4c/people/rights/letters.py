"""Letters about what people ask of their own data: a link to whoever asked, and without content to whoever answers."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse

from m4c.core.permissions import Role
from m4c.people.desk.letters import send_to, tell
from m4c.people.groups.nearest import who_holds
from m4c.people.models import RightsRequest
from m4c.people.models.own_data_link import GOOD_FOR

if TYPE_CHECKING:
    from m4c.people.operations.access_pack import PackLetter
    from m4c.people.operations.own_data import OwnDataLetter


def send_own_data_link(letter: "OwnDataLetter") -> None:
    """The link to one's own contact details and consents, and how long it is good."""
    minutes = int(GOOD_FOR.total_seconds() // 60)
    send_to(letter.link.email, letter.language, "own_data_link", {"link": letter, "minutes": minutes})


def send_pack_link(letter: "PackLetter") -> None:
    """The link to the copy of all that is held on somebody, and until when it is good."""
    pack = letter.pack
    send_to(pack.sent_to, pack.request.language, "access_pack_link", {"link": letter, "until": pack.expires_at})


def send_request_waits(request: RightsRequest) -> None:
    """That somebody asks something of their data, to whoever answers that, else to the admins; not who, nor what."""
    those = who_holds([Role.DATA_PROTECTION], request.group) or who_holds([Role.ADMIN], request.group)
    context = {"link": settings.SITE_URL + reverse("rights"), "day": request.aim_by}
    tell(those, "request_waits", context)
