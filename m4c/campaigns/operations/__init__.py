"""The only code that changes campaigns."""
