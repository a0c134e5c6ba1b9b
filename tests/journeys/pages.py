"""Every page whose bars are measured, by who of the demo's cast looks at it ("" is a stranger).

A line is an address, or a way to one: after each ` > ` comes the shape of the link to follow, `*` standing for a uid
and `~` for another name. A line that begins with a shape is met while things are readied (`readied.py`).
"""

from tests.journeys.approach_pages import APPROACH_PAGES
from tests.journeys.campaign_pages import CAMPAIGN_PAGES
from tests.journeys.deciding_pages import DECIDING_PAGES, OWN_VOTE_PAGES
from tests.journeys.ladder_pages import LADDER_PAGES
from tests.journeys.listed import Listed, listed
from tests.journeys.power_loading_pages import POWER_LOADING_PAGES
from tests.journeys.power_pages import COPY_PAGES, POWER_PAGES
from tests.journeys.press_pages import PRESS_PAGES
from tests.journeys.public_pages import PUBLIC_PAGES
from tests.journeys.story_pages import OWN_STORY_PAGES, STORY_PAGES
from tests.journeys.strategy_pages import STRATEGY_PAGES
from tests.journeys.theme_pages import THEME_PAGES

PEOPLE, EVENTS, TRAINING = "/organise/people/", "/organise/events/", "/organise/training/"
PERSON, EVENT, SESSION = f"{PEOPLE} > {PEOPLE}*/", f"{EVENTS} > {EVENTS}*/", f"{TRAINING} > {TRAINING}*/"
SHEET = "/organise/import/ > /organise/import/*/"
TALKS = "/organise/conversations/"
AFTER = f"{EVENTS}?group=cardiff&kind=public_meeting&when=past > {EVENTS}*/ > {EVENTS}*/afterwards/"
AGENDA = f"{EVENTS}?group=cardiff&kind=committee > {EVENTS}*/ > {EVENTS}*/meeting/"
CALLS = f"{EVENTS}?group=cardiff&kind=public_meeting > {EVENTS}*/ > {EVENTS}*/calls/"
IFTAAR = "/organise/series/ > /organise/series/*/"
COFFEE = f"{EVENTS}?group=cardiff&kind=social > {EVENTS}*/"
FRINGE = f"{EVENTS}?group=cardiff&kind=others > {EVENTS}*/"
LEAVING = "/organise/groups/cardiff/ > /organise/handing-over/*/"
SQUARE = "/organise/groups/loudoun-square-residents/chart/"
WORDS = "/organise/public-words/"
ONES, MEETINGS = f"{TALKS}one-to-ones/", f"{TALKS}house-meetings/"
ONE, MEETING = f"{ONES}all/ > {ONES}*/", f"{MEETINGS}all/ > {MEETINGS}*/"
ROUNDS = "/organise/listening/rounds/"
LISTENING = "/organise/listening/"
HEARD = f"{LISTENING} > {LISTENING}campaigns/*/"
ROUND = f"{ROUNDS} > {ROUNDS}*/"

