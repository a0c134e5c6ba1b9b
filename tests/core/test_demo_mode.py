"""Demo mode: a mark in the data folder, looked up each time."""

from django.conf import settings

from m4c.core import demo_mode


def test_the_mark_decides(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    assert demo_mode.is_demo() is False
    demo_mode.turn_on()
    assert demo_mode.is_demo() is True
    demo_mode.turn_off()
    demo_mode.turn_off()
    assert demo_mode.is_demo() is False
