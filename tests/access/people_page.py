"""Who may open what a person's page is made of besides the record itself."""

from tests.access.personas import DATA, LEADERS
from tests.access.table import page

ROWS = {
    "whom": page(LEADERS | DATA, query="?person=kofi"),
}
