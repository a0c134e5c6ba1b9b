"""Wins as a campaign's public page and its report tell them."""

from collections.abc import Iterator
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.campaigns.models import Campaign
from m4c.campaigns.press.won import CAMPAIGN_WINS, WonTold
from m4c.commitments.models import Win
from m4c.commitments.wins.standing import standing_of


def wins_of(campaign: Campaign, on: date, public: bool) -> Iterator[WonTold]:
    """What was won, the latest first; in public what was decided to be. One statement."""
    found = Win.objects.filter(campaign=campaign).with_last_look().select_related("rule_body")
    for win in found.public() if public else found:
        standing = standing_of(win, win.last_seen, on)
        yield WonTold(
            on=win.on,
            name=win.name,
            change=win.change_words,
            for_whom=win.for_whom,
            says_who=win.says_who,
            kind=str(win.get_kind_display()),
            badge=standing.badge,
            standing=standing.words,
            missing=win.missing,
            rule=rule_told(win),
            ends=standing.ends,
            source=win.source,
            source_url=win.source_url,
        )


def rule_told(win: Win) -> str:
    """Which rule changed, in a sentence; blank where none did."""
    if not (win.rule_body and win.rule_from):
        return ""
    return _("{body} changed a rule: {rule} ({scope}, from {day}).").format(
        body=win.rule_body, rule=win.rule, scope=win.scope_words, day=date_format(win.rule_from, "j F Y")
    )


def register() -> None:
    """Have campaigns tell of them."""
    CAMPAIGN_WINS.add("commitments.wins", wins_of)
