"""What comes in by the public forms, and what the site says of itself."""
