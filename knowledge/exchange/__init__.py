"""Brings records in from other systems: readers, mapping, cleaning, and the one way in which they are stored."""
