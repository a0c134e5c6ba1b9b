"""The only code that changes commitments."""
