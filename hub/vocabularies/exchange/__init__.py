"""Vocabularies coming in and going out: readers make a `Bundle`, `store.load_bundle` writes it."""
