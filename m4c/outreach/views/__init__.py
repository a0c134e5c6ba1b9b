"""What outreach shows."""
