"""What the demo has none of and its pages need, made in the browser before they are looked at."""

import re
import time
from collections.abc import Callable

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import FilePayload, Page

from tests.journeys.chromium import sign_in

WITH_APP = "Delroy"
HALF_IN = f"{WITH_APP}, half signed in"
NEW_PASSWORD = "three lamps alight"
SHEET = (
    "First name,Surname,Email,Postcode,121s pledged,Brought by\n"
    "Efa,Pryce,efa.pryce@example.org,M14 5RX,2,Somebody Unheard-of\n"
    ",,not an email,,2,\n"
)
SCREEN_LOCK = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def ready(page: Page, who: str) -> list[str]:
    """Sign one of the cast in and make what their pages need. Returns the addresses that were met on the way.

    Whoever is to be signed in by half has been readied before: with an authenticator app, the door asks for it.
    """
    met: list[str] = []
    page.on("framenavigated", lambda frame: met.append(re.sub(r"^https?://[^/]+", "", frame.url)))
    if who == HALF_IN:
        page.goto("/account/login/")
        page.get_by_role("button", name=f"{WITH_APP},").click()
        page.wait_for_url("**/2fa/authenticate/**")
    else:
        sign_in(page, who)
    if who in MADE:
        MADE[who](page)
    page.wait_for_load_state()
    return met


def send(page: Page, **filled: str) -> None:
    """Fill the fields of these names in the page's form, and send it."""
    form = page.locator("main form").filter(has=page.locator(f"[name={next(iter(filled))}]"))
    for name, value in filled.items():
        form.locator(f"[name={name}]").fill(value)
    with page.expect_navigation():
        form.locator("button:not([type=button])").first.click()


def manchester(page: Page) -> None:
    """A note, somebody kept safe, and a sheet on its way."""
    page.goto("/organise/people/")
    links = page.locator("main tbody th a")
    noted, kept = (links.nth(number).get_attribute("href") or "" for number in (0, 1))
    page.goto(f"{noted}introductions/")
    page.goto(f"{noted}notes/")
    send(page, about_them="Wants to know more about the bus.")
    keep_safe(page, kept)
    page.goto(f"{kept}safe-note/")
    page.goto("/organise/import/")
    sheet = FilePayload(name="signin_2010-10-16_manchester_full.csv", mimeType="text/csv", buffer=SHEET.encode())
    page.set_input_files("input[type=file]", sheet)
    page.get_by_label("Whose they are").select_option(label="Manchester")
    page.get_by_role("button", name="Look at the columns").click()
    page.get_by_role("button", name="See what would come of it").click()
    page.get_by_role("button", name=re.compile("Bring in")).wait_for()
    page.goto(f"{page.url}review/")


def keep_safe(page: Page, whose: str) -> None:
    """Press "keep safe" on somebody's page."""
    page.goto(whose)
    page.locator("form[action$='/keeping-safe/']").evaluate("form => form.submit()")
    page.wait_for_url("**/protections/**")


def report_file(page: Page) -> None:
    """A report in the making."""
    page.goto("/organise/reports/so-far/?from=2010-06-01&to=2010-09-30")
    page.locator("form[action$='/reports/files/'] button").first.click()
    page.wait_for_url("**/reports/files/**")


def people_taken_out(page: Page) -> None:
    """A second proof, and a file of people in the making."""
    authenticator_app(page)
    page.goto("/organise/exports/")
    send(page, purpose="Invitations to the assembly")
    page.wait_for_url("**/exports/*/")


def app_code(secret: str) -> str:
    """What an authenticator app would show now."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


def authenticator_app(page: Page) -> str:
    """Set up an authenticator app. Returns its secret."""
    page.goto("/account/2fa/app/activate/")
    secret = page.locator("main input[readonly]").first.input_value()
    send(page, code=app_code(secret))
    if page.url.endswith("/activate/"):  # the code changed while it was on its way
        send(page, code=app_code(secret))
    return secret


def safety(page: Page) -> None:
    """Somebody kept safe by another, a referral, a password, and every kind of second proof."""
    page.context.clear_cookies()
    sign_in(page, "Nadia")
    page.goto("/organise/people/")
    keep_safe(page, page.locator("main tbody th a").nth(3).get_attribute("href") or "")
    page.context.clear_cookies()
    sign_in(page, "Grace")
    page.goto("/organise/at-risk/")
    page.locator("[name=urgency]").first.check()
    send(page, about_words="A neighbour in Moss Side", seen="Shouting at night.")
    authenticator_app(page)
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": SCREEN_LOCK})
    page.goto("/account/passkeys/add/")
    page.get_by_label("What to call it").fill("my phone")
    page.get_by_role("button", name="Make the passkey").click()
    page.wait_for_url(lambda url: not url.endswith("/passkeys/add/"))
    page.goto("/account/password/set/")
    send(page, password1=NEW_PASSWORD, password2=NEW_PASSWORD)


def told_group(page: Page) -> None:
    """One's own share of what a group is told."""
    page.goto("/organise/tellings/")
    page.locator("main .line a").first.click()
    page.wait_for_url("**/tellings/*/")
    page.goto(f"{page.url}share/")
    page.goto(f"{page.url}letters/")


def called_home(page: Page) -> None:
    """The page by which a picket was called home: its step stands among the next ones only until it is over."""
    page.goto("/organise/campaigns/?group=st-mellons")
    page.goto(page.locator("main .line a").first.get_attribute("href") or "")
    page.goto(f"{page.url}ladder/")
    page.get_by_role("link", name="Saturday picket at his other shop").click()
    page.locator('a[href*="/stand-downs/"]').first.click()
    page.wait_for_url("**/stand-downs/*/")


def sian(page: Page) -> None:
    """What she told her group, and how she called a picket home."""
    told_group(page)
    called_home(page)


MADE: dict[str, Callable[[Page], object]] = {
    "Nadia": manchester,
    "Huw": report_file,
    "Siân": sian,
    "Meera": people_taken_out,
    WITH_APP: authenticator_app,
    "Grace": safety,
}
