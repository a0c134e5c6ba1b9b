"""Erasure, and how long anything is kept before somebody decides."""
