"""The pages of tables, asks, grids and assemblies whose bars are measured."""

from tests.journeys.listed import listed

TABLES, ASKS, GRIDS, ALL = "/organise/negotiations/", "/organise/asks/", "/organise/grids/", "/organise/assemblies/"
CAMPAIGNS, EVENTS = "/organise/campaigns/", "/organise/events/"
AT_TABLE = f"{CAMPAIGNS}?group=st-mellons > {CAMPAIGNS}*/ > {CAMPAIGNS}*/table/"
TABLE, GRID, ASSEMBLY = f"{TABLES} > {TABLES}*/", f"{GRIDS} > {GRIDS}*/", f"{ALL}?group=st-mellons > {ALL}*/"
WRITE = f"{TABLE} > {ASKS}new/"

TABLE_PAGES = listed(
    TABLES,
    f"{TABLES}new/",
    AT_TABLE,
    TABLE,
    f"{TABLE} > {TABLES}*/seats/",
    f"{TABLES} > {TABLES}*/ > /organise/minutes/*/",
    f"{TABLE} > {EVENTS}*/answers/",
    f"{TABLE} > {ASKS}*/",
    WRITE,
    GRIDS,
    f"{GRIDS}new/",
    GRID,
    f"{GRID} > {GRIDS}*/paper/",
    f"{GRID} > {GRIDS}*/people/",
    ALL,
    f"{ALL}new/",
    ASSEMBLY,
    f"{ASSEMBLY} > {ALL}*/sheets/whole/",
    f"{ASSEMBLY} > {ALL}*/items/new/",
    f"{ASSEMBLY} > {ALL}items/*/",
    f"{ASSEMBLY} > {ALL}*/roll/",
)
PUBLIC_TABLE_PAGES = listed("/commitments/asked/every-councillor-asked-about-the-old-supermarket/")
