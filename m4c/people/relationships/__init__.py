"""How people know each other, in evidence and words, and who can introduce whom."""
