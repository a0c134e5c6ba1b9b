"""The other pages of the demo: the home page, who we are, how we work, and whom one can meet."""

# ruff: noqa: RUF001 - apostrophes as a printer sets them

from datetime import date
from typing import Any

HOME = {
    "en-gb": "Then ten in a front room, then a hall. We help neighbours turn what they are fed up with into promises"
    " that get kept.",
    "cy": "Yna deg mewn ystafell ffrynt, yna neuadd. Rydyn ni’n helpu cymdogion i droi’r hyn sy’n eu corddi yn"
    " addewidion a gedwir.",
}
STORIES = {
    "en-gb": "In the first person, by those it happened to, and only as far as they agreed.",
    "cy": "Yn y person cyntaf, gan y rhai y digwyddodd iddynt, a dim ond cyn belled ag y cytunon nhw.",
}
NEWS = {
    "en-gb": "What happened, who says so, and what others wrote about it.",
    "cy": "Beth ddigwyddodd, pwy sy’n dweud, a beth ysgrifennodd eraill amdano.",
}

STANDARD: list[dict[str, dict[str, Any]]] = [
    {
        "en-gb": {
            "title": "Who we are",
            "slug": "who-we-are",
            "search_description": "Neighbours, members and a handful of organisers. Nobody is sent; everybody is"
            " asked.",
            "body": [
                (
                    "words",
                    "<p>Movement for Change began in the summer of 2010, when some twelve hundred people were trained"
                    " in"
                    " four months to do an old and simple thing: to sit down with a neighbour and listen. What they"
                    " heard"
                    " became meetings, and the meetings became a lit street, a mended door, a wall in flower.</p>",
                ),
                ("heading", "Who decides"),
                (
                    "words",
                    "<p>We have no national policy of our own. A campaign speaks for the groups that chose it, and"
                    " its page"
                    " says which they are. A national committee of members watches over the work and the money;"
                    " organisers answer for the growth of the groups they are sent to, and for nothing else.</p>",
                ),
                (
                    "quote",
                    {"words": "People come before programme: first we ask, then we plan.", "who": "", "role": ""},
                ),
                ("heading", "What we do not do"),
                (
                    "words",
                    "<p>We do not buy lists, we keep no file on people we have not met, and we never count a promise"
                    " as"
                    " kept until those it was made to say so.</p>",
                ),
            ],
        },
        "cy": {
            "title": "Pwy ydyn ni",
            "slug": "pwy-ydyn-ni",
            "search_description": "Cymdogion, aelodau a llond llaw o drefnwyr. Nid anfonir neb; gofynnir i bawb.",
            "body": [
                (
                    "words",
                    "<p>Dechreuodd y mudiad yn haf 2010, pan hyfforddwyd rhyw ddeuddeg cant o bobl mewn pedwar mis i"
                    " wneud"
                    " peth hen a syml: eistedd gyda chymydog a gwrando. Aeth yr hyn a glywyd yn gyfarfodydd, a’r"
                    " cyfarfodydd yn stryd olau, yn ddrws wedi’i drwsio, yn wal yn ei blodau.</p>",
                ),
                ("heading", "Pwy sy’n penderfynu"),
                (
                    "words",
                    "<p>Does gennym ddim polisi cenedlaethol o’n heiddo ein hunain. Mae ymgyrch yn siarad dros y"
                    " grwpiau a’i"
                    " dewisodd, a dywed ei thudalen pa rai yw’r rheini. Mae pwyllgor cenedlaethol o aelodau yn"
                    " gwylio’r"
                    " gwaith a’r arian; mae’r trefnwyr yn ateb am dwf eu grwpiau, ac am ddim arall.</p>",
                ),
                ("quote", {"words": "Pobl cyn rhaglen: gofyn yn gyntaf, cynllunio wedyn.", "who": "", "role": ""}),
                ("heading", "Yr hyn nad ydyn ni’n ei wneud"),
                (
                    "words",
                    "<p>Dydyn ni ddim yn prynu rhestrau, dydyn ni ddim yn cadw ffeil am bobl na chwrddon ni â nhw, a"
                    " fyddwn"
                    " ni byth yn cyfri addewid yn un a gadwyd nes bod y rhai a’i derbyniodd yn dweud hynny.</p>",
                ),
            ],
        },
    },
    {
        "en-gb": {
            "title": "How we work",
            "slug": "how-we-work",
            "search_description": "From two people at a kitchen table to a promise that is kept: the whole of it on"
            " one page.",
            "body": [
                (
                    "words",
                    "<p>It starts with a training: an evening to taste it, a weekend to learn it. At the end people"
                    " pledge"
                    " conversations, with a number and a date.</p>",
                ),
                (
                    "picture",
                    {"picture": "front-room", "caption": "A house meeting wants ten chairs, and somebody who begins."},
                ),
                ("heading", "A one-to-one"),
                (
                    "words",
                    "<p>Half an hour, two people, no form. What makes you angry? Whom do you love? What would you do"
                    " about it"
                    " if you were not alone? Afterwards there is one next step, and we write down whether it was"
                    " taken.</p>",
                ),
                ("heading", "From a problem to an issue"),
                (
                    "words",
                    "<p>Crime is a problem. The lamp that is out at the bus stop is an issue: it is somebody’s to"
                    " mend, we can"
                    " find out whose, and one can see whether it burns.</p>",
                ),
                ("heading", "Afterwards"),
                (
                    "words",
                    "<p>A promise is kept in the words in which it was given, with its day and its measure, and one"
                    " of those"
                    " it was made to watches over it. Then we ask what we learned, and who grew.</p>",
                ),
            ],
        },
        "cy": {
            "title": "Sut rydyn ni’n gweithio",
            "slug": "sut-rydyn-ni-n-gweithio",
            "search_description": "O ddau wrth fwrdd y gegin at addewid a gedwir: y cyfan ar un dudalen.",
            "body": [
                (
                    "words",
                    "<p>Gyda hyfforddiant mae’n dechrau: noson i gael blas, penwythnos i ddysgu. Ar y diwedd bydd"
                    " pobl yn"
                    " addo sgyrsiau, gyda rhif a dyddiad.</p>",
                ),
                (
                    "picture",
                    {
                        "picture": "front-room",
                        "caption": "Deg cadair sydd eu hangen mewn cyfarfod tŷ, a rhywun i ddechrau.",
                    },
                ),
                ("heading", "Sgwrs un-i-un"),
                (
                    "words",
                    "<p>Hanner awr, dau o bobl, dim ffurflen. Beth sy’n dy gorddi? Pwy wyt ti’n ei garu? Beth wnaet"
                    " ti pe na"
                    " baet ar dy ben dy hun? Wedyn mae un cam nesaf, ac fe gofnodwn a gymerwyd ef.</p>",
                ),
                ("heading", "O broblem at bwnc"),
                (
                    "words",
                    "<p>Problem yw trosedd. Pwnc yw’r lamp sydd wedi diffodd wrth y safle bws: mae rhywun i’w"
                    " thrwsio, gallwn"
                    " gael gwybod pwy, a gellir gweld a yw hi’n olau.</p>",
                ),
                ("heading", "Wedyn"),
                (
                    "words",
                    "<p>Cedwir addewid yn y geiriau y’i rhoddwyd ynddynt, gyda’i ddydd a’i fesur, ac mae un o’r rhai"
                    " a’i"
                    " derbyniodd yn ei wylio. Yna gofynnwn beth a ddysgwyd, a phwy a dyfodd.</p>",
                ),
            ],
        },
    },
]

