"""No page prints whoever did something by their record: `people.naming` knows who is "one of us" before the reader."""

import re

from django.apps import apps
from django.db.models import ForeignKey

from m4c.people.models import Account
from tests.house_rules.project_files import ROOT
from tests.house_rules.templates import templates

# What bears such a name and is none: a name worked out before, a field of a form, a list read by its maker alone.
NO_RECORDS = {
    "people/relationship_correct.html: by",
    "events/afterwards_newcomer.html: welcomer",
    "people/call_list.html: requested_by",
}


def names_of_doers() -> set[str]:
    """The names of fields that point at an account, whichever model they are of, and at nothing else."""
    fields = [field for model in apps.get_models() for field in model._meta.get_fields() if field.concrete]
    doers = {field.name for field in fields if isinstance(field, ForeignKey) and field.related_model is Account}
    return doers - {
        field.name for field in fields if not isinstance(field, ForeignKey) or field.related_model is not Account
    }


def test_doers_are_named_by_naming_alone() -> None:
    printed = re.compile(rf"\.({'|'.join(sorted(names_of_doers()))})(?:\.person\S*)?(?=[\s|}}'\"])(?! *[=!]=)")
    found = set()
    for path in templates():
        inside = path.relative_to(ROOT).as_posix().partition("/templates/")[2]
        for tag in re.findall(r"{{.*?}}|{% *(?:blocktranslate|with|include).*?%}", path.read_text(encoding="utf-8")):
            found |= {f"{inside}: {name}" for name in printed.findall(tag)}
    assert {"placed_by", "sender", "invited_by"} <= names_of_doers()
    assert found == NO_RECORDS
