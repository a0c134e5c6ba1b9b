"""Locks one and two: the door is closed by default, and every route of ours carries its permission."""

from django.conf import settings

from m4c.core.permissions import PERMISSIONS
from tests.house_rules.routes import addresses

# Every page that a stranger may open. A new one is added here on purpose, and looked at for what it tells.
OPEN_TO_STRANGERS = {
    "healthz",
    "readyz",
    "home",
    "stop-letters",  # by the secret of a letter: it tells nothing of anybody, and ends letters alone
    "picture-file",  # pictures as they are cut for pages; no original, and none that is kept back
    "own-movement",  # the demo alone, on its own machine
    "public-report",  # what an editor published: no leader, no small number
    "public-reports",
    "public-listening-report",  # what organisers published: nothing of fewer than five people, nobody's name
    "public-campaigns",  # what a group decided to publish of its campaigns, told without a name that may not be told
    "public-campaign",
    "public-campaign-picture",
    "public-kits",  # what groups let everybody take; of runs, those that may stand there
    "public-kit",
    "want-kit",  # wanting a kit in one's place: the guard of public forms; links open with a secret alone
    "public-letter-drive",  # writing to a decision-maker: no name is kept; the link back opens with a secret alone
    "letter-back",
    "hand-in-evidence",  # of one commitment: a secret link until a day; held until its keeper confirms it
    "evidence-sent",
    "office-reply",  # the office's own reply to a verdict, by the secret link of its notice
    "office-reply-sent",
    "show-reply-address",
    # Commitments, decision-makers and covenants, as somebody decided: no private name but by two people's decision.
    "public-commitments",
    "public-commitment",
    "public-commitment-picture",
    "public-commitments-picture",
    "public-decision-maker-picture",
    "public-institution-picture",
    "public-covenant-picture",
    "public-commitments-feed",
    "public-commitments-csv",
    "public-commitments-json",
    "public-evidence",  # a file of evidence, once a keeper confirmed it and chose that everybody may open it
    "public-decision-makers",
    "public-decision-maker",
    "public-institution",
    "public-covenant",
    "follow-commitment",  # the guard of public forms; its link opens with a secret alone
    "follow-sent",
    "follow-done",
    "following-commitment",
    "public-grid",  # the same questions to many, once somebody decided so
    "kit-wish-sent",
    "kit-answered",
    "kit-wish",
    "kit-introduction",
    # Public events and groups; what is not public does not exist there.
    "public-events",
    "public-past-events",
    "public-event",
    "find-public-events",
    "public-event-picture",
    "public-event-calendar",
    "public-events-calendar",
    "public-group-calendar",
    "public-groups",
    "public-group",
    # For machines: what is on those pages, and nothing else.
    "stories-feed",
    "news-feed",
    "robots",
    "web-manifest",
    "sitemap",
    # Public forms, each by the guard of website/public_forms.py, and their thanks.
    "join",
    "join-sent",
    "join-confirm",  # opens with a secret alone
    "joined",
    "contact",
    "contact-sent",
    "complain",
    "complaint-sent",
    # One's own data: asked for by the guard of public forms, and opened with a secret alone.
    "ask-own-data",
    "own-data-sent",
    "own-data-link",
    "own-data",  # in the very browser that used the link, for half an hour
    "put-own-data-right",
    "stop-own-data",
    "leave-by-own-data",
    "close-own-data",
    "own-pack",
    "take-own-pack",
    # A teller's own story: opened with a secret alone; without one every address answers alike.
    "story-by-link",
    "take-back-story-by-link",
    "never-ask-by-link",
    "ask-to-join",
    "ask-sent",
    "asked",
    "come-in",  # opens with a secret alone
    "come-in-sent",
    "leave",
    "leave-sent",
    "leave-by-link",  # opens with a secret alone
    "listening-questions",  # of a listening campaign that stands open: anybody may answer, without a name
    "listening-answered",  # thank you, to everybody alike
    "public-reply",  # to a public event, which it alone tells of
    "replied",
    "reply-waits",
    "reply",  # opens with a secret alone
    "cancel-reply",  # the same
    "own-calendar-feed",  # opens with a secret alone
    "left",
    # A vote, by the secret code of a slip or a link: it tells what is decided, and not who else decides.
    "type-code",
    "vote",
    "vote-scores",  # the same code: what might be won, and no more of who scores it
    "stop-word-back",  # by a signed address: it tells nothing of anybody, and ends letters alone
    # An event's door: by a host's secret, and after that in the one phone that has opened it.
    "host-link",
    "door-code",  # by a signed address: shows its code, and whose it is to a steward alone
    "host-door",
    "host-door-tap",
    "host-door-back",
    "host-door-walk-in",
    "host-door-entry",
    "host-door-list",
    "host-door-total",
    "host-door-arrivals",
    "host-door-worker",
    "host-letters",
    "near-me",  # public events and groups; nothing of what is asked is kept
    # What the movement says of itself: words alone.
    "privacy-notice",
    "privacy-notice-version",
    "imprint",
    "who-pays",
    "glossary",
    "hide-your-visit",
    "method",
    "account_signup",  # says that accounts come by invitation
    "sign-in-link",  # opens with a secret alone
    "demo-sign-in",  # does not exist outside the demo
}


def test_the_door_is_closed_by_default():
    assert "m4c.core.closed_door.ClosedDoor" in settings.MIDDLEWARE


def test_every_route_of_ours_carries_a_permission():
    bare = [address.where for address in addresses() if not address.mounted and not hasattr(address.view, "allow")]
    assert bare == []


def test_every_route_carries_a_permission_that_is_declared():
    ours = [address for address in addresses() if not address.mounted]
    assert [address.where for address in ours if PERMISSIONS.get(str(address.view.allow)) is None] == []


def test_only_the_listed_pages_are_open_to_strangers():
    opened = {address.name for address in addresses() if not address.mounted and not address.view.login_required}
    assert opened == OPEN_TO_STRANGERS


def test_every_route_has_a_name_of_its_own():
    packages = ("m4c.website.cms_urls", "m4c.website.site_urls")  # Wagtail has names by namespace
    names = [address.name for address in addresses() if address.mounted not in packages]
    assert sorted(name for name in set(names) if names.count(name) > 1 or not name) == []
