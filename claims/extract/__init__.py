"""Text into records: what an article says, as claims with the words that say it."""
