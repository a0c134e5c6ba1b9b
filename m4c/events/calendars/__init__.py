"""Calendars that other programs read: an event, a group's events, and where somebody is going."""
