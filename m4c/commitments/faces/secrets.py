"""The secret by which somebody confirms that they follow a commitment, and stops: the same in each of their letters.

It is made of the follower's name and the key of this server, and its hash alone is kept: whoever reads the database
cannot stop anybody's letters, and an old letter's way out still works.
"""

from django.utils.crypto import salted_hmac

SALT = "m4c.commitments.follower"


def token_of(uid: str) -> str:
    """The secret of a follower, in 256 bits."""
    return salted_hmac(SALT, uid, algorithm="sha256").hexdigest()
