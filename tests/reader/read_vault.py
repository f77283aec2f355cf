#!/usr/bin/env python3
"""Opens a Habeas vault without Habeas, from docs/vault-format.md alone, and says what it holds and what is wrong with it.

    read_vault.py VAULT.habeas < passphrase          (first line of standard input)
    read_vault.py VAULT.habeas --passphrase-file FILE
    read_vault.py VAULT.habeas --code-file FILE     (a recovery code)
    read_vault.py VAULT.habeas --cards-file FILE    (recovery cards, one a line: their words, or the text of the QR code)
    read_vault.py FILE.habeas-backup …              (a backup is read as a vault is)
    read_vault.py VAULT.habeas COPY.habeas …        (a list of answers: the key of copies is derived once)
    read_vault.py --vectors vault-format.json

Prints one JSON document. Needs Python 3.11, python3-cryptography and python3-argon2 (argon2-cffi). Whatever is decrypted
stays in this process's memory; nothing is written to the vault or anywhere else.

Exit: 0 sound, 2 usage, 3 could not be opened, 4 faults were found.
"""

import argparse
import json
import sqlite3
import sys

import case_files
import headers
import history
import pages
import recovery
import sources
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


def read_vault(path, kind, secret):
    source = sources.open_source(path)
    opened = headers.unlock(source["headers"], kind, secret)
    data_key, vault_id = opened["dataKey"], opened["header"]["vaultId"]
    faults = source["faults"] + headers.faults(source, data_key)
    answer = {"vault": headers.facts(opened)}
    if source["backup"] is not None:
        answer["backup"] = sources.backup_facts(source["backup"], data_key, faults)
    database_key, drafts_key = sub_key(data_key, vault_id, "database"), sub_key(data_key, vault_id, "drafts")
    clear, found, count = pages.read_database(source["database"], source["databaseLog"], database_key, "database")
    _, found_in_drafts, draft_count = pages.read_database(source["drafts"], source["draftsLog"], drafts_key, "drafts")
    faults += found + found_in_drafts
    answer["checked"] = {"pages": count, "draftPages": draft_count}
    if clear is not None:
        answer |= read_content(in_memory(clear), opened, source["head"], faults)
    return {**answer, "faults": faults}


def read_content(db, opened, head_file, faults):
    audit_key = headers.audit_key(opened)
    head = history.read_head(head_file, opened["dataKey"], opened["header"]["vaultId"])
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
    for option in ("--passphrase-file", "--code-file", "--cards-file"):
        parser.add_argument(option, metavar="FILE")
    parser.add_argument("--vectors", metavar="FILE", help="checks this reader against the test vectors")
    given = parser.parse_args()
    try:
        if given.vectors is not None:
            answer = vectors.check(given.vectors)
        elif not given.vaults:
            parser.error("a vault's folder is wanted")
        else:
            kind, secret = secret_of(given)
            answers = [read_vault(path, kind, secret) for path in given.vaults]
            answer = answers[0] if len(answers) == 1 else answers
    except Refused as refused:
        print(json.dumps({"code": refused.code, "params": refused.facts}), file=sys.stderr)
        return 3
    print(json.dumps(answer, ensure_ascii=False, indent=2))
    return 4 if any(one["faults"] for one in (answer if isinstance(answer, list) else [answer])) else 0


def secret_of(given):
    if given.code_file is not None:
        return "recovery_code", recovery.key_of_code(" ".join(lines_of(given.code_file)))
    if given.cards_file is not None:
        return "recovery_shares", recovery.key_of_cards(line for line in lines_of(given.cards_file) if line.strip())
    if given.passphrase_file is not None:
        return "passphrase", lines_of(given.passphrase_file)[0]
    return "passphrase", sys.stdin.buffer.readline().decode("utf-8").rstrip("\r\n")


def lines_of(path):
    with open(path, encoding="utf-8", newline="\n") as file:
        return [line.rstrip("\r") for line in file.read().split("\n")]


if __name__ == "__main__":
    sys.exit(main())
