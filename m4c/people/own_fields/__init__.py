"""What this movement itself adds to a person, and never a score."""
