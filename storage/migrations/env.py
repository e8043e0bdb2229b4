"""Runs migrations on the connection that ``storage.upgrade`` hands over, within its transaction."""

from __future__ import annotations

from alembic import context

from storage.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,  # SQLite changes a table only by making it anew
    compare_server_default=True,
)
context.run_migrations()
