"""The page of what a campaign was promised, whose bars are measured."""

from tests.journeys.listed import listed

CAMPAIGNS = "/organise/campaigns/"
ONE = f"{CAMPAIGNS}?group=st-mellons > {CAMPAIGNS}*/"

SHEET_PAGES = listed(f"{ONE} > {CAMPAIGNS}*/commitments/")
