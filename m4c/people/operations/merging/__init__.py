"""The parts of making two people one, and of undoing it: what the operations in `person_merge.py` share."""
