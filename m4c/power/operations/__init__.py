"""The only code that changes power."""
