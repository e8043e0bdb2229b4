"""The first tables: offices, people, assessments, answers with their history, plans, audit."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_ID = sa.String(length=22)
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """From nothing."""
    _offices()
    _people()
    _assessments()
    _answers()
    _plans()
    _audit()


def _offices() -> None:
    op.create_table(
        "office",
        sa.Column("id", _ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created", _MOMENT, nullable=False),
        sa.Column("deleted_at", _MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office")),
    )


def _people() -> None:
    op.create_table(
        "person",
        sa.Column("id", _ID, nullable=False),
        sa.Column("email", sa.String(length=320), nullable=True),
        sa.Column("subject", sa.String(length=500), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("email", name=op.f("uq_person_email")),
        sa.UniqueConstraint("subject", name=op.f("uq_person_subject")),
    )
    op.create_table(
        "membership",
        sa.Column("office_id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("since", _MOMENT, nullable=False),
        sa.CheckConstraint(
            "role in ('owner', 'member', 'viewer', 'consultant')", name=op.f("ck_membership_role")
        ),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_membership_office_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_membership_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("office_id", "person_id", name=op.f("pk_membership")),
    )
    op.create_index(op.f("ix_membership_person_id"), "membership", ["person_id"], unique=False)
    op.create_table(
        "invitation",
        sa.Column("id", _ID, nullable=False),
        sa.Column("office_id", _ID, nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("created", _MOMENT, nullable=False),
        sa.Column("expires", _MOMENT, nullable=False),
        sa.Column("made_by", _ID, nullable=True),
        sa.Column("used_at", _MOMENT, nullable=True),
        sa.Column("used_by", _ID, nullable=True),
        sa.CheckConstraint(
            "role in ('owner', 'member', 'viewer', 'consultant')", name=op.f("ck_invitation_role")
        ),
        sa.ForeignKeyConstraint(
            ["made_by"], ["person.id"], name=op.f("fk_invitation_made_by"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_invitation_office_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["used_by"], ["person.id"], name=op.f("fk_invitation_used_by"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_invitation_token_hash")),
    )
    op.create_index(op.f("ix_invitation_office_id"), "invitation", ["office_id"], unique=False)


def _assessments() -> None:
    op.create_table(
        "assessment",
        sa.Column("id", _ID, nullable=False),
        sa.Column("office_id", _ID, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("model_version", sa.String(length=200), nullable=False),
        sa.Column("data_version", sa.String(length=200), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("plan_version", sa.Integer(), nullable=False),
        sa.Column("created", _MOMENT, nullable=False),
        sa.Column("changed", _MOMENT, nullable=False),
        sa.Column("locked_at", _MOMENT, nullable=True),
        sa.Column("deleted_at", _MOMENT, nullable=True),
        sa.Column("copied_from", _ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["copied_from"], ["assessment.id"], name=op.f("fk_assessment_copied_from"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_assessment_office_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment")),
    )
    op.create_index(op.f("ix_assessment_office_id_date"), "assessment", ["office_id", "date"], unique=False)


def _answers() -> None:
    op.create_table(
        "answer",
        sa.Column("assessment_id", _ID, nullable=False),
        sa.Column("column_code", sa.String(length=200), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("given_by", _ID, nullable=True),
        sa.Column("given", _MOMENT, nullable=False),
        sa.CheckConstraint(
            "outcome in ('answered', 'not_answered', 'do_not_know', 'does_not_apply')",
            name=op.f("ck_answer_outcome"),
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_answer_assessment_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["given_by"], ["person.id"], name=op.f("fk_answer_given_by"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("assessment_id", "column_code", name=op.f("pk_answer")),
    )
    op.create_index(
        op.f("ix_answer_assessment_id_revision"), "answer", ["assessment_id", "revision"], unique=False
    )
    op.create_table(
        "answer_history",
        sa.Column("assessment_id", _ID, nullable=False),
        sa.Column("column_code", sa.String(length=200), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("given_by", _ID, nullable=True),
        sa.Column("given", _MOMENT, nullable=False),
        sa.CheckConstraint(
            "outcome in ('answered', 'not_answered', 'do_not_know', 'does_not_apply')",
            name=op.f("ck_answer_history_outcome"),
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessment.id"],
            name=op.f("fk_answer_history_assessment_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["given_by"], ["person.id"], name=op.f("fk_answer_history_given_by"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("assessment_id", "column_code", "version", name=op.f("pk_answer_history")),
    )
    op.create_index(
        op.f("ix_answer_history_assessment_id_revision"),
        "answer_history",
        ["assessment_id", "revision"],
        unique=False,
    )


def _plans() -> None:
    op.create_table(
        "planned_measure",
        sa.Column("assessment_id", _ID, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sa.String(length=200), nullable=False),
        sa.Column("effort", sa.String(length=20), nullable=False),
        sa.Column("responsible", sa.Text(), nullable=False),
        sa.Column("deadline", sa.Date(), nullable=True),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessment.id"],
            name=op.f("fk_planned_measure_assessment_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("assessment_id", "place", name=op.f("pk_planned_measure")),
    )
    op.create_table(
        "plan_history",
        sa.Column("assessment_id", _ID, nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.Column("given_by", _ID, nullable=True),
        sa.Column("given", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessment.id"],
            name=op.f("fk_plan_history_assessment_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["given_by"], ["person.id"], name=op.f("fk_plan_history_given_by"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("assessment_id", "version", name=op.f("pk_plan_history")),
    )


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("id", _ID, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("person_id", _ID, nullable=True),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("office_id", _ID, nullable=True),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_audit_person_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_index(op.f("ix_audit_at"), "audit", ["at"], unique=False)
    op.create_index(op.f("ix_audit_office_id_at"), "audit", ["office_id", "at"], unique=False)


def downgrade() -> None:
    """Never: an older Tikamp refuses a newer database; go back with a backup."""
    raise NotImplementedError
