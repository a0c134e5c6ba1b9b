"""The pages of powerholders, their offices and what is on record of them whose bars are measured."""

from tests.journeys.listed import listed

POWER = "/organise/power/"
ONE = f"{POWER}?kind=private > {POWER}*/"
HELD = f"{POWER}?only=now&q=planning > {POWER}*/"
BODY = f"{POWER}institutions/?kind=council > {POWER}institutions/*/"
OFFICE = f"{BODY} > {POWER}offices/*/"
SITE = f"{POWER}sites/ > {POWER}sites/*/"
RESEARCH = f"{POWER}research/"

POWER_PAGES = listed(
    POWER,
    f"{POWER}?q=zzqq",
    f"{POWER}new/",
    ONE,
    f"{ONE} > {POWER}*/change/",
    f"{ONE} > {POWER}*/facts/",
    f"{ONE} > {POWER}*/attempts/",
    f"{ONE} > {POWER}*/presence/",
    f"{ONE} > {POWER}*/lines/",
    f"{ONE} > {POWER}*/own-person/",
    f"{ONE} > {POWER}*/asking/",
    f"{ONE} > {POWER}*/asking/ > {POWER}*/acquaintances/",
    f"{ONE} > {POWER}facts/*/withdrawal/",
    f"{ONE} > {POWER}lines/*/end/",
    HELD,
    f"{HELD} > {POWER}*/tenures/",
    f"{HELD} > {POWER}tenures/*/",
    f"{HELD} > {POWER}tenures/*/end/",
    f"{POWER}institutions/",
    f"{POWER}institutions/new/",
    BODY,
    f"{BODY} > {POWER}institutions/*/change/",
    f"{BODY} > {POWER}institutions/*/end/",
    f"{BODY} > {POWER}institutions/*/offices/",
    f"{BODY} > {POWER}institutions/*/facts/",
    OFFICE,
    f"{OFFICE} > {POWER}offices/*/change/",
    f"{OFFICE} > {POWER}offices/*/end/",
    f"{OFFICE} > {POWER}offices/*/tenures/",
    f"{POWER}sites/",
    f"{POWER}sites/new/",
    SITE,
    f"{SITE} > {POWER}sites/*/change/",
    f"{SITE} > {POWER}sites/*/states/",
    f"{SITE} > {POWER}sites/*/owners/",
    f"{SITE} > {POWER}owners/*/end/",
    RESEARCH,
    f"{RESEARCH}new/",
    f"{RESEARCH} > {RESEARCH}*/",
    f"{RESEARCH} > {RESEARCH}*/ > {RESEARCH}*/change/",
)
COPY_PAGES = listed(f"{ONE} > {POWER}*/copy/")
