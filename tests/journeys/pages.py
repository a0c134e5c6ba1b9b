"""Every page whose bars are measured, by who of the demo's cast looks at it ("" is a stranger).

A line is an address, or a way to one: after each ` > ` comes the shape of the link to follow, `*` standing for a uid
and `~` for another name. A line that begins with a shape is met while things are readied (`readied.py`).
"""

import re
from dataclasses import dataclass

UID = r"[0-9a-f]{8}-[0-9a-f-]{27}"


def shape_of(step: str) -> str:
    """The pattern of addresses that a step stands for; a link may carry a question besides."""
    return re.escape(step).replace(r"\*", UID).replace("\\~", "~").replace("~", r"\w[\w-]*") + r'(?:\?[^"]*)?'


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
SHEET = "/organise/import/ > /organise/import/*/"
TALKS = "/organise/conversations/"
LEAVING = "/organise/groups/cardiff/ > /organise/handing-over/*/"
SQUARE = "/organise/groups/loudoun-square-residents/chart/"
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
        "/hiding-your-visit/",
        "/near-me/",
        "/my-data/",
        "/my-data/look-at-your-mail/",
        "/my-copy/out-of-a-letter/",
        "/near-me/?where=CF3",
        "/near-me/?where=ZE1",
        "/join/",
        "/cy/join/",
        "/join/look-at-your-mail/",
        "/join/welcome/",
        "/join/asked/",
        "/groups/cardiff/join/",
        "/groups/join/look-at-your-mail/",
        "/come-in/sent/",
        "/leave/",
        "/leave/sent/",
        "/leave/done/",
        "/contact/",
        "/contact/sent/",
        "/complain/",
        "/complain/sent/",
        "/privacy/",
        "/imprint/",
        "/who-pays/",
        "/glossary/",
        "/method/",
        "/our-own-movement/",
        "/reports/",
        "/reports/ > /reports/~/",
        "/groups/aylesbury/",
        "/privacy/1/",
        "/account/signup/",
        "/account/inactive/",
        "/account/password/reset/done/",
        "/account/password/reset/key/done/",
        "/account/login/",
        "/account/password/reset/",
    ),
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
        f"{PEOPLE}?q=kofi+mensah > {PEOPLE}*/ > /organise/relationships/*/ending/",
        "/organise/protections/*/",
        f"{PEOPLE}*/safe-note/",
        "/organise/groups/",
        "/organise/groups/ > /organise/groups/~/",
        "/organise/groups/cardiff/story/",
        "/organise/groups/cardiff/documents/",
        "/organise/groups/cardiff/documents/ > /organise/documents/*/",
        "/organise/groups/cardiff/documents/ > /organise/documents/*/ > /organise/documents/*/new-version/",
        "/organise/groups/cardiff/documents/new/",
        "/organise/groups/cardiff/purpose/",
        "/organise/groups/cardiff/birth/",
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
        f"{EVENT} > {EVENTS}*/edit/",
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
    "Bethan": listed("/organise/", TALKS),
    "Kofi": listed("/organise/", "/organise/ > /organise/my-answer/*/"),
    "Huw": listed(
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
        SQUARE,
        f"{SQUARE}?by=unit",
        f"{SQUARE}?by=unit > /organise/memberships/*/unit/",
        f"{SQUARE}street/",
        "/organise/groups/norwich/moving/",
        "/organise/groups/norwich/merging/",
        "/organise/groups/norwich/closing/",
        "/organise/groups/moss-side/closing/",
        "/organise/groups/moss-side/closing/ > /organise/askings/*/",
        "/organise/reports/files/*/",
    ),
    "Meera": listed(
        "/organise/complaints/",
        "/organise/complaints/ > /organise/complaints/*/",
        "/organise/rights/",
        "/organise/erasures/",
        f"{PERSON} > {PEOPLE}*/erasure/",
        "/organise/kept-long/",
        "/organise/kept-long/ > /organise/kept-long/*/",
        "/organise/breaches/",
        "/organise/breaches/new/",
        "/organise/breaches/ > /organise/breaches/*/",
        "/organise/rights/new/",
        "/organise/rights/ > /organise/rights/*/",
        "/organise/rights/ > /organise/rights/*/ > /organise/rights/*/copy/",
        "/organise/doubles/",
        "/organise/doubles/ > /organise/doubles/*/",
        "/organise/exports/",
        "/organise/exports/*/",
    ),
    "Delroy": listed(
        "/organise/accounts/",
        "/organise/accounts/invitation/",
        "/organise/accounts/ > /organise/accounts/*/",
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
    "Idris": listed("/account/2fa/app/activate/"),
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

# Routes that answer something else than a page of their own, with what that is.
NO_PAGES = {
    "healthz": "a word for operators",
    "readyz": "a word for operators",
    "demo-sign-in": "answers a pressed button only",
    "whom": "the choices below a field, part of the pages that have one",
    "refused-rows": "a file",
    "so-far-json": "a file",
    "report-file-pdf": "a file",
    "export-file": "a file",
    "call-list-file": "a file",
    "document-version": "a file",
    "picture-file": "a picture",
    "robots": "for machines",
    "sitemap": "for machines",
    "web-manifest": "for machines",
    "stories-feed": "for machines",
    "news-feed": "for machines",
    "mfa_download_recovery_codes": "a file",
    "mfa_login_webauthn": "what the sign-in page's script asks",
    "site-sign-in": "leads on to signing in",
}
