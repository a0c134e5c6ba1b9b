"""What one alone may read, planted word by word, and how its words are found again."""

import io
import json
from dataclasses import dataclass
from datetime import datetime
from zipfile import BadZipFile, ZipFile

from django.apps import apps
from django.db.models import Model
from django.http import HttpResponseBase

from m4c.core.models.record import new_uid
from m4c.listening.models import OneToOne, Story
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.listening.operations.writing_up import WrittenUp, write_up
from m4c.people.models import Note, Person
from m4c.people.operations.note import write_note
from tests.cast import Cast
from tests.factories import TODAY, somebody
from tests.listening.stories import told as told_story

OF_THEM, OF_OTHERS, THOUGHTS, NOTED = "Quietfurnace", "Brotherdebt", "Hunchwillow", "Lonelycanal"
WHOM_ELSE, TITLE, STORY = "Neighbourfox", "Stairwellfrost", "Eleventimesrang"
WORDS = (OF_THEM, OF_OTHERS, THOUGHTS, NOTED, WHOM_ELSE, TITLE, STORY)


@dataclass(frozen=True)
class Planted:
    """Whom the leader met, the 1-2-1 that she wrote up, what she noted besides, and the story told to her."""

    amal: Person
    talk: OneToOne
    noted: Note
    story: Story

    def uids(self) -> list[str]:
        """Every one of these records by which somebody could ask."""
        return [str(row.uid) for row in (self.amal, self.talk, self.story, *Note.objects.filter(person=self.amal))]


def plant(cast: Cast, now: datetime) -> Planted:
    """The leader writes down, for herself alone, whatever can be."""
    by, amal = cast.leader, somebody(cast)
    new = NewOneToOne(cast.person("leader"), amal, TODAY)
    talk = record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)
    words = WrittenUp(
        new_uid(), TODAY, about_them=OF_THEM, about_others=OF_OTHERS, reflection=THOUGHTS, names=(WHOM_ELSE,)
    )
    write_up(one_to_one=talk, written=words, at=now, by=by)
    noted = write_note(person=amal, group=cast.cardiff, tier="private", at=now, about_them=NOTED, by=by)
    return Planted(amal, talk, noted, told_story(cast, amal, by=by, title=TITLE, words=STORY, at=now))


def told(response: HttpResponseBase) -> str:
    """All that an answer says."""
    body = b"".join(response) if response.streaming else response.content  # type: ignore[attr-defined]
    return str(body.decode(errors="replace"))


def met(text: str, asked: str = "") -> list[str]:
    """Which of the words stand in a text; those of a search come back in its own box."""
    return [word for word in WORDS if word in text and word not in asked]


def met_in_file(content: bytes) -> list[str]:
    """Which of the words stand in a file, or in a file of files."""
    try:
        with ZipFile(io.BytesIO(content)) as parts:
            content = b"".join(parts.read(name) for name in parts.namelist())
    except BadZipFile:
        pass
    return met(content.decode(errors="replace"))


def tables_with_them() -> set[type[Model]]:
    """The models in whose rows one of the words stands."""
    rows = {model: model._base_manager.values_list() for model in apps.get_models()}
    return {model for model, found in rows.items() if met(json.dumps(list(found), default=str))}
