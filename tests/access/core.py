"""Who may open core's own addresses."""

from tests.access.personas import ADMIN, ANYBODY, EVERYBODY, those
from tests.access.table import page

ROWS = {
    "healthz": page(ANYBODY),
    "readyz": page(ANYBODY),
    "search": page(EVERYBODY),  # each source asks for a right of its own
    "components": page(ADMIN | those("editor")),  # whoever makes pages, or changes what pages are made of
}
