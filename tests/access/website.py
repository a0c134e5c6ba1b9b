"""Who may open the public pages: everybody, but what belongs to the demo alone."""

from tests.access import (
    website_event_pictures,
    website_forms,
    website_own_data,
    website_pages,
    website_pictures,
    website_replies,
)
from tests.access.personas import ANYBODY, NOBODY
from tests.access.table import form, page

ROWS = {
    "home": page(ANYBODY),
    "own-movement": form(NOBODY, area=ANYBODY),  # the demo's only, and a test is no demo
    **website_event_pictures.ROWS,
    **website_forms.ROWS,
    **website_own_data.ROWS,
    **website_pages.ROWS,
    **website_pictures.ROWS,
    **website_replies.ROWS,
}
