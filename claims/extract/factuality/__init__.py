"""Whether a text holds that a thing is so."""
