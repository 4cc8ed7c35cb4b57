"""Which words tell of something that is looked for, and what stands in their slots."""
