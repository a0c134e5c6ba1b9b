"""Who may open core's own addresses."""

from tests.access.table import NOBODY, Row, those

ROWS = {
    "healthz": Row(NOBODY, public=True),
    "readyz": Row(NOBODY, public=True),
    "components": Row(those("editor admin")),
}
