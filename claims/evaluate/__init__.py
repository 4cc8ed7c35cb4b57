"""Evaluation: how well one set of claims agrees with another, paired claim by claim, and the sheet that tells it."""

from claims.evaluate.comparison import evaluate
from claims.evaluate.scoresheet import difference, report

__all__ = ["difference", "evaluate", "report"]
