"""What comes after an event: who came because of whom, who stayed away, who is new, and what it was like."""
