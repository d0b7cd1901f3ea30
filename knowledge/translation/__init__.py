"""How curated things come into other languages: wagtail-localize, with every language passing its own review."""
