"""Who may open which page of commitments: the rows of each of its nouns together."""

from tests.access import (
    commitments_assembly,
    commitments_covenants,
    commitments_faces,
    commitments_record,
    commitments_sheets,
    commitments_table,
    commitments_watching,
)
from tests.access.table import Row

ROWS: dict[str, Row] = {
    **commitments_assembly.ROWS,
    **commitments_covenants.ROWS,
    **commitments_faces.ROWS,
    **commitments_record.ROWS,
    **commitments_sheets.ROWS,
    **commitments_table.ROWS,
    **commitments_watching.ROWS,
}