PAGES: dict[str, list[Listed]] = {
    "": PUBLIC_PAGES,
    "Nadia": listed(
        "/organise/",
        PEOPLE,
        f"{PEOPLE}adding/",
        f"{PEOPLE}filters/",
        f"{PEOPLE}selection/?what=tag&all=yes&q=mensah",
        "/organise/saved-filters/",
        "/organise/saved-filters/ > /organise/saved-filters/*/",
        "/organise/saved-filters/ > /organise/call-lists/*/",
        f"/organise/saved-filters/ > {PEOPLE}changes/*/",
        "/organise/saved-filters/adding/?language=cy",
        PERSON,
        f"{PERSON} > {PEOPLE}*/names/",
        f"{PERSON} > {PEOPLE}*/notes/",
        f"{PERSON} > /organise/notes/*/",
        f"{PERSON} > {PEOPLE}*/memberships/",
        f"{PERSON} > {PEOPLE}*/consent/",
        f"{PERSON} > {PEOPLE}*/names/ > /organise/memberships/*/ending/",
        f"{PEOPLE}*/introductions/",
        f"{PERSON} > {PEOPLE}*/knows/",
        f"{PERSON} > {PEOPLE}*/next-steps/",
        f"{PERSON} > {PEOPLE}*/tags/",
        f"{PERSON} > {PEOPLE}*/own-fields/",
        f"{PEOPLE}?q=kofi+mensah > {PEOPLE}*/ > /organise/relationships/*/ending/",
        f"{PEOPLE}?q=kofi+mensah > {PEOPLE}*/ > /organise/relationships/*/",
        "/organise/protections/*/",
        f"{PEOPLE}*/safe-note/",
        "/organise/groups/",
        "/organise/groups/ > /organise/groups/~/",
        "/organise/calendar/",
        f"{EVENTS}?kind=assembly > {EVENTS}*/ > {EVENTS}*/replies/",
        "/organise/groups/manchester/story/",
        "/organise/groups/manchester/documents/",
        "/organise/groups/manchester/documents/ > /organise/documents/*/",
        "/organise/groups/manchester/documents/ > /organise/documents/*/ > /organise/documents/*/new-version/",
        "/organise/groups/manchester/documents/new/",
        "/organise/groups/manchester/purpose/",
        "/organise/groups/manchester/birth/",
        "/organise/narrow/",
        "/organise/my-groups/",
        "/organise/my-groups/?q=a",
        "/organise/groups/norwich/asking/",
        "/organise/groups/manchester/invitations/",
        "/organise/groups/manchester/offices/",
        "/organise/groups/walthamstow-debt-coalition/bodies/",
        "/organise/accounts/",
        EVENTS,
        f"{EVENTS}new/",
        EVENT,
        f"{EVENT} > {EVENTS}*/attendance/",
        f"{EVENT} > {EVENTS}*/door/",
        f"{EVENT} > {EVENTS}*/door/ > {EVENTS}*/door/walk-in/",
        f"{EVENT} > {EVENTS}*/host-links/",
        f"{EVENT} > {EVENTS}*/sign-in-sheet/",
        f"{EVENT} > {EVENTS}*/letters/",
        f"{EVENT} > {EVENTS}*/letters/ > {EVENTS}*/letters/reminder/",
        f"{EVENT} > {EVENTS}*/turnout/",
        f"{EVENT} > {EVENTS}*/turnout/ > {EVENTS}*/turnout/pledge/",
        f"{EVENT} > {EVENTS}*/turnout/ > {EVENTS}*/calls/",
        "/organise/my-list/",
        f"{EVENT} > {EVENTS}*/edit/",
        f"{EVENT} > {EVENTS}*/another-day/",
        f"{EVENT} > {EVENTS}*/calling-off/",
        f"{EVENT} > {EVENTS}*/parts/new/",
        "/organise/series/",
        "/organise/series/new/",
        IFTAAR,
        f"{IFTAAR} > /organise/series/*/change/",
        f"{IFTAAR} > /organise/series/*/end/",
        f"{IFTAAR} > /organise/series/*/days/~/confirming/",
        f"{IFTAAR} > /organise/series/*/days/~/leaving-out/",
        "/organise/events/school-holidays/",
        f"{SESSION} > {EVENTS}*/ > {EVENTS}*/head-count/",
        "/organise/attendance/",
        TRAINING,
        f"{TRAINING}new/",
        SESSION,
        f"{SESSION} > {TRAINING}*/trainees/",
        f"{SESSION} > {TRAINING}*/trainers/",
        f"{SESSION} > {TRAINING}*/edit/",
        f"{SESSION} > /organise/trainees/*/standing/",
        TALKS,
        f"{ONES}new/",
        f"{TALKS}by-leader/",
        ONE,
        f"{ONES}all/",
        f"{MEETINGS}all/",
        MEETINGS,
        f"{MEETINGS}new/",
        MEETING,
        "/organise/pledges/",
        "/organise/pledges/new/",
        "/organise/pledges/leaders/",
        "/organise/import/",
        SHEET,
        f"{SHEET} > /organise/import/*/columns/",
        "/organise/import/*/review/",
        "/organise/reports/",
        "/organise/reports/so-far/?from=2010-06-01&to=2010-09-30",
        "/organise/search/?q=an",
        "/organise/search/?q=zzqq",
        "/organise/welcomes/",
        "/organise/messages/",
        "/organise/account/",
        "/organise/devices/",
        "/organise/my-record/",
        "/organise/my-record/asking/",
        "/organise/at-risk/",
        "/organise/at-risk/sent/",
        "/organise/second-factor/",
        "/account/password/set/",
        "/account/logout/",
    ),
    "Bethan": OWN_STORY_PAGES
    + listed(
        "/organise/",
        f"{MEETINGS} > {MEETINGS}*/ > {MEETINGS}*/names/",
        TALKS,
        f"{TALKS} > {ONES}*/",
        f"{TALKS} > {ONES}*/ > {ONES}*/after/",
        f"{TALKS}asked/new/",
        f"{TALKS} > {TALKS}asked/*/",
        "/organise/jobs/",
        "/organise/jobs/?group=cardiff > /organise/jobs/*/",
        "/organise/groups/cardiff/jobs/new/",
        AGENDA,
        f"{AGENDA} > {EVENTS}*/meeting/paper/",
        f"{AGENDA} > /organise/agenda/*/",
        f"{CALLS} > {EVENTS}*/calls/paper/",
        f"{CALLS} > {EVENTS}*/calls/typed/",
        "/organise/my-list/ > /organise/my-list/*/meeting/",
        AFTER,
        f"{AFTER} > {EVENTS}*/evaluations/",
        f"{AFTER} > {EVENTS}*/evaluations/ > {EVENTS}*/evaluations/own/",
        f"{AFTER} > {EVENTS}*/evaluations/ > {EVENTS}*/evaluations/paper/",
        f"{COFFEE} > /organise/parts/*/giving/",
        f"{FRINGE} > {EVENTS}*/whose-meeting/",
    ),
    "Siân": STORY_PAGES
    + APPROACH_PAGES
    + CAMPAIGN_PAGES
    + PRESS_PAGES
    + LADDER_PAGES
    + STRATEGY_PAGES
    + THEME_PAGES
    + DECIDING_PAGES
    + POWER_PAGES
    + POWER_LOADING_PAGES
    + listed(
        "/organise/tellings/*/share/",
        "/organise/tellings/*/share/letters/",
        f"{LISTENING}to-ring/",
        ROUNDS,
        f"{ROUNDS}new/",
        ROUND,
        f"{ROUND} > {ROUNDS}*/gatherings/eighth/",
        f"{ROUND} > {MEETINGS}*/",
        f"{ROUND} > {MEETINGS}*/ > {MEETINGS}*/capture/",
        f"{ROUND} > {MEETINGS}*/ > /organise/host-offers/*/arranging/",
        f"{AFTER} > {EVENTS}*/pictures/",
        f"{AFTER} > {EVENTS}*/pictures/new/",
        f"{AFTER} > {EVENTS}*/pictures/ > {EVENTS}*/pictures/~/people/",
        f"{AFTER} > {EVENTS}*/pictures/ > {EVENTS}*/pictures/~/people/~/",
    ),
    "Kofi": listed("/organise/", "/organise/ > /organise/my-answer/*/"),
    "Huw": listed(
        LISTENING,
        f"{LISTENING}campaigns/new/",
        HEARD,
        f"{HEARD} > {LISTENING}campaigns/*/change/",
        f"{HEARD} > {LISTENING}campaigns/*/questions/",
        f"{HEARD} > {LISTENING}campaigns/*/questions/ > {LISTENING}questions/*/",
        f"{HEARD} > {LISTENING}campaigns/*/questionnaires/new/",
        f"{HEARD} > {LISTENING}campaigns/*/poster/",
        "/organise/join-requests/",
        "/organise/join-requests/ > /organise/join-requests/*/",
        "/organise/groups/cardiff/offices/ > /organise/offices/*/ending/",
        "/organise/groups/walthamstow-debt-coalition/bodies/ > /organise/bodies/*/seats/",
        "/organise/groups/walthamstow-debt-coalition/bodies/ > /organise/bodies/*/delegates/",
        "/organise/welcomes/",
        "/organise/welcomes/ > /organise/welcomes/*/welcomer/",
        "/organise/messages/",
        "/organise/new-group/",
        "/organise/groups/cardiff/handing-over/",
        LEAVING,
        f"{LEAVING} > /organise/handing-over/*/people/*/",
        f"{LEAVING} > /organise/handing-over/*/ending/",
        f"{LEAVING} > /organise/handed-over/*/introduction/again/",
        SQUARE,
        f"{SQUARE}?by=unit",
        f"{SQUARE}?by=unit > /organise/memberships/*/unit/",
        f"{SQUARE}street/",
        "/organise/groups/norwich/moving/",
        "/organise/groups/norwich/closing/",
        "/organise/groups/moss-side/closing/",
        "/organise/groups/moss-side/closing/ > /organise/askings/*/",
        "/organise/reports/files/*/",
        "/organise/tellings/",
        "/organise/tellings/new/",
        "/organise/tellings/ > /organise/tellings/*/",
        "/organise/tellings/ > /organise/tellings/*/ > /organise/tellings/*/words/",
    ),
    "Meera": COPY_PAGES
    + listed(
        "/organise/complaints/",
        "/organise/complaints/ > /organise/complaints/*/",
        "/organise/rights/",
        "/organise/erasures/",
        "/organise/erasures/ > /organise/erasures/*/",
        f"{PERSON} > {PEOPLE}*/names/ > {PEOPLE}*/age/",
        f"{PERSON} > {PEOPLE}*/erasure/",
        "/organise/kept-long/",
        "/organise/kept-long/ > /organise/kept-long/*/",
        "/organise/breaches/",
        "/organise/breaches/new/",
        "/organise/breaches/ > /organise/breaches/*/",
        "/organise/rights/new/",
        "/organise/rights/ > /organise/rights/*/",
        "/organise/rights/ > /organise/rights/*/ > /organise/rights/*/copy/",
        "/organise/rights/ > /organise/rights/*/ > /organise/rights/*/another/",
        "/organise/doubles/",
        "/organise/doubles/ > /organise/doubles/*/",
        f"{PERSON} > {PEOPLE}*/same-as/",
        "/organise/exports/",
        "/organise/exports/*/",
    ),
    "Delroy": listed(
        "/organise/accounts/",
        "/organise/accounts/invitation/",
        "/organise/accounts/ > /organise/accounts/*/",
        "/organise/own-fields/",
        "/organise/own-fields/ > /organise/own-fields/*/",
        "/organise/groups/norwich/merging/",
    ),
    "Grace": listed(
        "/account/2fa/",
        "/account/2fa/recovery-codes/",
        "/account/2fa/recovery-codes/generate/",
        "/account/2fa/app/deactivate/",
        "/account/passkeys/",
        "/account/passkeys/add/",
        "/account/passkeys/ > /account/passkeys/~/edit/",
        "/account/passkeys/ > /account/passkeys/~/remove/",
        "/account/password/change/",
        "/account/reauthenticate/",
        "/account/2fa/reauthenticate/",
        "/account/passkeys/reauthenticate/",
        "/organise/kept-safe/",
        "/organise/kept-safe/ > /organise/kept-safe/*/",
        "/organise/referrals/",
        "/organise/referrals/ > /organise/referrals/*/",
    ),
    "Idris": [*OWN_VOTE_PAGES, *listed("/account/2fa/app/activate/")],
    "Idris, half signed in": listed("/account/2fa/authenticate/"),
    "Zoë": listed(
        "/organise/components/",
        WORDS,
        f"{WORDS}privacy/",
        f"{WORDS}imprint/",
        f"{WORDS}who-pays/",
        f"{WORDS}notice/",
    ),
}
