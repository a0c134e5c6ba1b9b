"""The Future Leader Stories of the demo, in invented people's own words, and how each teller was asked."""

# ruff: noqa: RUF001 - apostrophes as a printer sets them

from datetime import date
from typing import Any

ASKED = {
    "first": "May we print this on our public pages with your first name? You may take it back at any time.",
    "whole": "May we print this on our public pages with your full name? You may take it back at any time.",
    "nameless": "May we print this without your name, your town and anything by which you could be known?",
}

FUTURE_LEADERS: list[dict[str, Any]] = [
    {
        "group": "Manchester",
        "picture": "front-room",
        "shared": {
            "series": "future_leaders",
            "teller": "Lena",
            "given_name": "Lena",
            "family_name": "Fairclough",
            "place": "Manchester",
            "told_on": date(2010, 11, 1),
            "consent_level": 5,
            "consent_wording": ASKED["first"],
            "consent_on": date(2010, 10, 25),
            "approved_on": date(2010, 10, 29),
        },
        "en-gb": {
            "title": "I had never spoken in public",
            "slug": "i-had-never-spoken-in-public",
            "lead": "I came to the training because a friend would not go alone. I left with a list of five names and"
            " a date for a meeting in my own front room.",
            "body": [
                (
                    "words",
                    "<p>Nobody had ever asked me what makes me angry and then waited for the answer. That is all a"
                    " one-to-one is. The second one I held was with my neighbour of nine years, and I learned that he"
                    " had slept rough at nineteen.</p>",
                ),
                (
                    "words",
                    "<p>Nine people came to the house meeting. Three of them had a son or a sister without a home. We"
                    " went to see the shelters before we asked anybody for anything, and the shelters told us whom to"
                    " ask.</p><p>When they wanted somebody to begin, the room looked at me. I told it what my"
                    " neighbour"
                    " had let me tell. It went quiet, and then it got to work.</p>",
                ),
            ],
        },
        "cy": {
            "title": "Doeddwn i erioed wedi siarad yn gyhoeddus",
            "slug": "doeddwn-i-erioed-wedi-siarad-yn-gyhoeddus",
            "lead": "Des i’r hyfforddiant am nad âi ffrind ar ei phen ei hun. Gadewais gyda rhestr o bum enw a"
            " dyddiad"
            " ar gyfer cyfarfod yn fy ystafell ffrynt.",
            "body": [
                (
                    "words",
                    "<p>Doedd neb erioed wedi gofyn i mi beth sy’n fy nghorddi, ac yna aros am yr ateb. Dyna’r cyfan"
                    " yw sgwrs un-i-un. Gyda chymydog ers naw mlynedd y cefais yr ail, a dysgu iddo gysgu ar y stryd"
                    " yn"
                    " bedair ar bymtheg.</p>",
                ),
                (
                    "words",
                    "<p>Daeth naw i’r cyfarfod tŷ. Roedd gan dri ohonynt fab neu chwaer heb gartref. Aethom i weld y"
                    " llochesi cyn gofyn dim i neb, a nhw ddywedodd wrthym i bwy y dylem ofyn.</p><p>Pan oedd angen"
                    " rhywun i ddechrau, edrychodd yr ystafell arna i. Dywedais yr hyn y cefais ganiatâd fy nghymydog"
                    " i’w ddweud. Aeth pobman yn dawel, ac yna aed ati.</p>",
                ),
            ],
        },
    },
    {
        "group": None,
        "picture": None,
        "shared": {
            "series": "future_leaders",
            "teller": "",
            "given_name": "Nerys",
            "family_name": "Bowdler",
            "place": "",
            "told_on": date(2014, 5, 28),
            "has_exit": True,
            "consent_level": 4,
            "consent_wording": ASKED["nameless"],
            "consent_on": date(2014, 5, 20),
            "approved_on": date(2014, 5, 26),
        },
        "en-gb": {
            "title": "What I learned to say out loud",
            "slug": "what-i-learned-to-say-out-loud",
            "lead": "For a long time I thought the trouble was mine. Then I sat in a room of women, and it was ours.",
            "body": [
                (
                    "words",
                    "<p>I will not tell what happened to me; you may know it already, or you may be lucky. What I"
                    " want"
                    " to tell is what happened next. We held listening meetings, one after another, and we wrote on"
                    " the"
                    " wall what nobody had asked us about: not what he did, but what the school, the surgery and the"
                    " neighbours had not done.</p>",
                ),
                (
                    "quote",
                    {
                        "words": "They had decided things about us for years. That day they decided them with us.",
                        "who": "",
                        "role": "",
                    },
                ),
                (
                    "words",
                    "<p>We asked for one thing that could be granted: that the young be taught what a good"
                    " relationship"
                    " is. We sat down with the commissioner who could pay for it, and a school is trying it"
                    " out.</p><p>If"
                    " any of this is yours as well: the button at the top takes you away from here at once.</p>",
                ),
            ],
        },
        "cy": {
            "title": "Yr hyn y dysgais ei ddweud yn uchel",
            "slug": "yr-hyn-y-dysgais-ei-ddweud-yn-uchel",
            "lead": "Am amser hir credais mai fi oedd piau’r helynt. Yna eisteddais mewn ystafell o fenywod, a ni"
            " oedd"
            " ei biau.",
            "body": [
                (
                    "words",
                    "<p>Ddyweda i ddim beth ddigwyddodd i mi; efallai y gwyddoch eisoes, neu efallai i chi fod yn"
                    " lwcus. Am ddweud yr ydw i beth ddaeth wedyn. Cynhaliwyd cyfarfodydd gwrando, y naill ar ôl y"
                    " llall, ac ysgrifennwyd ar y wal yr hyn na ofynnodd neb i ni amdano: nid beth wnaeth e, ond beth"
                    " na wnaeth yr ysgol, y feddygfa a’r cymdogion.</p>",
                ),
                (
                    "quote",
                    {
                        "words": "Buon nhw’n penderfynu yn ein cylch ers blynyddoedd. Y diwrnod hwnnw, gyda ni y"
                        " penderfynwyd.",
                        "who": "",
                        "role": "",
                    },
                ),
                (
                    "words",
                    "<p>Un peth y gellid ei roi oedd ein cais: dysgu i’r ifanc beth yw perthynas dda. Eisteddwyd i"
                    " lawr"
                    " gyda’r comisiynydd a allai dalu amdano, ac mae ysgol yn rhoi cynnig arno.</p><p>Os yw hyn yn"
                    " perthyn i chi hefyd: mae’r botwm ar frig y dudalen yn mynd â chi oddi yma ar unwaith.</p>",
                ),
            ],
        },
    },
]
