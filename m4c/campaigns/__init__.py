"""Campaigns, approaches and the silence clock, escalation, press and kits."""
