"""The secret that goes to the address of a reply, to show that whoever reads that address wrote it."""

from django.utils.crypto import salted_hmac

SALT = "m4c.commitments.office_reply"


def token_of(uid: str) -> str:
    """The secret of a reply, in 256 bits, made of its name and the key of this server: its hash alone is kept."""
    return salted_hmac(SALT, uid, algorithm="sha256").hexdigest()
