"""Addresses of commitments, noun by noun."""

from m4c.commitments.assembly import urls as assembly
from m4c.commitments.covenants import urls as covenants
from m4c.commitments.faces import urls as faces
from m4c.commitments.record import urls as record
from m4c.commitments.sheets import urls as sheets
from m4c.commitments.table import urls as table
from m4c.commitments.watching import urls as watching
from m4c.commitments.wins import urls as wins

urlpatterns = [
    *assembly.urlpatterns,
    *covenants.urlpatterns,
    *faces.urlpatterns,
    *record.urlpatterns,
    *sheets.urlpatterns,
    *table.urlpatterns,
    *watching.urlpatterns,
    *wins.urlpatterns,
]
