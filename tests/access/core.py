"""Who may open core's own addresses."""

from tests.access.personas import ADMIN, ANYBODY, those
from tests.access.table import page

ROWS = {
    "healthz": page(ANYBODY),
    "readyz": page(ANYBODY),
    "components": page(ADMIN | those("editor")),  # whoever makes pages, or changes what pages are made of
}
