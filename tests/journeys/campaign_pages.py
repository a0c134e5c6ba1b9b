"""The pages of campaigns whose bars are measured: the list, one and its pages, a project, a document, a letter."""

from tests.journeys.listed import listed

CAMPAIGNS = "/organise/campaigns/"
ONE = f"{CAMPAIGNS}*/"
CAMPAIGN = f"{CAMPAIGNS}?group=st-mellons > {ONE}"
PROJECT = f"{CAMPAIGNS}?group=st-mellons&which=projects > {ONE}"

CAMPAIGN_PAGES = listed(
    CAMPAIGNS,
    f"{CAMPAIGNS}new/",
    CAMPAIGN,
    f"{CAMPAIGN} > {ONE}set-up/",
    f"{CAMPAIGN} > {ONE}words/",
    f"{CAMPAIGN} > {ONE}case/",
    f"{CAMPAIGN} > {ONE}case/ > {ONE}documents/*/",
    f"{CAMPAIGN} > {ONE}backers/",
    f"{CAMPAIGN} > {ONE}backers/ > {CAMPAIGNS}letters/*/",
    f"{CAMPAIGN} > {ONE}family/",
    f"{CAMPAIGN} > {ONE}jobs/new/",
    PROJECT,
    f"{PROJECT} > {ONE}gifts/",
    f"{PROJECT} > {ONE}gifts/ > {CAMPAIGNS}gifts/*/",
)
