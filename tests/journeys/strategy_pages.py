"""The pages of a campaign's strategy whose bars are measured: its chart with a line and a version, and its map."""

from tests.journeys.listed import listed

CAMPAIGNS = "/organise/campaigns/"
CAMPAIGN = f"{CAMPAIGNS}?group=st-mellons > {CAMPAIGNS}*/"
CHART, MAP = f"{CAMPAIGN} > {CAMPAIGNS}*/chart/", f"{CAMPAIGN} > {CAMPAIGNS}*/power-map/"
VERSIONS = f"{CHART} > {CAMPAIGNS}targets/*/chart/versions/"

STRATEGY_PAGES = listed(
    CHART,
    f"{CHART} > {CAMPAIGNS}chart-lines/*/",
    f"{CHART} > {CAMPAIGNS}targets/*/chart/",
    VERSIONS,
    f"{VERSIONS} > {CAMPAIGNS}chart-versions/*/",
    MAP,
    f"{MAP} > {CAMPAIGNS}*/power-map/places/",
    f"{MAP} > {CAMPAIGNS}*/power-map/places/?who=powerholder:*",
)
