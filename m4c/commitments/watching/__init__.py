"""Progress, verdicts, replies and what waits."""
