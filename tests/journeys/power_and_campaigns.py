"""The pages of power and of campaigns that one organiser looks at, gathered from the lists of their parts."""

from tests.journeys.approach_pages import APPROACH_PAGES
from tests.journeys.campaign_pages import CAMPAIGN_PAGES
from tests.journeys.commitment_pages import COMMITMENT_PAGES
from tests.journeys.kit_pages import KIT_PAGES
from tests.journeys.ladder_pages import LADDER_PAGES
from tests.journeys.power_loading_pages import POWER_LOADING_PAGES
from tests.journeys.power_pages import POWER_PAGES
from tests.journeys.press_pages import PRESS_PAGES
from tests.journeys.sheet_pages import SHEET_PAGES
from tests.journeys.strategy_pages import STRATEGY_PAGES
from tests.journeys.table_pages import TABLE_PAGES
from tests.journeys.watching_pages import WATCHING_PAGES

POWER_AND_CAMPAIGNS = [
    *APPROACH_PAGES,
    *CAMPAIGN_PAGES,
    *PRESS_PAGES,
    *LADDER_PAGES,
    *KIT_PAGES,
    *STRATEGY_PAGES,
    *COMMITMENT_PAGES,
    *SHEET_PAGES,
    *TABLE_PAGES,
    *WATCHING_PAGES,
    *POWER_PAGES,
    *POWER_LOADING_PAGES,
]
