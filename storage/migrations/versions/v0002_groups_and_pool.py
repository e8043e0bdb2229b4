"""What offices are grouped by, and the pool of today."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_ID = sa.String(length=22)
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """From the first tables."""
    _groups()
    _pool()


def _groups() -> None:
    with op.batch_alter_table("office") as office:
        office.add_column(sa.Column("county", sa.String(length=2), nullable=True))
        office.add_column(sa.Column("inhabitants", sa.Integer(), nullable=True))
        office.create_check_constraint(op.f("ck_office_inhabitants"), "inhabitants >= 0")
    op.create_table(
        "office_tag",
        sa.Column("office_id", _ID, nullable=False),
        sa.Column("tag", sa.String(length=100), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_office_tag_office_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("office_id", "tag", name=op.f("pk_office_tag")),
    )


def _pool() -> None:
    op.create_table(
        "pool_consent",
        sa.Column("office_id", _ID, nullable=False),
        sa.Column("given", _MOMENT, nullable=False),
        sa.Column("given_by", _ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_pool_consent_office_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["given_by"], ["person.id"], name=op.f("fk_pool_consent_given_by"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("office_id", name=op.f("pk_pool_consent")),
    )
    op.create_table(
        "pool_batch",
        sa.Column("id", _ID, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("made", _MOMENT, nullable=False),
        sa.CheckConstraint("kind in ('scores', 'answers')", name=op.f("ck_pool_batch_kind")),
        sa.CheckConstraint("size > 0", name=op.f("ck_pool_batch_size")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pool_batch")),
    )
    op.create_table(
        "pool_member",
        sa.Column("batch_id", _ID, nullable=False),
        sa.Column("office_id", _ID, nullable=False),
        sa.Column("assessment_id", _ID, nullable=False),
        sa.Column("locked_at", _MOMENT, nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("fresh", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["pool_batch.id"], name=op.f("fk_pool_member_batch_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_pool_member_office_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("batch_id", "office_id", name=op.f("pk_pool_member")),
    )
    op.create_index(op.f("ix_pool_member_office_id"), "pool_member", ["office_id"], unique=False)


def downgrade() -> None:
    """Never: an older Tikamp refuses a newer database; go back with a backup."""
    raise NotImplementedError
