"""The pages of coding boards, themes and listening reports whose bars are measured."""

from tests.journeys.listed import listed

CAMPAIGN, GROUP, THEME = (
    "/organise/listening/campaigns/*/",
    "/organise/listening/groups/cardiff/",
    "/organise/listening/themes/*/",
)
HEARD = f"/organise/listening/ > {CAMPAIGN}"

THEME_PAGES = listed(
    f"{HEARD} > {CAMPAIGN}board/",
    f"{HEARD} > {CAMPAIGN}board/ > /organise/listening/concerns/*/",
    f"{HEARD} > {CAMPAIGN}board/ > {CAMPAIGN}board/history/",
    f"{HEARD} > {CAMPAIGN}board/ > {CAMPAIGN}themes/",
    f"{HEARD} > {CAMPAIGN}board/ > {CAMPAIGN}themes/ > {THEME}",
    f"{HEARD} > {CAMPAIGN}board/ > {CAMPAIGN}themes/ > {THEME} > {THEME}change/",
    f"{HEARD} > {CAMPAIGN}report/",
    f"{GROUP}board/",
    f"{GROUP}board/history/",
    f"{GROUP}themes/",
    f"{GROUP}reach/",
)
