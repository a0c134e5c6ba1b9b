"""Telling who of those on record may be one person: the rule, and finding whom to ask it of."""
