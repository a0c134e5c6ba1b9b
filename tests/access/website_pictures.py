"""Who may fetch the pictures of the site, and who may take somebody's off it."""

from tests.access.personas import ANYBODY, DATA, NOBODY, ORGANISERS, OWN_ORGANISERS, SAFEGUARDING
from tests.access.records import member
from tests.access.table import page, press

ROWS = {
    "picture-file": page(NOBODY, area=ANYBODY, given={"name": "no-such-cut.webp"}),
    "take-pictures-down": press(OWN_ORGANISERS | DATA, area=ORGANISERS | DATA | SAFEGUARDING, given=member),
}
