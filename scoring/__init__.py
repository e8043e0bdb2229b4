"""The engine: answers of any number of offices -> points, criteria, total, nation, measures.

Numbers and codes out; no screen, paper, database or language.
"""

from scoring.answers import Answers
from scoring.assessment import Assessment
from scoring.comparison import Comparison, compare
from scoring.encode import columns_of, encode
from scoring.faults import Fault, FaultsError
from scoring.figures import Figures, load_figures
from scoring.measures import Measure, rank_measures
from scoring.model import Model, load_model
from scoring.nation import Nation, build_nation
from scoring.outcomes import Outcome
from scoring.rating import Rating, rate

__all__ = [
    "Answers",
    "Assessment",
    "Comparison",
    "Fault",
    "FaultsError",
    "Figures",
    "Measure",
    "Model",
    "Nation",
    "Outcome",
    "Rating",
    "build_nation",
    "columns_of",
    "compare",
    "encode",
    "load_figures",
    "load_model",
    "rank_measures",
    "rate",
]
