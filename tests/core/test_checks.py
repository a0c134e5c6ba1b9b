"""A server that is not fit for the public says why."""

import pytest

from m4c.core import demo_mode
from m4c.core.checks import fit_for_the_public


@pytest.fixture
def fit(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    settings.SITE_URL, settings.BEHIND_HTTPS = "https://organise.example.org", True
    settings.ALLOWED_HOSTS = ["organise.example.org"]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    return settings


def found():
    return [message.id for message in fit_for_the_public(None)]


def test_a_fit_server_is_silent(fit):
    assert found() == []


def test_plain_http_is_no_public_address(fit):
    fit.BEHIND_HTTPS = False
    assert found() == ["m4c.E001"]


def test_the_host_must_be_answered(fit):
    fit.ALLOWED_HOSTS = ["localhost"]
    assert found() == ["m4c.E002"]


def test_the_demo_is_not_for_the_public(fit):
    demo_mode.turn_on()
    assert found() == ["m4c.E003"]


def test_mail_that_is_not_sent_is_told(fit):
    fit.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    assert found() == ["m4c.W001"]
