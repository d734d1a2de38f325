"""Packs: YAML to questions and back, and the shelf that holds them."""
