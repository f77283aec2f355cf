#!/usr/bin/env python3
"""Opens a Habeas vault without Habeas, from docs/vault-format.md alone, and says what it holds and what is wrong with it.

    read_vault.py VAULT.habeas < passphrase          (first line of standard input)
    read_vault.py VAULT.habeas --passphrase-file FILE
    read_vault.py VAULT.habeas COPY.habeas …        (a list of answers: the key of copies is derived once)
    read_vault.py --vectors vault-format.json

Prints one JSON document. Needs Python 3.11, python3-cryptography and python3-argon2 (argon2-cffi). Whatever is decrypted
stays in this process's memory; nothing is written to the vault or anywhere else.

Exit: 0 sound, 2 usage, 3 could not be opened, 4 faults were found.
"""

import argparse
import json
import os
import sqlite3
import sys

import case_files
import headers
import history
import pages
import vectors
from primitives import Refused, sub_key


def dictionaries(cursor, row):
    return {column[0]: value for column, value in zip(cursor.description, row)}


def in_memory(clear):
    """A database in clear, held in memory; temporary tables too."""
    db = sqlite3.connect(":memory:")
    db.deserialize(clear)
    db.row_factory = dictionaries
    db.execute("PRAGMA temp_store = MEMORY")
    db.execute("PRAGMA query_only = ON")
    return db


def guarded(faults, what, work, otherwise):
    """Pages that fail are zeros here, so that any question may fail: that is a finding, and the next one is asked."""
    try:
        return work()
    except (sqlite3.Error, ValueError, KeyError, TypeError) as error:
        faults.append({"what": what, "unreadable": type(error).__name__})
        return otherwise


def read_vault(folder, passphrase):
    opened = headers.unlock(folder, passphrase)
    data_key, vault_id = opened["dataKey"], opened["header"]["vaultId"]
    faults = headers.faults(folder, data_key)
    clear, found, page_count = pages.read_database(
        os.path.join(folder, "vault.db"), sub_key(data_key, vault_id, "database"), "database"
    )
    faults += found
    _, found, draft_pages = pages.read_database(os.path.join(folder, "drafts.db"), sub_key(data_key, vault_id, "drafts"), "drafts")
    faults += found
    answer = {"vault": headers.facts(opened), "checked": {"pages": page_count, "draftPages": draft_pages}}
    if clear is None:
        return {**answer, "faults": faults}
    return {**answer, **read_content(in_memory(clear), data_key, opened, folder, faults), "faults": faults}


def read_content(db, data_key, opened, folder, faults):
    vault_id = opened["header"]["vaultId"]
    audit_key = headers.audit_key(opened)
    head = history.read_head(folder, data_key, vault_id)
    checks = (
        ("head", lambda: history.check_head(db, head)),
        ("chain", lambda: history.check_chain(db, audit_key)),
        ("history", lambda: history.check_history(db, audit_key)),
        ("row", lambda: history.check_rows(db, audit_key)),
    )
    for what, check in checks:
        faults += guarded(faults, what, check, [])

    def settings():
        return {row["key"]: row["value"] for row in db.execute("SELECT key, value FROM vault_settings").fetchall()}

    def who():
        return db.execute("SELECT name FROM caseworkers WHERE slot_id = ?", (opened["slot"]["id"],)).fetchone()

    def schema():
        return db.execute("SELECT max(version) AS version FROM schema_migrations").fetchone()["version"]

    kept = guarded(faults, "database", settings, {})
    name = guarded(faults, "database", who, None)
    return {
        "title": kept.get("title"),
        "createdAt": case_files.iso(int(kept["created_at"])) if "created_at" in kept else None,
        "schemaVersion": guarded(faults, "database", schema, None),
        "caseworker": name["name"] if name else None,
        "lastChange": guarded(faults, "database", lambda: history.last_change(db), None),
        "counts": guarded(faults, "database", lambda: case_files.counts(db), None),
        "cases": guarded(faults, "database", lambda: case_files.list_case_files(db), None),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("vaults", nargs="*", metavar="VAULT", help="a vault's folder")
    parser.add_argument("--passphrase-file", metavar="FILE")
    parser.add_argument("--vectors", metavar="FILE", help="checks this reader against the test vectors")
    given = parser.parse_args()
    try:
        if given.vectors is not None:
            answer = vectors.check(given.vectors)
        elif not given.vaults:
            parser.error("a vault's folder is wanted")
        else:
            passphrase = first_line(given.passphrase_file)
            answers = [read_vault(folder, passphrase) for folder in given.vaults]
            answer = answers[0] if len(answers) == 1 else answers
    except Refused as refused:
        print(json.dumps({"code": refused.code, "params": refused.facts}), file=sys.stderr)
        return 3
    print(json.dumps(answer, ensure_ascii=False, indent=2))
    return 4 if any(one["faults"] for one in (answer if isinstance(answer, list) else [answer])) else 0


def first_line(path):
    if path is None:
        return sys.stdin.buffer.readline().decode("utf-8").rstrip("\r\n")
    with open(path, encoding="utf-8", newline="\n") as file:
        return file.readline().rstrip("\r\n")


if __name__ == "__main__":
    sys.exit(main())
