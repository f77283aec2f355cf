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
import pathlib
import sqlite3
import sys

import case_files
import chain
import files
import keys
import pages
import paper
import vectors
from primitives import Refused


def open_vault(path, kind, secret):
    """The parts of a vault, what opened it, its database in memory (None where it can't be), and faults of what is around that."""
    parts = files.parts_of(path)
    opened = keys.unlock(parts["headers"], kind, secret)
    clear, faults = pages.read_database(*parts["database"], opened.key("database"), "database")
    _, of_drafts = pages.read_database(*parts["drafts"], opened.key("drafts"), "drafts")
    faults = [*parts["faults"], *keys.faults_of(parts["headers"], opened.data_key), *faults, *of_drafts]
    return parts, opened, clear and pages.in_memory(clear), faults


def read_vault(path, kind, secret):
    parts, opened, db, faults = open_vault(path, kind, secret)
    answer = {"vault": keys.facts_of(opened)}
    if "backup" in parts:
        answer["backup"], found = files.open_manifest(parts["backup"], opened.data_key, opened.vault_id)
        faults += found
    if db is not None:
        key, head = opened.audit_key(), chain.open_head(parts["head"], opened.data_key, opened.vault_id)
        for check, known in ((chain.check_head, head), (chain.check_entries, key), (chain.check_history, key), (chain.check_rows, key)):
            faults += asked(faults, check, db, known) or []
        answer |= asked(faults, case_files.facts_of, db, opened.slot) or {}
        answer["lastChange"] = asked(faults, chain.last_change, db)
        answer["cases"] = asked(faults, case_files.list_case_files, db)
    return {**answer, "faults": faults}


def asked(faults, question, *of):
    """Pages that failed are zeros in the database, so that any question may fail: that is a finding, and the next one is asked."""
    try:
        return question(*of)
    except (sqlite3.Error, IndexError, KeyError, TypeError, ValueError) as error:
        faults.append({"what": "database", "unreadable": question.__name__, "why": type(error).__name__})
        return None


def secret_of(given):
    def text(path):
        return pathlib.Path(path).read_text("utf-8")

    if given.code_file:
        return "recovery_code", paper.key_of_code(text(given.code_file))
    if given.cards_file:
        return "recovery_shares", paper.key_of_cards(line for line in text(given.cards_file).split("\n") if line.strip())
    typed = text(given.passphrase_file) if given.passphrase_file else sys.stdin.buffer.readline().decode()
    return "passphrase", typed.split("\n")[0].rstrip("\r")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("vaults", nargs="*", metavar="VAULT", help="a vault's folder, or a backup")
    for option in ("--passphrase-file", "--code-file", "--cards-file", "--vectors"):
        parser.add_argument(option, metavar="FILE")
    given = parser.parse_args()
    if not given.vaults and not given.vectors:
        parser.error("a vault's folder is wanted")
    try:
        if given.vectors:
            answers = [vectors.check(given.vectors)]
        else:
            kind, secret = secret_of(given)
            answers = [read_vault(path, kind, secret) for path in given.vaults]
    except Refused as refused:
        print(json.dumps({"code": refused.code, "params": refused.params}), file=sys.stderr)
        return 3
    print(json.dumps(answers if len(answers) > 1 else answers[0], ensure_ascii=False, indent=2))
    return 4 if any(answer["faults"] for answer in answers) else 0


if __name__ == "__main__":
    sys.exit(main())
