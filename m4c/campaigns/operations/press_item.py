"""Write down what was published about a campaign, and what somebody said there or in a note, who agreed to it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign, PressItem, PressNote, PressQuote
from m4c.campaigns.permissions import RUN_CAMPAIGNS
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.listening.models import Story
from m4c.listening.models.story import Use
from m4c.listening.operations.story_card import NewCard, check_name
from m4c.listening.operations.story_levels import is_said_in
from m4c.listening.stories.rules import ruling
from m4c.people.models import Account, Person
from m4c.people.models.use import out_of_reach
from m4c.people.operations.must_see import must_see


class PressRefused(Refused):
    """It is not written down in the press log as it stands."""


@dataclass(frozen=True)
class NewItem:
    """Something that was published: what, where, by whom in which roles, on which day, and where it is to be read."""

    kind: str
    title: str
    outlet: str
    on: date
    author: str = ""
    author_roles: str = ""
    is_ours: bool = False
    url: str = ""
    uid: UUID | None = None


@dataclass(frozen=True)
class NewQuote:
    """Somebody's words: of a story, by its teller's leave, or of a person who agreed on a day, and how."""

    words: str
    named_as: str
    agreed_on: date
    agreed_how: str = ""
    person: Person | None = None
    story: Story | None = None


@operation(RUN_CAMPAIGNS, on="campaign", public=True)
def log_press(*, campaign: Campaign, new: NewItem, at: datetime, by: Account) -> PressItem:
    """Write down something that was published. The same uid twice is one. Raises PressRefused."""
    check_item(new, timezone.localdate(at))
    said = fields_of(new)
    if new.uid and (known := PressItem.objects.filter(uid=new.uid).first()):
        if known.campaign_id != campaign.pk or any(getattr(known, name) != value for name, value in said.items()):
            raise PressRefused(_("That cannot be written down."), code="other_content")
        return known
    item = PressItem(campaign=campaign, added_by=by, added_at=at, **said)
    if new.uid:
        item.uid = new.uid
    item.save()
    return item


@operation(RUN_CAMPAIGNS, on="item", public=True)
def edit_press(*, item: PressItem, new: NewItem, at: datetime, by: Account) -> PressItem:
    """Put right what is written down of it. Raises PressRefused."""
    check_item(new, timezone.localdate(at))
    change(item, **fields_of(new))
    return item


@operation(RUN_CAMPAIGNS, on="item", public=True)
def quote_in_press(*, item: PressItem, new: NewQuote, at: datetime, by: Account) -> PressQuote:
    """Keep what somebody said there, with what they agreed to. Raises PressRefused and Unseen."""
    must_see([new.person], by)
    check_quote(new, timezone.localdate(at), by)
    return quoted(item.campaign, new, by, at, item=item)


@operation(RUN_CAMPAIGNS, on="note")
def quote_in_note(*, note: PressNote, new: NewQuote, at: datetime, by: Account) -> PressQuote:
    """Quote somebody in a note to the press, with what they agreed to. Raises PressRefused and Unseen."""
    must_see([new.person], by)
    check_quote(new, timezone.localdate(at), by)
    return quoted(note.campaign, new, by, at, note=note)


@operation(RUN_CAMPAIGNS, on="quote", public=True)
def withdraw_quote(*, quote: PressQuote, at: datetime, by: Account) -> PressQuote:
    """They took it back, or it was never right: it is shown nowhere any more. Twice is once."""
    if quote.withdrawn_at is None:
        change(quote, withdrawn_at=at)
    return quote


def quoted(campaign: Campaign, new: NewQuote, by: Account, at: datetime, **where: PressItem | PressNote) -> PressQuote:
    """The quotation as a row."""
    return PressQuote.objects.create(
        campaign=campaign,
        person=new.person,
        story=new.story,
        named_as=new.named_as.strip(),
        words=new.words.strip(),
        agreed_on=new.agreed_on,
        agreed_how=new.agreed_how.strip() or "By their story's consent for the press",
        added_by=by,
        added_at=at,
        **where,
    )


def fields_of(new: NewItem) -> dict[str, object]:
    """The fields of the row, without spaces round the words."""
    told = {name: value for name, value in new.__dict__.items() if name != "uid"}
    return {name: value.strip() if isinstance(value, str) else value for name, value in told.items()}


def check_item(new: NewItem, today: date) -> None:
    """Raise PressRefused for what has no title, no outlet, no kind, or is still to come."""
    for field, sentence in (("title", _("Say what it is called.")), ("outlet", _("Say where it was published."))):
        if not getattr(new, field).strip():
            raise PressRefused(sentence, field=field, code="empty")
    if new.kind not in PressItem.Kind.values:
        raise PressRefused(_("Say what kind of thing it is."), field="kind", code="no_kind")
    if new.on > today:
        raise PressRefused(_("That day is still to come."), field="on", code="to_come")
    if new.author_roles.strip() and not new.author.strip():
        raise PressRefused(_("Say whose roles these are."), field="author", code="nobodys_roles")


def check_quote(new: NewQuote, today: date, by: Account) -> None:
    """Raise PressRefused where nobody agreed to these words being given to the press."""
    if not new.words.strip():
        raise PressRefused(_("Write down what they said."), field="words", code="empty")
    if not new.named_as.strip():
        raise PressRefused(_("Say as what they are named."), field="named_as", code="nameless")
    if new.agreed_on > today:
        raise PressRefused(_("That day is still to come."), field="agreed_on", code="to_come")
    if new.story:
        check_story(new, new.story, today, by)
        return
    if not new.agreed_how.strip():
        raise PressRefused(_("Write down how they agreed."), field="agreed_how", code="not_agreed")
    if new.person and out_of_reach([new.person.pk]):
        raise PressRefused(_("They cannot be quoted for now."), field="person", code="out_of_reach")


def check_story(new: NewQuote, story: Story, today: date, by: Account) -> None:
    """Raise PressRefused where a story's teller did not let the press have these very words."""
    if not Story.objects.visible_to(by).filter(pk=story.pk).exists():
        raise PressRefused(_("There is no such story among those you see."), field="story", code="unseen")
    ruled = ruling(story, Use.PRESS, today)
    if not ruled:
        raise PressRefused(ruled.why_not, field="story", code="not_agreed")
    if not is_said_in(new.words, story.words):
        raise PressRefused(
            _("Take it word for word from their story: they said yes to those words."),
            field="words",
            code="other_words",
        )
    check_name(NewCard(Use.PRESS, new.words, new.named_as), story.teller, ruled.level)
