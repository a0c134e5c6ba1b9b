"""Documents of groups as files: what they are, whatever their name says, and where they lie."""
