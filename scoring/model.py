"""The model as the engine sees it, read from a folder of YAML with all faults at once."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from scoring.faults import Fault, FaultsError, nearest
from scoring.model_checks import cross_faults
from scoring.model_faults import shape_faults
from scoring.model_types import (
    Criterion,
    Fields,
    Indicator,
    Item,
    Method,
    Recommendation,
    Recommendations,
    ServiceField,
    Survey,
    Texts,
)
from scoring.paths import CRITERIA
from scoring.picture_types import Errata, Erratum, Planning, Point, Theses, Thesis
from scoring.yaml_reader import YamlFile, read_yaml

SINGLE_FILES: dict[str, type[BaseModel]] = {
    "method.yaml": Method,
    "survey.yaml": Survey,
    "fields.yaml": Fields,
    "recommendations.yaml": Recommendations,
    "theses.yaml": Theses,
    "planning.yaml": Planning,
    "errata.yaml": Errata,
}
_PATTERN = "NN_code.yaml"
"""What the name of a criterion's file looks like, for faults."""


@dataclass(frozen=True)
class Model:
    """The ten criteria with their indicators, the survey, the method and the recommendations.

    ``theses``, ``planning`` and ``errata`` belong to the national picture and decide no score.

    Laws: criteria come in the order of their numbers; ``indicators`` in the order of criteria, so
    that column ``k`` of every table of points is ``list(model.indicators)[k]``.
    """

    method: Method
    survey: Survey
    service: Fields
    criteria: dict[str, Criterion]
    recommendations: tuple[Recommendation, ...]
    theses: dict[str, Thesis]
    planning: dict[str, Point]
    errata: dict[str, Erratum]
    fingerprint: str

    @property
    def version(self) -> str:
        """The version written in the method file."""
        return self.method.version

    @property
    def items(self) -> dict[str, Item]:
        """Every survey item by code."""
        return self.survey.items

    @property
    def fields(self) -> dict[str, ServiceField]:
        """The service fields by code, in the report's order."""
        return self.service.fields

    @cached_property
    def asked(self) -> dict[str, Item]:
        """The items that an office is asked, in the order of the form."""
        order = list(self.survey.sections)
        asked = [(code, item) for code, item in self.items.items() if item.asked]
        return dict(sorted(asked, key=lambda pair: order.index(pair[1].section)))

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """Every indicator by code, criterion by criterion."""
        return {
            code: one for criterion in self.criteria.values() for code, one in criterion.indicators.items()
        }

    @cached_property
    def criterion_of(self) -> dict[str, str]:
        """The code of the criterion that each indicator belongs to."""
        return {code: name for name, criterion in self.criteria.items() for code in criterion.indicators}

    def alternatives(self, code: str) -> dict[str, Texts]:
        """The answers that item ``code`` takes, in order; none for plain numbers."""
        return self.survey.alternatives(code, self.service)


def load_model(folder: Path = CRITERIA) -> Model:
    """Reads and checks a model folder.

    Args:
        folder: Holds ``method.yaml``, ``survey.yaml``, ``fields.yaml``, ``recommendations.yaml``,
            ``theses.yaml``, ``planning.yaml``, ``errata.yaml`` and one ``NN_code.yaml`` for each
            criterion.

    Returns:
        The model.

    Raises:
        FaultsError: With every fault of every file: place, what is wrong, what would be right.
        OSError: There is no such folder.
    """
    files, parsed, faults = _read_folder(folder)
    faults += cross_faults(parsed, files)
    if faults:
        raise FaultsError(faults)
    return Model(
        method=parsed["method.yaml"],
        survey=parsed["survey.yaml"],
        service=parsed["fields.yaml"],
        criteria={criterion_code(name): parsed[name] for name in sorted(parsed) if name not in SINGLE_FILES},
        recommendations=tuple(parsed["recommendations.yaml"].recommendations),
        theses=parsed["theses.yaml"].theses,
        planning=parsed["planning.yaml"].points,
        errata=parsed["errata.yaml"].errata,
        fingerprint=_fingerprint(folder),
    )


def criterion_code(file_name: str) -> str:
    """The criterion's code from its file name: ``03_competence.yaml`` -> ``competence``."""
    return Path(file_name).stem.partition("_")[2]


def _read_folder(folder: Path) -> tuple[dict[str, YamlFile], dict[str, Any], list[Fault]]:
    files: dict[str, YamlFile] = {}
    parsed: dict[str, Any] = {}
    faults = _name_faults(folder)
    for path in _model_files(folder):
        files[path.name] = file = read_yaml(path, name=path.name)
        faults.extend(file.faults)
        if file.value is not None:
            shape = SINGLE_FILES.get(path.name, Criterion)
            try:
                parsed[path.name] = shape.model_validate(file.value, strict=True)
            except ValidationError as error:
                faults.extend(shape_faults(file, error, shape))
    return files, parsed, faults


def _name_faults(folder: Path) -> list[Fault]:
    """A file that is missing, or that the model would silently pass over or misread."""
    names = [
        path.name for path in sorted(folder.iterdir()) if path.suffix in {".yaml", ".yml"} and path.is_file()
    ]
    faults = [Fault("missing_file", name) for name in SINGLE_FILES if name not in names]
    if not any(is_criterion_file(name) for name in names):
        faults.append(Fault("no_criteria", _PATTERN))
    for name in names:
        if name not in SINGLE_FILES and not is_criterion_file(name):
            suggestion = nearest(name, SINGLE_FILES)
            faults.append(Fault("file_name", name, values={"expected": _PATTERN, "suggestion": suggestion}))
    return faults


def is_criterion_file(name: str) -> bool:
    """Whether a file name is that of a criterion: two digits, the criterion's code, ``.yaml``."""
    return re.fullmatch(r"\d\d_[a-z0-9_]+\.yaml", name) is not None


def _model_files(folder: Path) -> list[Path]:
    known = [
        path for path in folder.glob("*.yaml") if path.name in SINGLE_FILES or is_criterion_file(path.name)
    ]
    return sorted(path for path in known if path.is_file())


def _fingerprint(folder: Path) -> str:
    """Twelve hexadecimal digits of what the files say, so that two models of one version differ."""
    digest = hashlib.sha256()
    for path in _model_files(folder):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]
