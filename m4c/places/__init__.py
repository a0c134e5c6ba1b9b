"""Areas of the United Kingdom, and what a postcode tells about them with how much certainty."""
