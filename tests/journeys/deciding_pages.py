"""The pages of ballots, candidates and issues whose bars are measured, and one's own votes as a member sees them."""

from tests.journeys.listed import listed

LISTENING = "/organise/listening/"
BALLOTS, ISSUES = f"{LISTENING}ballots/", f"{LISTENING}issues/"
BALLOT, ISSUE = f"{BALLOTS} > {BALLOTS}*/", f"{ISSUES} > {ISSUES}*/"
CUTTING = f"{ISSUE} > {LISTENING}themes/*/cutting/"

DECIDING_PAGES = listed(
    BALLOTS,
    f"{BALLOTS}new/",
    BALLOT,
    f"{BALLOT} > {BALLOTS}*/phoned/",
    f"{BALLOT} > {BALLOTS}*/slips/",
    f"{BALLOT} > {BALLOTS}*/papers/",
    f"{BALLOT} > {BALLOTS}*/behalf/",
    f"{BALLOT} > {BALLOTS}*/links/",
    ISSUES,
    ISSUE,
    CUTTING,
    f"{CUTTING} > {LISTENING}themes/*/cutting/names/",
    f"{CUTTING} > {LISTENING}candidates/*/scores/",
    f"{CUTTING} > {LISTENING}candidates/*/words/",
    f"{CUTTING} > {LISTENING}candidates/*/choice/",
)
VOTES = "/organise/my-votes/"
OWN_VOTE_PAGES = listed(VOTES, f"{VOTES} > {VOTES}*/", f"{VOTES} > {VOTES}*/scores/")
