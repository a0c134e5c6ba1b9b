"""Every page whose bars are measured, by who of the demo's cast looks at it ("" is a stranger).

A line is an address, or a way to one: after each ` > ` comes the shape of the link to follow, `*` standing for a uid.
"""

from dataclasses import dataclass

UID = r"[0-9a-f]{8}-[0-9a-f-]{27}"


@dataclass(frozen=True)
class Listed:
    """A page of the list: the steps that lead there, the last one being its own address or shape."""

    line: str

    @property
    def steps(self) -> list[str]:
        """Address and shapes, in order."""
        return self.line.split(" > ")


def listed(*lines: str) -> list[Listed]:
    """Pages from their lines."""
    return [Listed(line) for line in lines]


PEOPLE, EVENTS, TRAINING = "/organise/people/", "/organise/events/", "/organise/training/"
PERSON, EVENT, SESSION = f"{PEOPLE} > {PEOPLE}*/", f"{EVENTS} > {EVENTS}*/", f"{TRAINING} > {TRAINING}*/"
TALKS = "/organise/conversations/"
STORIES, WORDS = "/stories/", "/organise/public-words/"
ONES, MEETINGS = f"{TALKS}one-to-ones/", f"{TALKS}house-meetings/"
ONE, MEETING = f"{ONES}all/ > {ONES}*/", f"{MEETINGS}all/ > {MEETINGS}*/"

PAGES: dict[str, list[Listed]] = {
    "": listed(
        "/",
        "/cy/",
        STORIES,
        f"{STORIES}ten-minutes-after-the-first-leaflet/",
        "/news/",
        "/news/one-hour-four-answers/",
        "/news/organising-is-not-campaigning/",
        "/people/",
        "/who-we-are/",
        "/groups/",
        "/wales/cardiff/",
        "/events/",
        "/events/ > /events/*/",
        "/events/past/",
        "/near-me/",
        "/near-me/?where=CF3",
        "/near-me/?where=ZE1",
        "/join/",
        "/cy/join/",
        "/join/look-at-your-mail/",
        "/join/welcome/",
        "/contact/",
        "/contact/sent/",
        "/complain/",
        "/complain/sent/",
        "/privacy/",
        "/imprint/",
        "/who-pays/",
        "/glossary/",
        "/cy/glossary/",
        "/method/",
        "/our-own-movement/",
        "/reports/",
        "/reports/ > /reports/",
        "/account/login/",
        "/account/password/reset/",
        "/account/passkeys/login/",
    ),
    "Nadia": listed(
        "/organise/",
        PEOPLE,
        f"{PEOPLE}adding/",
        PERSON,
        f"{PERSON} > {PEOPLE}*/names/",
        f"{PERSON} > {PEOPLE}*/notes/",
        "/organise/groups/",
        "/organise/groups/ > /organise/groups/",
        EVENTS,
        f"{EVENTS}new/",
        EVENT,
        f"{EVENT} > {EVENTS}*/attendance/",
        f"{EVENT} > {EVENTS}*/edit/",
        TRAINING,
        f"{TRAINING}new/",
        SESSION,
        f"{SESSION} > {TRAINING}*/trainees/",
        TALKS,
        f"{ONES}new/",
        ONE,
        f"{MEETINGS}new/",
        MEETING,
        "/organise/pledges/",
        "/organise/pledges/new/",
        "/organise/pledges/leaders/",
        "/organise/import/",
        "/organise/reports/",
        "/organise/reports/so-far/?from=2010-06-01&to=2010-09-30",
        "/organise/search/?q=an",
        "/organise/search/?q=zzqq",
        "/organise/welcomes/",
        "/organise/messages/",
        "/organise/account/",
        "/organise/devices/",
        "/organise/my-record/",
        "/organise/at-risk/",
        "/account/password/change/",
        "/account/2fa/",
        "/account/passkeys/add/",
        "/account/logout/",
    ),
    "Bethan": listed("/organise/", TALKS, "/organise/my-record/"),
    "Kofi": listed("/organise/", "/organise/pledges/"),
    "Huw": listed("/organise/", "/organise/welcomes/", "/organise/messages/"),
    "Meera": listed("/organise/complaints/", "/organise/complaints/ > /organise/complaints/*/"),
    "Zoë": listed(
        "/organise/components/",
        WORDS,
        f"{WORDS}privacy/",
        f"{WORDS}imprint/",
        f"{WORDS}who-pays/",
        f"{WORDS}notice/",
    ),
}
