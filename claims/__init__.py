"""A database of who said what happened: claims with their sources, words, certainty and contradictions, asked in SQL."""
