"""The pages of covenants and affiliations, and those of commitments that strangers see, whose bars are measured."""

from tests.journeys.listed import listed

HOME = "/organise/commitments/"
COVENANTS, COVENANT = f"{HOME}covenants/", f"{HOME}covenants/*/"
BODIES = f"{HOME}affiliations/"
ONE = f"{HOME}?status=in_progress > {HOME}*/"
BOARD, PUBLIC = "/commitments/", "/commitments/ > /commitments/~/"

FACE_PAGES = listed(
    f"{ONE} > {HOME}*/public-page/",
    f"{COVENANTS}?group=",
    f"{COVENANTS}new/",
    f"{COVENANTS}?group= > {COVENANT}",
    f"{COVENANTS}?group= > {COVENANT} > {COVENANT}edit/",
    f"{COVENANTS}?group= > {COVENANT} > {COVENANTS}parties/*/",
    BODIES,
    f"{BODIES}new/",
    f"{BODIES} > {BODIES}*/",
)
PUBLIC_FACE_PAGES = listed(
    BOARD,
    f"{BOARD}?status=overdue",
    f"{BOARD}c-2014-0002/",
    f"{BOARD}c-2026-0017/",
    f"{BOARD}c-2014-0002/ > {BOARD}c-2014-0002/follow/",
    f"{BOARD}who/",
    f"{BOARD}who/ > {BOARD}who/~/",
    f"{BOARD}c-2014-0002/ > {BOARD}bodies/~/",
    f"{BOARD}follow/look-at-your-mail/",
    f"{BOARD}follow/done/",
    f"{BOARD}follow/out-of-a-letter/",
    "/covenants/northern-moor-respect-covenant/",
)
