"""Who may open one's own data: everybody to ask for it, and whoever holds a link to what it opens."""

from tests.access.personas import ANYBODY, NOBODY
from tests.access.table import form, page, press

ROWS = {
    "own-data-sent": page(ANYBODY),
    "ask-own-data": form(ANYBODY),
    "own-data-link": form(ANYBODY, given={"token": "secret"}),
    # Without a link that this browser has used there is nothing here.
    "own-data": page(NOBODY, area=ANYBODY),
    "put-own-data-right": press(NOBODY, area=ANYBODY),
    "stop-own-data": press(NOBODY, area=ANYBODY),
    "own-pack": page(ANYBODY, given={"token": "secret"}),
    "take-own-pack": press(NOBODY, area=ANYBODY, given={"token": "secret", "file": "pdf"}),
}
