"""The pages of press, a campaign's public page and wins whose bars are measured."""

from tests.journeys.listed import listed

CAMPAIGNS = "/organise/campaigns/"
ONE = f"{CAMPAIGNS}?group=st-mellons > {CAMPAIGNS}*/"
PRESS, WINS = f"{ONE} > {CAMPAIGNS}*/press/", f"{CAMPAIGNS}wins/"
ITEM, NOTE = f"{CAMPAIGNS}press/*/", f"{CAMPAIGNS}press-notes/*/"

PRESS_PAGES = listed(
    PRESS,
    f"{PRESS} > {CAMPAIGNS}*/press/new/",
    f"{PRESS} > {ITEM}",
    f"{PRESS} > {ITEM} > {ITEM}edit/",
    f"{PRESS} > {CAMPAIGNS}*/press/notes/new/",
    f"{PRESS} > {NOTE}",
    f"{PRESS} > {NOTE} > {NOTE}edit/",
    f"{ONE} > {CAMPAIGNS}*/public-page/",
    WINS,
    f"{WINS}new/",
    f"{WINS} > {WINS}*/",
    f"{WINS} > {WINS}*/ > {WINS}*/edit/",
)
