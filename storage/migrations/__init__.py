"""Alembic's folder: how tables of an older version become today's."""
