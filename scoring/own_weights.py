"""A consultant's own weights of the criteria, read from a file as strictly as the model is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.faults import FaultsError, nearest
from scoring.yaml_reader import YamlFile, read_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from scoring.model import Model


def read_weights(path: Path, *, model: Model) -> dict[str, float]:
    """Reads what each criterion weighs: YAML with a line ``<criterion>: <number>`` for every one.

    Args:
        path: The file; its name ends in ``.yaml`` or ``.yml``.
        model: The model.

    Returns:
        Criterion -> weight in any unit, 0 or more, in the order of the model; one at least is above 0.

    Raises:
        FaultsError: With every fault of the file: a criterion that there is not, that is missing or stands
            twice, a weight that is no number or below 0, or none above it.
        OSError: There is no such file, or it may not be read.
    """
    path.open("rb").close()  # says why a file cannot be read, where ``read_yaml`` only says that it cannot
    file = read_yaml(path, name=path.name)
    if file.value is not None:
        _check(file, model)
    if file.faults:
        raise FaultsError(file.faults)
    return {code: float(file.value[code]) for code in model.criteria}


def _check(file: YamlFile, model: Model) -> None:
    if not isinstance(file.value, dict):
        file.fault("wrong_type", 1, found=_found(file.value), expected="type.mapping")
        return
    for code, weight in file.value.items():
        _check_weight(file, code, weight, model)
    for code in model.criteria:
        if code not in file.value:
            file.fault("missing_key", file.line(()), found=code)
    if not file.faults and not any(file.value.values()):
        file.fault("not_positive", file.line(()), found="0")


def _check_weight(file: YamlFile, code: str, weight: object, model: Model) -> None:
    line = file.line((code,))
    if code not in model.criteria:
        words = {"suggestion": nearest(code, model.criteria), "expected": ", ".join(model.criteria)}
        file.fault("unknown_key", line, found=code, **words)
    elif isinstance(weight, bool) or not isinstance(weight, int | float):
        file.fault("wrong_type", line, code, found=_found(weight), expected="type.number")
    elif weight < 0:
        file.fault("out_of_range", line, code, found=str(weight), expected="≥ 0")


def _found(value: object) -> str:
    """What stands there; what holds more is told by its kind."""
    if isinstance(value, dict):
        return "type.mapping"
    return "type.list" if isinstance(value, list) else str(value)
