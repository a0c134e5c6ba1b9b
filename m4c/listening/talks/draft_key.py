"""The key by which a device seals somebody's drafts: made of the account, so that signing in again gives the same."""

from base64 import b64encode

from django.utils.crypto import salted_hmac

from m4c.people.models import Account

SALT = "m4c.listening.drafts"


def draft_key(account: Account) -> str:
    """256 bits in base64, for this account alone. Kept nowhere here: a new SECRET_KEY opens no draft of before."""
    return b64encode(salted_hmac(SALT, str(account.uid), algorithm="sha256").digest()).decode()
