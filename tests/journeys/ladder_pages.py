"""The pages of a campaign's ladder whose bars are measured: the rungs, a step, standing down, and a petition."""

from tests.journeys.listed import listed

CAMPAIGNS = "/organise/campaigns/"
CAMPAIGN = f"{CAMPAIGNS}?group=st-mellons > {CAMPAIGNS}*/"
LADDER, PETITIONS = f"{CAMPAIGN} > {CAMPAIGNS}*/ladder/", f"{CAMPAIGN} > {CAMPAIGNS}*/petitions/"
STEP, PETITION = f"{LADDER} > {CAMPAIGNS}steps/*/", f"{PETITIONS} > {CAMPAIGNS}petitions/*/"
NEXT = f"{CAMPAIGN} > {CAMPAIGNS}steps/*/"
DOWN = f"{CAMPAIGNS}stand-downs/*/"  # met while her pages were readied

LADDER_PAGES = listed(
    LADDER,
    f"{LADDER} > {CAMPAIGNS}*/ladder/new/",
    STEP,
    f"{NEXT} > {CAMPAIGNS}steps/*/words/",
    f"{STEP} > {CAMPAIGNS}steps/*/leaflet/",
    DOWN,
    PETITIONS,
    f"{PETITIONS} > {CAMPAIGNS}*/petitions/new/",
    PETITION,
    f"{PETITION} > {CAMPAIGNS}petitions/*/words/",
    f"{PETITION} > {CAMPAIGNS}petitions/*/ticks/",
    f"{PETITION} > {CAMPAIGNS}sheets/*/",
)
