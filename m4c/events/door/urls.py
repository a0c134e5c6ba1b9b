"""Addresses of the door: for accounts below their event, for hosts below the link that was opened on their device."""

from collections.abc import Callable

from django.urls import URLPattern
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.core.permissions import PUBLIC, Permission
from m4c.core.routes import View, route
from m4c.events.door.at_door import for_account, for_host
from m4c.events.permissions import RECORD_ATTENDANCE
from m4c.events.views import door, door_code, door_device, host_link, sign_in_sheet

Asked = Callable[..., View]  # by which methods a view is asked
Part = tuple[str, Asked, View, str]

fill_in: Asked = require_http_methods(["GET", "POST"])
PARTS: list[Part] = [  # below the door: where, how it is asked, view, name
    ("", require_safe, door.door, "door"),
    ("tap/", require_POST, door.tap, "door-tap"),
    ("back/", require_POST, door.take_back, "door-back"),
    ("walk-in/", fill_in, door.walk_in, "door-walk-in"),
    ("people/<uuid:place>/", require_safe, door.entry, "door-entry"),
    ("list/", require_safe, door_device.door_list, "door-list"),
    ("total/", require_safe, door_device.total, "door-total"),
    ("arrivals/", require_POST, door_device.arrivals, "door-arrivals"),
    ("worker.js", require_safe, door_device.worker, "door-worker"),
]
FOR_ACCOUNTS: list[Part] = [  # beside the door
    ("door/people/<uuid:place>/code/", require_safe, door_code.show_code, "door-show-code"),
    ("host-links/", fill_in, host_link.host_links, "host-links"),
    ("sign-in-sheet/", fill_in, sign_in_sheet.sign_in_sheet, "sign-in-sheet"),
    ("sign-in-sheet/<uuid:file>/", require_safe, sign_in_sheet.made, "sign-in-sheet-made"),
    ("sign-in-sheet/<uuid:file>/pdf/", require_safe, sign_in_sheet.download, "sign-in-sheet-pdf"),
]


def opened(top: str, opens: Callable[[View], View], allow: Permission, part: Part, prefix: str = "") -> URLPattern:
    """The address of a part of the door, as `opens` lets somebody in; how it is asked counts before who asks."""
    where, ask, view, name = part
    return route(top + where, ask(opens(view)), allow=allow, name=prefix + name)


EVENT, CALLED_BACK = "organise/events/<uuid:uid>/", "organise/host-links/<uuid:uid>/calling-back/"

urlpatterns = [
    *(opened(f"{EVENT}door/", for_account, RECORD_ATTENDANCE, part) for part in PARTS),
    *(opened(EVENT, for_account, RECORD_ATTENDANCE, part) for part in FOR_ACCOUNTS),
    route(CALLED_BACK, host_link.revoke, allow=RECORD_ATTENDANCE, name="revoke-host-link"),
    *(opened("door/at/<uuid:uid>/", for_host, PUBLIC, part, "host-") for part in PARTS),
    route("door/code/<str:signed>/", door_code.door_code, allow=PUBLIC, name="door-code"),
    route("door/<str:token>/", host_link.open_link, allow=PUBLIC, name="host-link"),
]
