"""The pages of approaches whose bars are measured: the list, one, a new one, pauses, and silence said in public."""

from tests.journeys.listed import listed

CAMPAIGNS = "/organise/campaigns/"
CAMPAIGN = f"{CAMPAIGNS}?group=st-mellons > {CAMPAIGNS}*/"
APPROACHES = f"{CAMPAIGN} > {CAMPAIGNS}*/approaches/"
APPROACH = f"{APPROACHES} > {CAMPAIGNS}approaches/*/"
NEW = f"{APPROACHES} > {CAMPAIGNS}*/approaches/new/"

APPROACH_PAGES = listed(
    APPROACHES,
    NEW,
    f"{NEW} > {CAMPAIGNS}*/approaches/new/?to=*",
    APPROACH,
    f"{APPROACH} > {CAMPAIGNS}approaches/*/correct/",
    f"{APPROACH} > {CAMPAIGNS}approaches/*/silence/",
    f"{APPROACHES} > {CAMPAIGNS}*/pauses/",
    f"{CAMPAIGN} > {CAMPAIGNS}approaches/*/ > {CAMPAIGNS}silence/*/",
)
