"""Sentences as dependency trees, whichever parser made them."""
