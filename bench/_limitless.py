"""Our settings behind a proxy that tells visitors apart: a measurement is many people on one machine."""

from config.settings import *  # noqa: F403

ALLAUTH_TRUSTED_PROXY_COUNT = 1
ALLOWED_HOSTS = ["*"]
