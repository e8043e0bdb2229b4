"""The base of everything that a model file may hold: frozen, strict, nothing unknown."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Code = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_]*$", description="Lower-case code")]
Line = Annotated[str, Field(min_length=1, description="Text that is not empty")]
Weight = Annotated[float, Field(gt=0, description="Weight within the criterion, above 0")]
Points = Annotated[float, Field(ge=0, le=1, description="Points, 0 to 1")]


class Strict(BaseModel):
    """Base of all model types: frozen, strict, no unknown keys."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")
