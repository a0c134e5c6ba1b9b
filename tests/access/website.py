"""Who may open the public pages: everybody, but what belongs to the demo alone."""

from tests.access.table import NOBODY, Row

ROWS = {
    "home": Row(NOBODY, public=True),
    "own-movement": Row(NOBODY, public=True, missing=True),  # the demo's only, and a test is no demo
}
