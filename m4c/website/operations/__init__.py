"""What the site writes by itself: its first pages, and who may edit which."""
