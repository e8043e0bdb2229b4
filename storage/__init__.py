"""All that Tikamp keeps: offices, people, assessments with every version of their answers, plans, a log.

A call names the store and on whose behalf it is made: ``answers.save(store, actor, ...)``. What the
actor may not see does not exist for the store. Knows no screen and no language.
"""

from storage import (
    answers,
    assessments,
    audit,
    backup,
    contents,
    export,
    facts,
    importing,
    invitations,
    members,
    offices,
    people,
    plans,
    pool,
)
from storage.access import LOCAL, NOBODY, Action, Actor, Role, allowed
from storage.engine import default_url
from storage.errors import (
    BadFile,
    BadText,
    LastOwner,
    Locked,
    NotEmpty,
    NotFound,
    Stale,
    StoreError,
    ToolFailed,
    Unavailable,
)
from storage.records import (
    AssessmentInfo,
    Change,
    Changes,
    Conflict,
    Entry,
    Loaded,
    OfficeInfo,
    OfficeName,
    Outline,
    Saved,
)
from storage.store import Store, open_store
from storage.texts import storable

__all__ = [
    "LOCAL",
    "NOBODY",
    "Action",
    "Actor",
    "AssessmentInfo",
    "BadFile",
    "BadText",
    "Change",
    "Changes",
    "Conflict",
    "Entry",
    "LastOwner",
    "Loaded",
    "Locked",
    "NotEmpty",
    "NotFound",
    "OfficeInfo",
    "OfficeName",
    "Outline",
    "Role",
    "Saved",
    "Stale",
    "Store",
    "StoreError",
    "ToolFailed",
    "Unavailable",
    "allowed",
    "answers",
    "assessments",
    "audit",
    "backup",
    "contents",
    "default_url",
    "export",
    "facts",
    "importing",
    "invitations",
    "members",
    "offices",
    "open_store",
    "people",
    "plans",
    "pool",
    "storable",
]
