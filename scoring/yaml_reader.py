"""YAML read strictly: each value with its line, and every surprise of YAML as a fault.

YAML turns an unquoted ``no`` into false, keeps only the last of two equal keys, and lets one
part of a file stand in for another. None of that may pass silently in a file that decides scores.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import yaml
from yaml.reader import ReaderError

from scoring.faults import Fault, FaultCode

if TYPE_CHECKING:
    from pathlib import Path

KeyPath = tuple[str | int, ...]
DEEPEST: Final = 20
"""How many levels a file may have; the model's own files have nine."""

_YAML_BOOLEANS = {"yes", "no", "on", "off"}
_STANDARD = "tag:yaml.org,2002:"
_KNOWN_TAGS = {"str", "bool", "int", "float", "null", "map", "seq", "timestamp", "merge", "value"}
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class YamlFile:
    """A file's value, the line of each part, and the faults met while reading."""

    name: str
    value: Any = None
    lines: dict[KeyPath, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def line(self, path: KeyPath) -> int:
        """The line of ``path``, or of the nearest part above it that has one."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def fault(self, code: FaultCode, line: int, column: str = "", **values: str) -> None:
        """Note a fault."""
        self.faults.append(Fault(code, self.name, line, column, values))


def read_yaml(path: Path, *, name: str) -> YamlFile:
    """Reads one file.

    Args:
        path: The file.
        name: What to call it in faults.

    Returns:
        The file with its value (None when it cannot be parsed) and all its YAML faults.
    """
    file = YamlFile(name)
    try:
        _parse(file, path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        file.fault("not_utf8", error.object[: error.start].count(b"\n") + 1)
    except OSError:
        file.fault("unreadable", 1)
    return file


def _parse(file: YamlFile, text: str) -> None:
    try:
        if _is_plain(file, text):
            node = yaml.compose(text, Loader=_Loader)
            if node is None:
                file.fault("empty_file", 1)
            else:
                file.value = _build(file, node, ())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        file.fault("not_yaml", mark.line + 1 if mark else 1, problem=error.problem or "?")
    except ReaderError as error:
        line = text[: error.position].count("\n") + 1
        file.fault("not_yaml", line, problem=error.reason)


def _is_plain(file: YamlFile, text: str) -> bool:
    """Whether the file can be unfolded: no part stands in for another, and nothing is too deep."""
    depth = 0
    for token in yaml.scan(text, Loader=_Loader):
        line = token.start_mark.line + 1
        if isinstance(token, yaml.AliasToken | yaml.AnchorToken):
            sign = "*" if isinstance(token, yaml.AliasToken) else "&"
            file.fault("alias", line, found=f"{sign}{token.value}")
        depth += isinstance(token, _OPENING) - isinstance(token, _CLOSING)
        if depth > DEEPEST:
            file.fault("too_deep", line, expected=str(DEEPEST))
            return False
    return not file.faults


_OPENING = (
    yaml.BlockMappingStartToken,
    yaml.BlockSequenceStartToken,
    yaml.FlowMappingStartToken,
    yaml.FlowSequenceStartToken,
)
_CLOSING = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)


def _build(file: YamlFile, node: yaml.Node, path: KeyPath) -> Any:  # noqa: ANN401 - YAML holds anything
    file.lines.setdefault(path, node.start_mark.line + 1)
    if node.tag.removeprefix(_STANDARD) not in _KNOWN_TAGS:
        file.fault("strange_tag", node.start_mark.line + 1, _last_key(path), found=node.tag)
    if isinstance(node, yaml.MappingNode):
        return _build_mapping(file, node, path)
    if isinstance(node, yaml.SequenceNode):
        return [_build(file, child, (*path, place)) for place, child in enumerate(node.value)]
    return _build_scalar(file, node, path) if isinstance(node, yaml.ScalarNode) else None


def _build_mapping(file: YamlFile, node: yaml.MappingNode, path: KeyPath) -> dict[str, Any]:
    value: dict[str, Any] = {}
    for key_node, child in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode) or not key_node.value:
            file.fault("bad_key", line, _last_key(path))
            continue
        key = key_node.value
        if key_node.tag == f"{_STANDARD}bool":
            file.fault("yaml_boolean", line, found=key)
        if key in value:
            file.fault("doubled_key", line, key, found=key, first=str(file.lines[(*path, key)]))
        file.lines[(*path, key)] = line
        value[key] = _build(file, child, (*path, key))
    return value


def _build_scalar(file: YamlFile, node: yaml.ScalarNode, path: KeyPath) -> Any:  # noqa: ANN401 - any scalar
    tag = node.tag.removeprefix(_STANDARD)
    if tag == "bool" and node.value.lower() in _YAML_BOOLEANS:
        file.fault("yaml_boolean", node.start_mark.line + 1, _last_key(path), found=node.value)
        return node.value
    match tag:
        case "bool":
            return node.value.lower() == "true"
        case "int" | "float":
            return _number(node.value)
        case "null":
            return None
        case _:
            return node.value


def _number(text: str) -> int | float | str:
    """A plain decimal number; anything else that YAML calls one (0301, 1_000, 1:30, .inf) stays text."""
    try:
        number = float(text) if "_" not in text else math.nan
    except ValueError:
        return text
    if not math.isfinite(number):
        return text
    if text.lstrip("-").isdigit():
        return int(text) if str(int(text)) == text else text
    return number


def _last_key(path: KeyPath) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "")
