"""Who is asking, and telling them what became of it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest

from m4c.core.errors import Refused, add_to_form
from m4c.people.models import Account


def account_of(request: HttpRequest) -> Account:
    """The account that is signed in: routes let nobody else in."""
    account: Account = request.user  # type: ignore[assignment]
    return account


def done(request: HttpRequest, operation: Callable[..., Any], sentence: str = "", **given: Any) -> Any:
    """Do it as this account and say so, or say why not. Returns what was done, or None."""
    try:
        answer = operation(**given, by=account_of(request))
    except Refused as refused:
        messages.error(request, str(refused))
        return None
    if sentence:
        messages.success(request, sentence)
    return answer


def done_by_form(request: HttpRequest, form: BaseForm, operation: Callable[..., Any], **given: Any) -> Any:
    """Do it as this account, or put the refusal on the form. Returns what was done, or None."""
    try:
        return operation(**given, by=account_of(request))
    except Refused as refused:
        add_to_form(form, refused)
        return None
