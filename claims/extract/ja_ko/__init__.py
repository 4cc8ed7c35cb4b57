"""Japanese and Korean: names, verbs and parts."""
