"""Addresses of the escalation ladder, truces, standing down and paper petitions."""

from typing import Any

urlpatterns: list[Any] = []
