"""The news of the demo: four pieces on what the sources report, one of them our summary of a piece elsewhere."""

# ruff: noqa: RUF001 - apostrophes as a printer sets them

from datetime import date
from typing import Any

NEWS: list[dict[str, Any]] = [
    {
        "group": None,
        "picture": "hall",
        "shared": {"author": "Zoë Ashworth", "published_on": date(2014, 9, 23)},
        "en-gb": {
            "title": "One hour, four answers",
            "slug": "one-hour-four-answers",
            "author_roles": "editor of these pages",
            "excerpt": "At this year’s Showcase in Manchester people who had never held a microphone put one question"
            " each to a member of the shadow cabinet. This is what was said.",
            "body": [
                (
                    "words",
                    "<p>The Shadow Home Secretary, Yvette Cooper, will come to Cardiff to meet the Butetown Action"
                    " Group. Rachel Reeves, speaking on work and pensions, would end targets for benefit sanctions,"
                    " if her party wins the election. Andy Burnham, for health, will meet the fair credit campaign"
                    " about saving through the payroll, and said: make it happen.</p><p>Emma Reynolds, for housing,"
                    " will meet the renters of Brighton at least three times before the election.</p>",
                ),
                (
                    "number",
                    {"number": "4", "what": "answers, in their own words", "source": "Showcase, 21 September 2014"},
                ),
                (
                    "words",
                    "<p>One of the four hangs on an election, and one has a count and a date. All four are written"
                    " down, and each has somebody who watches it.</p>",
                ),
            ],
        },
        "cy": {
            "title": "Un awr, pedwar ateb",
            "slug": "un-awr-pedwar-ateb",
            "author_roles": "golygydd y tudalennau hyn",
            "excerpt": "Yn yr Arddangosfa ym Manceinion eleni rhoddodd pobl na fu meicroffon erioed yn eu llaw un"
            " cwestiwn yr un i aelod o gabinet yr wrthblaid. Dyma a ddywedwyd.",
            "body": [
                (
                    "words",
                    "<p>Daw Yvette Cooper, llefarydd yr wrthblaid ar faterion cartref, i Gaerdydd i gwrdd â Grŵp"
                    " Gweithredu Butetown. Byddai Rachel Reeves, ar ran gwaith a phensiynau, yn rhoi terfyn ar"
                    " dargedau"
                    " sancsiynau, os bydd ei phlaid yn ennill yr etholiad. Bydd Andy Burnham, ar ran iechyd, yn cwrdd"
                    " â’r ymgyrch credyd teg ynghylch cynilo drwy’r gyflogres.</p><p>Bydd Emma Reynolds, ar ran tai,"
                    " yn"
                    " cwrdd â rhentwyr Brighton o leiaf deirgwaith cyn yr etholiad.</p>",
                ),
                (
                    "number",
                    {"number": "4", "what": "ateb, yn eu geiriau eu hunain", "source": "Arddangosfa, 21 Medi 2014"},
                ),
                (
                    "words",
                    "<p>Mae un o’r pedwar yn dibynnu ar etholiad, ac i un mae rhif a dyddiad. Cofnodwyd y pedwar, ac"
                    " mae rhywun yn gwylio pob un.</p>",
                ),
            ],
        },
    },
    {
        "group": "Enfield",
        "picture": None,
        "shared": {
            "author": "Iwan Whitlock",
            "published_on": date(2010, 10, 14),
            "outlet": "Progress",
            "outlet_link": "https://progress.example.org/2010/10/organising-is-not-campaigning",
        },
        "en-gb": {
            "title": "Organising is not campaigning by another name",
            "slug": "organising-is-not-campaigning",
            "author_roles": "secretary of his local party in Enfield, trained in July 2010",
            "excerpt": "Our member in Enfield answers three doubts about community organising, and tells how a broken"
            " door on one estate came to be mended.",
            "body": [
                (
                    "words",
                    "<p>He traces the method from Chicago in the thirties to the living wage, and sets it against the"
                    " canvass: relationships first, programme second. Twelve hundred people were trained in one"
                    " summer;"
                    " they will not go home after an election, he argues, because what they won is on their own"
                    " landing.</p>",
                )
            ],
        },
        "cy": {
            "title": "Nid ymgyrchu dan enw arall yw trefnu",
            "slug": "nid-ymgyrchu-yw-trefnu",
            "author_roles": "ysgrifennydd ei blaid leol yn Enfield, hyfforddwyd yng Ngorffennaf 2010",
            "excerpt": "Mae ein haelod yn Enfield yn ateb tri amheuaeth ynghylch trefnu cymunedol, ac yn adrodd sut y"
            " trwsiwyd drws ar un stad.",
            "body": [
                (
                    "words",
                    "<p>Mae’n olrhain y dull o Chicago’r tridegau hyd at y cyflog byw, a’i osod ochr yn ochr â’r"
                    " canfasio:"
                    " perthynas yn gyntaf, rhaglen wedyn. Hyfforddwyd mil a dau gant mewn un haf; ân nhw ddim adref"
                    " wedi"
                    " etholiad, meddai, gan fod yr hyn a enillwyd ar ben eu grisiau eu hunain.</p>",
                )
            ],
        },
    },
    {
        "group": None,
        "picture": "table",
        "shared": {"author": "Kofi Mensah", "published_on": date(2010, 8, 28)},
        "en-gb": {
            "title": "Seven cities broke the fast together",
            "slug": "seven-cities-broke-the-fast-together",
            "author_roles": "member in Manchester",
            "excerpt": "On Thursday at sunset strangers sat down to eat in seven city squares. Nobody had been put in"
            " charge of it.",
            "body": [
                (
                    "words",
                    "<p>It began with one page on the internet and one idea: bring dates, bring water, bring somebody"
                    " who has never been asked. Manchester did it, and London, Birmingham, Sheffield, Cardiff,"
                    " Leicester"
                    " and Slough did the same on the same evening.</p><p>A man who had stopped to complain stayed"
                    " until"
                    " the plates were washed. That is not a figure, and we shall not forget it.</p>",
                )
            ],
        },
        "cy": {
            "title": "Saith dinas yn torri’r ympryd gyda’i gilydd",
            "slug": "saith-dinas-yn-torri-r-ympryd",
            "author_roles": "aelod ym Manceinion",
            "excerpt": "Ar fachlud haul nos Iau eisteddodd dieithriaid i fwyta yn sgwariau saith dinas. Ni roddwyd"
            " neb"
            " i ofalu amdano.",
            "body": [
                (
                    "words",
                    "<p>Dechreuodd gydag un dudalen ar y we ac un syniad: dewch â datys, dewch â dŵr, dewch â rhywun"
                    " na"
                    " chafodd erioed wahoddiad. Gwnaed hynny ym Manceinion, ac yn Llundain, Birmingham, Sheffield,"
                    " Caerdydd, Caerlŷr a Slough yr un noson.</p><p>Arhosodd dyn a ddaethai i gwyno nes bod y platiau"
                    " wedi’u golchi. Nid ffigur mo hynny, ac nid anghofiwn ni.</p>",
                )
            ],
        },
    },
    {
        "group": "Manchester",
        "picture": "wall",
        "shared": {"author": "Nadia Rahman", "published_on": date(2010, 8, 16)},
        "en-gb": {
            "title": "The ugly wall has come out in flower",
            "slug": "the-ugly-wall-in-flower",
            "author_roles": "organiser in Manchester",
            "excerpt": "For one afternoon the concrete in Piccadilly Gardens was a garden: several hundred flowers of"
            " card, made at kitchen tables all over the city.",
            "body": [
                (
                    "words",
                    "<p>Everybody here has an opinion on that wall. We asked what people would rather look at, and"
                    " the"
                    " answer was: anything that grows. So we showed the council what it could be, in cardboard, and"
                    " asked for the real thing.</p><p>There is no answer yet. We shall ask again in spring, when"
                    " everything else is green.</p>",
                )
            ],
        },
        "cy": {
            "title": "Mae’r wal hyll yn ei blodau",
            "slug": "y-wal-hyll-yn-ei-blodau",
            "author_roles": "trefnydd ym Manceinion",
            "excerpt": "Am un prynhawn gardd oedd concrit Piccadilly Gardens: rhai cannoedd o flodau cerdyn, wedi’u"
            " gwneud"
            " wrth fyrddau cegin ar draws y ddinas.",
            "body": [
                (
                    "words",
                    "<p>Mae gan bawb yma farn am y wal honno. Gofynnwyd beth fyddai’n well gan bobl ei weld, a’r ateb"
                    " oedd: unrhyw beth sy’n tyfu. Felly dangoswyd i’r cyngor beth allai fod, mewn cerdyn, a gofyn am"
                    " y"
                    " peth go iawn.</p><p>Does dim ateb eto. Gofynnwn eto yn y gwanwyn, pan fydd popeth arall yn"
                    " wyrdd.</p>",
                )
            ],
        },
    },
]
