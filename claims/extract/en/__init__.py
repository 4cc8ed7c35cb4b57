"""English: names, verbs and parts."""
