"""The escalation ladder, truces, standing down and paper petitions."""
