"""The pages of a commitment whose bars are measured: the board, one, and its forms."""

from tests.journeys.listed import listed

HOME = "/organise/commitments/"
ONE = f"{HOME}?status=in_progress > {HOME}*/"
HANGS = f"{HOME}?group=st-mellons&status=made > {HOME}*/"

COMMITMENT_PAGES = listed(
    f"{HOME}?group=",
    f"{HOME}?status=kept",
    f"{HOME}?as_at=2014-10-01",
    f"{HOME}new/",
    ONE,
    HANGS,
    f"{HANGS} > {HOME}*/edit/",
    f"{HANGS} > {HOME}*/due/",
    f"{ONE} > {HOME}*/milestones/",
    f"{HANGS} > {HOME}*/conditions/",
    f"{HOME}?status=void > {HOME}*/ > {HOME}conditions/*/",
    f"{HANGS} > {HOME}*/amending/",
    f"{HANGS} > {HOME}*/replacing/",
    f"{HANGS} > {HOME}*/successor/",
    f"{HANGS} > {HOME}*/keeper/",
)
