"""The stories of the demo: what happened as the sources tell it, in invented people's own words."""

# ruff: noqa: RUF001 - apostrophes as a printer sets them

from datetime import date
from typing import Any

from m4c.website.demo_future_leaders import ASKED, FUTURE_LEADERS

WHAT_WE_WON: list[dict[str, Any]] = [
    {
        "group": "St Mellons",
        "picture": "shop",
        "shared": {
            "series": "what_we_won",
            "teller": "Gareth Hopkin",
            "place": "St Mellons",
            "told_on": date(2014, 7, 21),
            "consent_level": 6,
            "consent_wording": ASKED["whole"],
            "consent_on": date(2014, 7, 14),
            "approved_on": date(2014, 7, 18),
        },
        "en-gb": {
            "title": "Ten minutes after the first leaflet, the telephone rang",
            "slug": "ten-minutes-after-the-first-leaflet",
            "lead": "The shop in the middle of our estate had stood boarded up for eight years. We were told that"
            " nobody could reach the man who owned it. So we went to where he could see us.",
            "body": [
                (
                    "words",
                    "<p>You get used to an empty building. My youngest has never seen it with the lights on. The"
                    " politicians had written; the owner had not answered them, and he did not answer us either: not"
                    " the calls, not the letter, not two e-mails.</p><p>The third e-mail was different. It said on"
                    " which day we would be outside his other shop, and that we would rather be indoors with him.</p>",
                ),
                (
                    "quote",
                    {
                        "words": "I had a speech ready and I never needed it. What I needed was thirty neighbours.",
                        "who": "Gareth Hopkin",
                        "role": "St Mellons Action Group",
                    },
                ),
                (
                    "words",
                    "<p>Saturday, the busiest hour. Leaflets, a petition on a clipboard, people waiting by their"
                    " phones in case we needed more. He rang before the kettle was cold. If we went home, he would"
                    " meet us on Monday, and on Monday he did.</p><p>We left with two promises: that he would build,"
                    " and that he would ask us what. That is why there is to be a shop for bread and milk beside the"
                    " café: somebody’s nan put her hand up and said so.</p>",
                ),
            ],
        },
        "cy": {
            "title": "Ddeng munud ar ôl y daflen gyntaf, canodd y ffôn",
            "slug": "ddeng-munud-ar-ol-y-daflen-gyntaf",
            "lead": "Bu’r siop yng nghanol ein stad dan glo ers wyth mlynedd. Dywedwyd wrthym na allai neb gael"
            " gafael"
            " ar y perchennog. Felly aethom i sefyll lle gallai ein gweld.",
            "body": [
                (
                    "words",
                    "<p>Mae rhywun yn dod i arfer ag adeilad gwag. Welodd fy mhlentyn ieuengaf erioed olau ynddo."
                    " Roedd"
                    " y gwleidyddion wedi ysgrifennu; atebodd e mohonyn nhw, ac atebodd e mohonon ni chwaith: na’r"
                    " galwadau, na’r llythyr, na’r ddwy neges gyntaf.</p><p>Roedd y drydedd neges yn wahanol. Dywedai"
                    " ar ba ddiwrnod y byddem y tu allan i’w siop arall, ac y byddai’n well gennym fod dan do gydag"
                    " e.</p>",
                ),
                (
                    "quote",
                    {
                        "words": "Roedd araith gen i’n barod, ond doedd dim o’i hangen. Deg ar hugain o gymdogion"
                        " oedd"
                        " ei angen.",
                        "who": "Gareth Hopkin",
                        "role": "Grŵp Gweithredu Llaneirwg",
                    },
                ),
                (
                    "words",
                    "<p>Dydd Sadwrn, yr awr brysuraf. Taflenni, deiseb ar glipfwrdd, a phobl yn aros wrth eu ffonau"
                    " rhag ofn y byddai angen rhagor. Ffoniodd cyn i’r tegell oeri. Pe baem yn mynd adref, byddai’n"
                    " cwrdd â ni ddydd Llun, ac felly y bu.</p><p>Daethom oddi yno â dau addewid: y byddai’n"
                    " adeiladu,"
                    " ac y byddai’n gofyn i ni beth. Dyna pam y bydd siop fara a llaeth wrth ochr y caffi: mam-gu"
                    " rhywun gododd ei llaw a dweud.</p>",
                ),
            ],
        },
    },
    {
        "group": "Norwich",
        "picture": "street",
        "shared": {
            "series": "what_we_won",
            "teller": "Tegan",
            "given_name": "Tegan",
            "family_name": "Larwood",
            "place": "Norwich",
            "told_on": date(2010, 8, 2),
            "consent_level": 5,
            "consent_wording": ASKED["first"],
            "consent_on": date(2010, 8, 3),
            "approved_on": date(2010, 8, 5),
        },
        "en-gb": {
            "title": "The night we lit our own street",
            "slug": "the-night-we-lit-our-own-street",
            "lead": "The council meant to switch off our lamps at midnight to save money. I work nights. I walk home"
            " at three.",
            "body": [
                (
                    "words",
                    "<p>At my first training I pledged five conversations, and I thought I would have to talk people"
                    " into caring. The woman at number forty was a carer; the lad opposite delivered bread. Half the"
                    " road was awake when the lamps would be out.</p><p>Nobody wanted to shout at a councillor. What"
                    " we"
                    " had, it turned out, was Christmas decorations.</p>",
                ),
                (
                    "quote",
                    {
                        "words": "We waited until it was properly dark, and then somebody counted to three.",
                        "who": "Tegan",
                        "role": "Norwich",
                    },
                ),
                (
                    "words",
                    "<p>I have never seen my street so lovely. People came out in slippers. The newspaper came, and"
                    " after the newspaper the council: the switch-off was put back by six months.</p><p>Six months is"
                    " not for ever. The date is on my kitchen wall, and on forty other kitchen walls.</p>",
                ),
            ],
        },
        "cy": {
            "title": "Y noson y goleuon ni ein stryd ein hunain",
            "slug": "y-noson-y-goleuon-ni-ein-stryd",
            "lead": "Roedd y cyngor am ddiffodd ein lampau am hanner nos i arbed arian. Rwy’n gweithio’r nos. Am dri"
            " y"
            " bydda i’n cerdded adref.",
            "body": [
                (
                    "words",
                    "<p>Yn fy hyfforddiant cyntaf addewais bum sgwrs, gan feddwl y byddai’n rhaid i mi berswadio pobl"
                    " i falio. Gofalwraig oedd y wraig yn rhif pedwar deg; cludo bara roedd y bachgen gyferbyn. Roedd"
                    " hanner y stryd ar ddihun pan fyddai’r lampau wedi diffodd.</p><p>Doedd neb am weiddi ar"
                    " gynghorydd. Yr hyn oedd gennym, fel y digwyddodd, oedd goleuadau Nadolig.</p>",
                ),
                (
                    "quote",
                    {
                        "words": "Arhoson ni nes ei bod hi’n wirioneddol dywyll, ac yna dyma rywun yn cyfri i dri.",
                        "who": "Tegan",
                        "role": "Norwich",
                    },
                ),
                (
                    "words",
                    "<p>Welais i erioed mo’m stryd mor hardd. Daeth pobl allan yn eu sliperi. Daeth y papur newydd,"
                    " ac"
                    " ar ei ôl y cyngor: gohiriwyd y diffodd am chwe mis.</p><p>Nid am byth y mae chwe mis. Mae’r"
                    " dyddiad ar wal fy nghegin, ac ar ddeugain wal arall.</p>",
                ),
            ],
        },
    },
]
STORIES = [*WHAT_WE_WON, *FUTURE_LEADERS]
