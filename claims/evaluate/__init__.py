"""Evaluation: how well one set of claims agrees with another, paired claim by claim, and the sheet that tells it."""

from claims.evaluate.beside import Beside
from claims.evaluate.comparison import evaluate
from claims.evaluate.judging import Judged, judged
from claims.evaluate.scoresheet import difference, faults, report, verdict

__all__ = ["Beside", "Judged", "difference", "evaluate", "faults", "judged", "report", "verdict"]
