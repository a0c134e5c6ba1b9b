"""Refusals: the one family of exceptions that a person is meant to read, whichever door they came through."""

from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """An operation said no, in a sentence fit for people.

    `message` is translatable; `field` names the form field it belongs to, if any; `code` stays the same in every
    language. One adapter makes it a form error, one the API's error shape, one the CLI's sentence.
    """

    code = "refused"

    def __init__(self, message: object, *, field: str | None = None, code: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
        if code is not None:
            self.code = code

    def __str__(self) -> str:
        return str(self.message)


class NotAllowed(Refused):
    """The account does not hold the right for these groups. Names the permission, never what was asked for."""

    code = "not_allowed"

    def __init__(self, permission: object) -> None:
        super().__init__(_("You do not have the right to do this here."))
        self.permission = permission


def add_to_form(form: object, refused: Refused) -> None:
    """Show a refusal on a bound form: beside its field where the form has it, above the form otherwise."""
    field = refused.field if refused.field in form.fields else None  # type: ignore[attr-defined]
    form.add_error(field, str(refused))  # type: ignore[attr-defined]
