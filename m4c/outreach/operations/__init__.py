"""What outreach does to its records."""
