"""A process that saves without end and says what was acknowledged, until it is killed."""

from __future__ import annotations

import sys
import threading

from storage import LOCAL, Change, answers, open_store

COLUMNS = ("goals", "method", "note.goals")


def main() -> None:
    url, assessment_id = sys.argv[1:]
    store = open_store(url)

    def keep_writing(column: str) -> None:
        since = answers.changes_since(store, LOCAL, assessment_id=assessment_id, revision=0).entries
        version = since[column].version if column in since else 0
        while True:
            change = Change(column, f"{column} {version + 1}", version)
            saved = answers.save(store, LOCAL, assessment_id=assessment_id, changes=[change])
            version = saved.entries[column].version
            sys.stdout.write(f"{column} {version}\n")
            sys.stdout.flush()

    for column in COLUMNS:
        threading.Thread(target=keep_writing, args=(column,)).start()


if __name__ == "__main__":
    main()
