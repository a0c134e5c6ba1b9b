"""Our settings round plain Django's own door: the same database, as durable, and nothing else of ours."""

from bench._plain_settings import *  # noqa: F403

ROOT_URLCONF = "bench._plain_door"
