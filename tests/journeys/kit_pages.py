"""The pages of kits, and of supporters' letters, whose bars are measured."""

from tests.journeys.listed import listed

KITS, KIT = "/organise/campaigns/kits/", "/organise/campaigns/kits/*/"
CAMPAIGN = "/organise/campaigns/?group=st-mellons > /organise/campaigns/*/"
WRITING = "/organise/campaigns/writing/*/"

KIT_PAGES = listed(
    KITS,
    f"{KITS}new/",
    f"{KITS} > {KIT}",
    f"{KITS} > {KIT} > {KIT}change/",
    f"{KITS} > {KIT} > {KIT}run/",
    f"{KITS} > {KIT} > /organise/campaigns/kits/runs/*/change/",
    f"{CAMPAIGN} > /organise/campaigns/*/writing/",
    f"{CAMPAIGN} > /organise/campaigns/*/writing/ > /organise/campaigns/*/writing/new/",
    f"{CAMPAIGN} > /organise/campaigns/*/writing/ > {WRITING}",
    f"{CAMPAIGN} > /organise/campaigns/*/writing/ > {WRITING} > {WRITING}change/",
)
PUBLIC_KIT_PAGES = listed(
    "/kits/",
    "/kits/ > /kits/~/",
    "/kits/ > /kits/~/ > /kits/~/want/",
    "/kits/look-at-your-mail/",
    "/kits/done/",
    "/kits/wish/out-of-a-letter/",
    "/kits/near/out-of-a-letter/",
    "/campaigns/ > /campaigns/~/ > /write/~/",
)
