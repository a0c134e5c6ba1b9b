"""The words that cells are filled with, in English and Welsh: numbers, yes and no, months, how far a thing has come.

Written as `names.words` folds them: no capitals, accents or punctuation.
"""


def _each(lines: str) -> dict[str, int]:
    """Every word with the number of the line it stands on, counted from 0."""
    return {word: place for place, line in enumerate(lines.strip().splitlines()) for word in line.split()}


def _sayings(text: str) -> frozenset[str]:
    return frozenset(saying.strip() for saying in text.split("|"))


NUMBERS = _each("""
zero sero
one un
two dau dwy
three tri tair
four pedwar pedair
five pump pum
six chwech chwe
seven saith
eight wyth
nine naw
ten deg
eleven
twelve deuddeg
thirteen
fourteen
fifteen pymtheg
sixteen
seventeen
eighteen deunaw
nineteen
""")

TENS = {
    word: (place + 2) * 10
    for word, place in _each("twenty ugain\nthirty\nforty fourty\nfifty\nsixty\nseventy\neighty\nninety").items()
}

NONE = _sayings(
    "none | nil | nothing | no | n | nought | na | n a | not applicable | none yet | not yet | dim | dim eto"
)

YES = _sayings(
    "y | yes | yeah | yep | yup | yes please | yes thanks | yes thank you | true | 1 | ok | okay | agree | agreed |"
    "tick | ticked | member | already | already a member | joined | oes | ydw | ydy | ydi | ie | ydwyf | iawn | cytuno"
)
NO = _sayings(
    "n | no | nope | no thanks | no thank you | false | 0 | none | nil | not yet | notyet | non member | not a member |"
    "lapsed | former | ex member | pending | applied | nac ydw | nac oes | nac ydy | nage | dim | ddim eto | dim eto"
)
SAYS_NOTHING = _sayings(
    "na | n a | not applicable | y n | yes no | unknown | not known | not sure | unsure | don t know | dont know"
)

MONTHS = {
    word: place + 1
    for word, place in _each("""
january jan ionawr ion
february feb chwefror chwef
march mar mawrth maw
april apr ebrill ebr
may mai
june jun mehefin meh
july jul gorffennaf gorff
august aug awst
september sep sept medi
october oct hydref hyd
november nov tachwedd tach
december dec rhagfyr rhag
""").items()
}

STATUSES = {
    "arranged": _sayings(
        "arranged | planned | booked | booked in | scheduled | set up | agreed | confirmed | date set | in diary |"
        "trefnwyd | wedi i drefnu"
    ),
    "held": _sayings(
        "held | done | met | happened | had | completed | complete | took place | been held | finished |"
        "held not followed up | done not followed up | cynhaliwyd"
    ),
    "followed_up": _sayings(
        "followed up | follow up done | followedup | followed up done | done and followed up | held and followed up |"
        "met and followed up | followed | dilynwyd i fyny"
    ),
}
