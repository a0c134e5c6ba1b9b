"""The groups of the demo as their pages tell of them, and the pictures that hang on the site."""

# ruff: noqa: RUF001 - apostrophes as a printer sets them

from typing import Any

GROUPS: dict[str, dict[str, Any]] = {
    "Cardiff": {
        "picture": "hall",
        "en-gb": {
            "lead": "From Butetown to St Mellons: neighbours who have found out whose door to knock on.",
            "body": [
                (
                    "words",
                    "<p>We meet in the church hall, and wherever somebody puts the kettle on. New faces are asked two"
                    " questions: what brings you, and whom will you bring next time?</p>",
                )
            ],
        },
        "cy": {
            "title": "Caerdydd",
            "slug": "caerdydd",
            "lead": "O Butetown i Laneirwg: cymdogion a ddaeth i wybod ar ddrws pwy y mae curo.",
            "body": [
                (
                    "words",
                    "<p>Byddwn yn cwrdd yn neuadd yr eglwys, a lle bynnag y bydd rhywun yn berwi tegell. Dau gwestiwn"
                    " a gaiff wynebau newydd: beth ddaeth â chi yma, a phwy ddewch chi gyda chi y tro nesaf?</p>",
                )
            ],
        },
    },
    "St Mellons": {
        "picture": "shop",
        "en-gb": {
            "lead": "A handful of residents, eleven months and a good many meetings later a group of a hundred and"
            " fifty.",
            "body": [
                (
                    "words",
                    "<p>We have a committee of twelve, a constitution and a fete. The shop is promised; next on our"
                    " list is what a loaf costs here, where there is only one place to buy it.</p>",
                )
            ],
        },
        "cy": {
            "title": "Llaneirwg",
            "slug": "llaneirwg",
            "lead": "Llond llaw o drigolion, un mis ar ddeg a llawer cyfarfod yn ddiweddarach: grŵp o gant a hanner.",
            "body": [
                (
                    "words",
                    "<p>Mae gennym bwyllgor o ddeuddeg, cyfansoddiad a ffair haf. Addawyd y siop; nesaf ar ein rhestr"
                    " mae pris torth fan hyn, lle nad oes ond un lle i’w phrynu.</p>",
                )
            ],
        },
    },
    "Manchester": {
        "picture": "wall",
        "en-gb": {
            "lead": "We dressed a wall in flowers, broke the fast with strangers, and asked who in this city has no"
            " home.",
            "body": [
                (
                    "words",
                    "<p>Trainings run most months in the Central Library; the next house meeting is usually nearer"
                    " than you think. In Northenden shopkeepers and residents have promised each other, on"
                    " paper, how they will treat one another.</p>",
                )
            ],
        },
        "cy": {
            "title": "Manceinion",
            "slug": "manceinion",
            "lead": "Gwisgwyd wal mewn blodau, torrwyd ympryd gyda dieithriaid, a gofynnwyd pwy yn y ddinas hon sydd"
            " heb gartref.",
            "body": [
                (
                    "words",
                    "<p>Bydd hyfforddiant yn y Llyfrgell Ganolog bron bob mis; mae’r cyfarfod tŷ nesaf yn nes nag a"
                    " feddyliech. Yn Northenden addawodd siopwyr a thrigolion i’w gilydd, ar bapur, sut y"
                    " byddant yn trin ei gilydd.</p>",
                )
            ],
        },
    },
}

# Scene: title, what is read out where the picture cannot be seen, and its focus (x, y, size).
PICTURES: dict[str, tuple[str, str, tuple[int, int, int]]] = {
    "street": (
        "Our own lights",
        "A terraced street at nightfall with strings of lights hung across it.",
        (820, 420, 500),
    ),
    "front-room": (
        "A front room",
        "Two armchairs, a table with two mugs and a lit lamp in a front room.",
        (800, 640, 500),
    ),
    "hall": (
        "A hall before a meeting",
        "Rows of empty chairs in a church hall, facing a stage with a string of lamps.",
        (800, 480, 500),
    ),
    "wall": ("The wall in flower", "A long concrete wall covered all over with paper flowers.", (800, 620, 500)),
    "shop": ("Eight years empty", "A boarded-up shop at dusk, weeds before it, one street lamp lit.", (900, 520, 500)),
    "table": (
        "A table for strangers",
        "A long table laid in the open at nightfall, lanterns above it.",
        (800, 640, 500),
    ),
}
