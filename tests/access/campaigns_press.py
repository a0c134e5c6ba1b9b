"""Who opens the press log, notes, the public page and wins: the group's own; what is public is everybody's."""

from collections.abc import Callable
from typing import Any

from m4c.campaigns.models import Campaign
from m4c.campaigns.operations.naming_decision import ask_to_name, decide_to_name
from m4c.campaigns.operations.press_item import NewItem, NewQuote, log_press, quote_in_press
from m4c.campaigns.operations.press_note import NewNote, write_press_note
from m4c.campaigns.operations.public_page import publish_campaign
from m4c.commitments.operations.win import publish_win
from tests.access.personas import (
    ANYBODY,
    DATA,
    LEADERS,
    NOBODY,
    ORGANISERS,
    OWN_LEADERS,
    OWN_ORGANISERS,
    those,
)
from tests.access.records import DAY
from tests.access.table import form, page, press
from tests.campaigns.press.telling import an_owner, ready
from tests.cast import Cast
from tests.commitments.winning import a_win
from tests.factories import NOW, TODAY

Given = Callable[[Cast], dict[str, Any]]
EDITORS = those("editor")
SEE, OWN_SEE = LEADERS | DATA | EDITORS, OWN_LEADERS | DATA | EDITORS
PUBLISH, OWN_PUBLISH = ORGANISERS | EDITORS, OWN_ORGANISERS | EDITORS


def campaign(cast: Cast) -> dict[str, Any]:
    """A campaign of Cardiff's that could be public."""
    return {"uid": ready(cast, an_owner(cast)).uid}


def public(cast: Cast) -> dict[str, Any]:
    """One that is."""
    shown = publish_campaign(campaign=ready(cast, an_owner(cast)), at=NOW, by=cast.operator)
    return {"uid": shown.uid}


def read_by_all(cast: Cast) -> dict[str, Any]:
    """The address of one that is public."""
    return {"slug": Campaign.objects.get(uid=public(cast)["uid"]).slug}


def hidden(cast: Cast) -> dict[str, Any]:
    """The address of one that is not."""
    return {"slug": ready(cast, an_owner(cast)).slug}


def to_name(cast: Cast) -> dict[str, Any]:
    """Somebody who holds no public office, at whom it is aimed."""
    owner = an_owner(cast)
    return {"uid": ready(cast, owner).uid, "powerholder": owner.uid}


def asked(cast: Cast) -> Any:
    """That somebody be named was asked."""
    owner = an_owner(cast)
    given: dict[str, Any] = {"campaign": ready(cast, owner), "powerholder": owner, "at": NOW}
    return ask_to_name(why="He decides", by=cast.operator, **given)[0]


def named(cast: Cast) -> dict[str, Any]:
    """And decided."""
    decided = decide_to_name(decision=asked(cast), agreed=True, answer="So", at=NOW, by=cast.organiser)
    return {"uid": decided.uid}


def an_item(cast: Cast) -> Any:
    """Something that was published."""
    new = NewItem("article", "Ten minutes", "The Echo", TODAY)
    return log_press(campaign=ready(cast, an_owner(cast)), new=new, at=NOW, by=cast.operator)


def item(cast: Cast) -> dict[str, Any]:
    """Its address."""
    return {"uid": an_item(cast).uid}


def quote(cast: Cast) -> dict[str, Any]:
    """Somebody's words in it."""
    new = NewQuote("At last", "A neighbour", TODAY, "In writing")
    return {"uid": quote_in_press(item=an_item(cast), new=new, at=NOW, by=cast.operator).uid}


def note(cast: Cast) -> dict[str, Any]:
    """A note with somebody to ring."""
    new = NewNote("Ten minutes", "They rang.", cast.person("organiser"))
    given: dict[str, Any] = {"campaign": ready(cast, an_owner(cast)), "new": new, "at": NOW}
    return {"uid": write_press_note(by=cast.operator, **given).uid}


def win(cast: Cast) -> dict[str, Any]:
    """A win of Cardiff's."""
    return {"uid": a_win(cast).uid}


def public_win(cast: Cast) -> dict[str, Any]:
    """One that everybody may read."""
    return {"uid": publish_win(win=a_win(cast), at=NOW, by=cast.operator).uid}


def seen(given: Given) -> Any:
    """A page for those who see the group's campaigns."""
    return page(OWN_SEE, area=SEE, given=given)


def kept(given: Given, row: Any = press, **more: Any) -> Any:
    """What those who run campaigns write; who sees them and runs none is shut out as a whole."""
    return row(OWN_LEADERS, area=LEADERS, given=given, **more)


def decided(given: Given, **more: Any) -> Any:
    """A decision of those who publish."""
    return press(OWN_PUBLISH, area=PUBLISH, given=given, **more)


ITEM = {"kind": "article", "title": "Eight years", "outlet": "The Echo", "on": DAY}
QUOTE = {"words": "At last", "named_as": "A neighbour", "agreed_on": DAY, "agreed_how": "In writing"}
NOTE = {"headline": "Twelve minutes", "words": "They rang."}
WIN = {"kind": "full", "name": "Light", "change_words": "All burn", "for_whom": "All", "on": DAY, "says_who": "We"}

ROWS = {
    "campaign-press": seen(campaign),
    "log-press": kept(campaign, form, sent=ITEM),
    "campaign-press-item": seen(item),
    "edit-press": kept(item, form, sent=ITEM),
    "quote-in-press": kept(item, sent=QUOTE),
    "withdraw-press-quote": kept(quote),
    "write-press-note": kept(campaign, form, sent=NOTE),
    "press-note": seen(note),
    "edit-press-note": kept(note, form, sent=NOTE),
    "quote-in-note": kept(note, sent=QUOTE),
    "release-press-note": decided(note),
    "withdraw-press-note": kept(note),
    "campaign-public-page": seen(campaign),
    "word-public-page": kept(campaign, sent={"public_problem": "It is dark"}),
    "publish-campaign": decided(campaign),
    "unpublish-campaign": decided(public),
    "ask-to-name": kept(to_name, sent={"why": "He decides"}),
    "decide-naming": decided(lambda cast: {"uid": asked(cast).uid}, sent={"agreed": "yes", "answer": "So"}),
    "end-naming": decided(named),
    "public-campaigns": page(ANYBODY),
    "public-campaign": page(ANYBODY, given=read_by_all),
    "public-campaign: not public": page(NOBODY, area=ANYBODY, given=hidden),
    "public-campaign-picture": page(ANYBODY, given=read_by_all),
    "public-campaign-picture: not public": page(NOBODY, area=ANYBODY, given=hidden),
    "campaign-wins": page(SEE),
    "record-win": form(LEADERS, writes=OWN_LEADERS, sent=WIN | {"group": "cardiff"}),
    "win": seen(win),
    "edit-win": kept(win, form, sent=WIN),
    "look-at-win": kept(win, sent={"stands": "yes", "words": "All burn", "on": DAY}),
    "publish-win": decided(win),
    "take-down-win": decided(public_win),
}
