"""Closed for a short while: one file shuts the house, and signs of life go on."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from m4c.core.maintenance import mark


@pytest.fixture
def shut(settings: Settings, tmp_path: Path) -> None:
    """A data folder with the file that shuts the house."""
    settings.DATA_DIR = tmp_path
    mark().touch()


def test_a_shut_house_says_so_without_a_database(shut: None):
    answer = Client().get("/organise/people/")
    assert answer.status_code == 503
    assert answer["Retry-After"] == "300"
    assert "Back in a moment" in answer.text
    assert "Yn ôl mewn munud" in answer.text


def test_signs_of_life_go_on(shut: None):
    assert Client().get("/healthz").status_code == 200


def test_an_open_house_is_open(db: None, settings: Settings, tmp_path: Path):
    settings.DATA_DIR = tmp_path
    assert Client().get("/robots.txt").status_code == 200