# Name, then what they do, where, and their own words in each language. All of them invented.
AGREED_ON = date(2026, 9, 1)
PEOPLE_TITLES = {
    "en-gb": {"title": "People you can meet", "slug": "people", "search_description": "Ask for any of us by name."},
    "cy": {
        "title": "Pobl y gallwch gwrdd â nhw",
        "slug": "pobl",
        "search_description": "Gofynnwch am unrhyw un ohonom wrth ei enw.",
    },
}
PEOPLE: list[tuple[str, dict[str, tuple[str, str, str]]]] = [
    (
        "Siân Prosser",
        {
            "en-gb": ("Organiser", "Cardiff", "Ring me before you have a plan; that is the best time."),
            "cy": ("Trefnydd", "Caerdydd", "Ffoniwch fi cyn bod gennych gynllun; dyna’r amser gorau."),
        },
    ),
    (
        "Nadia Rahman",
        {
            "en-gb": ("Organiser", "Manchester", "I have never met anybody who cared about nothing."),
            "cy": ("Trefnydd", "Manceinion", "Chwrddais i erioed â neb nad oedd yn malio am ddim."),
        },
    ),
    (
        "Bethan Griffiths",
        {
            "en-gb": ("Leader", "Cardiff", "I was asked. That is the whole of my story so far, and I ask others."),
            "cy": ("Arweinydd", "Caerdydd", "Gofynnodd rhywun i mi. Dyna fy stori hyd yma, ac rwy’n gofyn i eraill."),
        },
    ),
    (
        "Huw Llewellyn",
        {"en-gb": ("National organiser", "Swansea", ""), "cy": ("Trefnydd cenedlaethol", "Abertawe", "")},
    ),
    ("Zoë Ashworth", {"en-gb": ("Editor of these pages", "", ""), "cy": ("Golygydd y tudalennau hyn", "", "")}),
]
