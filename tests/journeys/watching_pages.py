"""The pages that watch a commitment whose bars are measured: entries, links, verdicts, replies, keeping in touch."""

from tests.journeys.listed import listed

HOME = "/organise/commitments/"
ONE = f"{HOME}?status=in_progress > {HOME}*/"
BROKEN = f"{HOME}?group=st-mellons&status=broken > {HOME}*/"
PROGRESS = f"{ONE} > {HOME}*/progress/"
VERDICT = f"{BROKEN} > {HOME}verdicts/*/"

WATCHING_PAGES = listed(
    PROGRESS,
    f"{PROGRESS} > {HOME}progress/*/",
    f"{ONE} > {HOME}*/contact/",
    f"{ONE} > {HOME}*/evidence-links/",
    f"{ONE} > {HOME}*/verdict/",
    VERDICT,
    f"{VERDICT} > {HOME}replies/*/",
)
