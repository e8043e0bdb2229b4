"""Pydantic's findings as faults with a file, a line and what would be right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from scoring.faults import Fault, FaultCode, nearest

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from scoring.yaml_reader import KeyPath, YamlFile

_LANGUAGES = {"nb", "nn", "en"}
_CODES: dict[str, FaultCode] = {
    "greater_than": "not_positive",
    "literal_error": "unknown_word",
    "union_tag_invalid": "unknown_word",
    "string_pattern_mismatch": "bad_code",
    "string_too_short": "empty_text",
    "too_short": "empty_list",
    "greater_than_equal": "out_of_range",
    "less_than_equal": "out_of_range",
}
_MISSING = {"missing", "union_tag_not_found"}


def shape_faults(file: YamlFile, error: ValidationError, shape: type[BaseModel]) -> list[Fault]:
    """One fault for each thing that does not fit the model's types."""
    return [_shape_fault(file, detail, shape) for detail in error.errors()]


def _shape_fault(file: YamlFile, detail: ErrorDetails, shape: type[BaseModel]) -> Fault:
    path = _real_path(file, detail["loc"])
    if detail["type"] == "extra_forbidden":
        return _unknown_key(file, path, shape)
    if detail["type"] in _MISSING:
        return _missing_key(file, path, detail)
    if detail["type"] == "union_tag_invalid":
        path = (*path, "kind")
    values = {"found": _shown(detail), "expected": _expected(detail)}
    if detail["type"] in {"literal_error", "union_tag_invalid"}:
        values["suggestion"] = nearest(values["found"], values["expected"].split(", "))
    return Fault(_code(detail), file.name, file.line(path), _dotted(path), values)


def _code(detail: ErrorDetails) -> FaultCode:
    if detail["input"] is None:
        return "nothing"
    if "#" in str(detail.get("ctx", {}).get("pattern", "")):
        return "bad_colour"
    return _CODES.get(detail["type"], "wrong_type")


def _unknown_key(file: YamlFile, path: KeyPath, shape: type[BaseModel]) -> Fault:
    known = _known_keys(shape, path[:-1], file.value)
    key = _name(path)
    values = {"found": key, "suggestion": nearest(key, known), "expected": ", ".join(known)}
    return Fault("unknown_key", file.name, file.line(path), _dotted(path), values)


def _missing_key(file: YamlFile, path: KeyPath, detail: ErrorDetails) -> Fault:
    """A rule without its ``kind`` is reported by pydantic at the rule itself."""
    path = path if detail["type"] == "missing" else (*path, "kind")
    key = _name(path)
    code: FaultCode = "missing_translation" if key in _LANGUAGES else "missing_key"
    return Fault(code, file.name, file.line(path[:-1]), _dotted(path), {"found": key})


def _real_path(file: YamlFile, loc: tuple[int | str, ...]) -> KeyPath:
    """Pydantic's path without the names of union members, which are not in the file."""
    path: list[int | str] = []
    value: Any = file.value
    for place, part in enumerate(loc):
        if part == "[key]":
            break
        if isinstance(value, dict) and part not in value and place < len(loc) - 1:
            continue
        path.append(part)
        value = _child(value, part)
    return tuple(path)


def _child(value: Any, part: int | str) -> Any:  # noqa: ANN401 - walks YAML values
    if isinstance(value, dict):
        return value.get(part)
    if isinstance(value, list) and isinstance(part, int) and part < len(value):
        return value[part]
    return None


def _known_keys(shape: type[BaseModel], parents: KeyPath, value: Any) -> list[str]:  # noqa: ANN401 - YAML
    """The keys that would have been right there: the fields of the type at that path."""
    types: list[Any] = [shape]
    for part in parents:
        types = [child for one in types for child in _children(one, part)]
        value = _child(value, part)
    members = [one for one in _flat(types) if isinstance(one, type) and issubclass(one, BaseModel)]
    kind = value.get("kind") if isinstance(value, dict) else None
    fitting = [one for one in members if _has_kind(one, kind)] or members
    return sorted({name for one in fitting for name in one.model_fields})


def _has_kind(shape: type[BaseModel], kind: object) -> bool:
    field = shape.model_fields.get("kind")
    return field is not None and kind in get_args(field.annotation)


def _children(shape: Any, part: int | str) -> list[Any]:  # noqa: ANN401 - a type of any form
    found = []
    for one in _flat([shape]):
        if isinstance(one, type) and issubclass(one, BaseModel) and part in one.model_fields:
            found.append(one.model_fields[str(part)].annotation)
        elif get_args(one):
            found.append(get_args(one)[-1])
    return found


def _flat(types: list[Any]) -> list[Any]:
    """Unions and annotations opened up, dict and list types kept."""
    flat: list[Any] = []
    for one in types:
        origin = getattr(one, "__origin__", None)
        if origin in {dict, list} or not get_args(one):
            flat.append(one)
        else:
            flat.extend(_flat([arg for arg in get_args(one) if isinstance(arg, type) or get_args(arg)]))
    return flat


def _expected(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    for name in ("expected", "expected_tags"):
        if name in context:
            return ", ".join(re.findall(r"'([^']*)'", str(context[name])))
    limits = [f"{sign} {context[name]}" for name, sign in _LIMITS.items() if name in context]
    return ", ".join(limits) or _TYPES.get(detail["type"], "type.text")


_LIMITS = {"gt": ">", "ge": "≥", "le": "≤", "lt": "<"}
_TYPES = {
    "string_type": "type.text",
    "int_type": "type.whole_number",
    "int_from_float": "type.whole_number",
    "float_type": "type.number",
    "bool_type": "type.boolean",
    "list_type": "type.list",
    "dict_type": "type.mapping",
    "model_type": "type.mapping",
    "model_attributes_type": "type.mapping",
}
"""Catalogue keys, under ``fault.``, for what should have stood there."""


def _name(path: KeyPath) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def _dotted(path: KeyPath) -> str:
    return ".".join(str(part) for part in path)


def _shown(detail: ErrorDetails) -> str:
    """What stands there; for what is made of parts, a catalogue key for what it is."""
    value = detail["input"]
    if detail["type"] == "union_tag_invalid":
        return str(detail.get("ctx", {}).get("tag", ""))
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict | list):
        return "type.mapping" if isinstance(value, dict) else "type.list"
    return str(value)
