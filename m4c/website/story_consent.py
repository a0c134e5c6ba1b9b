"""The one rule of when a story may be read in public: what its teller agreed to, in which words, and to which text."""

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Field
from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.core.errors import Refused
from m4c.listening.models.story import Use
from m4c.listening.stories.rules import ruling
from m4c.people.names import fold
from m4c.people.names_out_of_use import is_out_of_use
from m4c.people.young import is_a_childs_name
from m4c.website.models.pictures_on_page import pictures_on
from m4c.website.story_names import told_of_name

if TYPE_CHECKING:
    from m4c.website.models import StoryPage

PUBLIC_FROM = 4  # levels 0 to 3 keep a story inside the movement (docs/concepts.md)
NAMED_FROM = 5
PICTURED_FROM = 6
TEXT = ("title", "lead", "slug", "seo_title", "search_description", "body")
BLOCK_KEY = re.compile(r' data-block-key=\\"[^"\\]*\\"')  # which Wagtail's editor adds to each paragraph


class NotAgreed(Refused):
    """The story may not be read in public as it stands."""


def check_may_be_public(story: "StoryPage") -> None:
    """Raise NotAgreed, naming the field, unless the teller agreed to this text, at this level, without these faces."""
    level = check_agreement(story)
    check_approval(story)
    check_parent(story)
    check_in_use(story)
    if level < NAMED_FROM and story.teller.strip():
        raise NotAgreed(
            _("They agreed without a name: leave out who tells it."), field="teller", code="named_without_agreement"
        )
    if level < PICTURED_FROM:
        check_names(story, level)
    if level < PICTURED_FROM and any(picture.shows_people for picture in pictures_on(story)):
        raise NotAgreed(
            _("They did not agree to be pictured: choose a picture in which nobody can be recognised."),
            field="picture",
            code="pictured_without_agreement",
        )


def check_parent(story: "StoryPage") -> None:
    """Raise NotAgreed where the teller is under 18 and no parent agreed besides."""
    if not story.parent_agreed.strip() and (story.is_under_18 or is_told_by_a_child(story)):
        raise NotAgreed(
            _("Whoever tells it is under 18: write down how a parent or guardian agreed besides."),
            field="parent_agreed",
            code="parent_not_asked",
        )


def is_told_by_a_child(story: "StoryPage") -> bool:
    """Whether somebody of the teller's name is known to be under 18: better one too many."""
    return is_a_childs_name({fold(name) for name in names_of_teller(story)})


def check_in_use(story: "StoryPage") -> None:
    """Raise NotAgreed where nothing of somebody of the teller's name may be shown for now."""
    if is_out_of_use(names_of_teller(story)):
        raise NotAgreed(_("Nothing of it is shown for now."), code="out_of_use")


def names_of_teller(story: "StoryPage") -> set[str]:
    """The names by which an editor wrote down who tells it."""
    return {name for name in (story.teller, f"{story.given_name} {story.family_name}") if name.strip()}


def check_names(story: "StoryPage", level: int) -> None:
    """Raise NotAgreed where the story says more of its teller's name than this level allows, or nobody could tell."""
    if not (story.given_name.strip() and story.family_name.strip()):
        raise NotAgreed(
            _(
                "Write down their own given and family name, so that the story can be searched for them. Whoever has"
                " one name alone has it in both."
            ),
            field="family_name" if story.given_name.strip() else "given_name",
            code="name_unknown",
        )
    hidden = [story.given_name, story.family_name] if level < NAMED_FROM else [story.family_name]
    allowed = "" if level < NAMED_FROM else story.given_name
    if told := told_of_name(story, *hidden, allowed=allowed):
        word, name = told
        field = story._meta.get_field(name)
        assert isinstance(field, Field)
        raise NotAgreed(
            _(
                "“{word}” belongs to a name that they did not agree to have told: it stands in “{where}”. If it is an"
                " ordinary word there, begin the sentence with another, so that it is written in small letters."
            ).format(word=word, where=field.verbose_name),
            field=name,
            code="name_told",
        )


def check_agreement(story: "StoryPage") -> int:
    """The level of consent to be read in public, with its wording and its date. Raises NotAgreed."""
    level = told_level(story)
    if not allows_public(level):
        raise NotAgreed(
            _("This story is not agreed for the public: its teller must say so first."),
            field="consent_level",
            code="level_too_low",
        )
    if not story.consent_wording.strip():
        raise NotAgreed(
            _("Write down in which words the teller was asked."), field="consent_wording", code="no_wording"
        )
    if story.consent_on is None or story.consent_on > timezone.localdate():
        raise NotAgreed(_("Write down on which day the teller agreed."), field="consent_on", code="no_date")
    lowered_on = story.lowered_on() if story.from_story is None else None  # there the newest word is asked for anyway
    if lowered_on and story.consent_on <= lowered_on:
        raise NotAgreed(
            _("The teller took their agreement back: only a new one, of a later day, opens the story again."),
            field="consent_on",
            code="taken_back",
        )
    return level or 0


def told_level(story: "StoryPage") -> int | None:
    """How far the page may go: as it says itself, and no further than what its teller says in the workspace today.

    Raises NotAgreed where the story may not be on the website at all.
    """
    if story.from_story is None or story.consent_level is None:
        return story.consent_level
    ruled = ruling(story.from_story, Use.WEBSITE, timezone.localdate())
    if not ruled:
        raise NotAgreed(ruled.why_not, field="consent_level", code="not_told_for_this")
    return min(story.consent_level, ruled.level)


def check_approval(story: "StoryPage") -> None:
    """Raise NotAgreed unless the teller approved the text on or after the day when it was last changed."""
    changed_on = text_changed_on(story)
    approved_on = story.approved_on
    if approved_on is None or approved_on > timezone.localdate() or (changed_on and approved_on < changed_on):
        raise NotAgreed(
            _("The teller has not approved this very text: let them read it as it stands, and write down the day."),
            field="approved_on",
            code="not_approved",
        )


def allows_public(level: int | None) -> bool:
    """Whether a level of consent lets a story out of the movement."""
    return level is not None and level >= PUBLIC_FROM


def text_changed_on(story: "StoryPage") -> date | None:
    """The day since which the story's text is as it stands; None for the text that it was first written down with.

    Read from Wagtail's revisions, so that no way of changing a story can pass it by.
    """
    now = text_of(story.serializable_data())
    since = None
    for content, made_at in story.revisions.order_by("-created_at", "-id").values_list("content", "created_at"):
        if text_of(content) == now:
            since = made_at
        elif since:
            return timezone.localdate(since)
    if since is None and story.pk and story.revisions.exists():
        return timezone.localdate()  # changed, and kept in no revision yet
    return None


def text_of(content: dict[str, Any]) -> tuple[Any, ...]:
    """What a reader or a machine reads of a story, as a revision holds it; ids of blocks and paragraphs left out."""
    *plain, body = (content.get(name) for name in TEXT)
    return *plain, BLOCK_KEY.sub("", json.dumps(without_ids(json.loads(body or "[]"))))


def without_ids(value: Any) -> Any:
    """A tree of blocks without the ids that Wagtail gives them."""
    if isinstance(value, list):
        return [without_ids(one) for one in value]
    if isinstance(value, dict):
        return {name: without_ids(one) for name, one in value.items() if name != "id"}
    return value


def state_of(story: "StoryPage") -> str:
    """Why the story may not be read in public, in a sentence; empty where it may."""
    try:
        check_may_be_public(story)
    except NotAgreed as refused:
        return str(refused)
    return ""
