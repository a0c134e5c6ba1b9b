"""Who opens the coding board, themes and listening reports: the group's organisers, who alone put them together."""

from collections.abc import Callable
from typing import Any

from m4c.listening.models import PublishedListening, Theme, ThemeStep
from m4c.listening.operations.published_listening import publish_listening, withdraw_listening
from m4c.listening.operations.theme import end_theme
from tests.access.personas import ANYBODY, DATA, LEADERS, NOBODY, ORGANISERS, OWN_LEADERS, OWN_ORGANISERS
from tests.access.table import form, page, press
from tests.cast import Cast
from tests.factories import NOW
from tests.listening.coding import campaign_of, people, said, said_by_each, theme_of

SEE, OWN_SEE = ORGANISERS | DATA, OWN_ORGANISERS | DATA
Given = Callable[[Cast], dict[str, Any]]


def campaign(cast: Cast) -> dict[str, Any]:
    """A campaign of Cardiff's with something under a theme."""
    shown = campaign_of(cast)
    theme_of(cast, shown, concerns=said_by_each(cast, shown, people(cast, 5)))
    return {"uid": shown.uid}


def cardiff(cast: Cast) -> dict[str, Any]:
    """Cardiff's own board."""
    said(cast, None)
    return {"slug": cast.cardiff.slug}


def theme(cast: Cast) -> dict[str, Any]:
    """A theme of a campaign of Cardiff's."""
    return {"uid": theme_of(cast, campaign_of(cast)).uid}


def with_another(cast: Cast) -> dict[str, Any]:
    """A theme beside another."""
    shown = campaign_of(cast)
    theme_of(cast, shown, "Travel")
    return {"uid": theme_of(cast, shown).uid}


def into_travel(cast: Cast) -> dict[str, Any]:
    """To put it under that other."""
    return {"into": Theme.objects.get(name="Travel").uid}


def ended(cast: Cast) -> dict[str, Any]:
    """A theme that was taken away."""
    gone = theme_of(cast, campaign_of(cast))
    return {"uid": end_theme(theme=gone, at=NOW, by=cast.organiser).uid}


def step(cast: Cast) -> dict[str, Any]:
    """That a theme was made."""
    theme_of(cast, campaign_of(cast))
    return {"uid": ThemeStep.objects.get().uid}


def published(cast: Cast) -> PublishedListening:
    """A report that everybody may read."""
    shown = campaign_of(cast)
    theme_of(cast, shown, concerns=said_by_each(cast, shown, people(cast, 5)))
    return publish_listening(campaign=shown, at=NOW, by=cast.organiser)[0]


def its_campaign(cast: Cast) -> dict[str, Any]:
    """The campaign of a published report."""
    return {"uid": published(cast).campaign.uid}


def standing(cast: Cast) -> dict[str, Any]:
    """A published report."""
    return {"slug": published(cast).slug}


def withdrawn(cast: Cast) -> dict[str, Any]:
    """One that was withdrawn."""
    return {"slug": withdraw_listening(report=published(cast), at=NOW, by=cast.organiser).slug}


def seen(given: Given) -> Any:
    """A page for those who see what was said."""
    return page(OWN_SEE, area=SEE, given=given)


def done(given: Given, **more: Any) -> Any:
    """A button for those who run the listening."""
    return press(OWN_ORGANISERS, area=ORGANISERS, given=given, **more)


ROWS = {
    "campaign-board": seen(campaign),
    "campaign-moves": done(campaign, sent={"do": "make", "name": "Rents"}),
    "campaign-history": seen(campaign),
    "campaign-themes": seen(campaign),
    "group-board": seen(cardiff),
    "group-moves": done(cardiff, sent={"do": "make", "name": "Rents"}),
    "group-history": seen(cardiff),
    "group-themes": seen(cardiff),
    "reach-and-depth": page(OWN_LEADERS, area=LEADERS, given=lambda cast: {"slug": cast.cardiff.slug}),
    "undo-board-step": done(step),
    "theme": seen(theme),
    "change-theme": form(
        OWN_ORGANISERS, area=ORGANISERS, given=theme, sent={"name": "Homes", "about": "", "seen": "Housing"}
    ),
    "merge-theme": done(with_another, sent=into_travel),
    "end-theme": done(theme),
    "end-theme: taken away already": done(ended, writes=NOBODY),
    "listening-report": seen(campaign),
    "listening-report-json": seen(campaign),
    "listening-report-files": press(OWN_SEE, area=SEE, given=campaign),
    "publish-listening-report": done(campaign),
    "withdraw-listening-report": done(its_campaign),
    "withdraw-listening-report: nothing published": press(NOBODY, area=ORGANISERS, given=campaign),
    "public-listening-report": page(ANYBODY, given=standing),
    "public-listening-report: withdrawn": page(NOBODY, area=ANYBODY, given=withdrawn),
}
