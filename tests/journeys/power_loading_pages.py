"""The pages of who represents whom, of councils and of tables loaded whose bars are measured."""

from tests.journeys.listed import listed

POWER = "/organise/power/"
COUNCIL = f"{POWER}councils/ > {POWER}councils/*/"

POWER_LOADING_PAGES = listed(
    f"{POWER}represents/",
    f"{POWER}represents/?postcode=CF3+0EF",
    f"{POWER}represents/?postcode=SW9",
    f"{POWER}areas/constituency/W07000089/",
    f"{POWER}councils/",
    COUNCIL,
    f"{COUNCIL} > {POWER}councils/*/control/",
    f"{POWER}loads/",
)
