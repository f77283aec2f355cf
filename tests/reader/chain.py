"""The audit chain, and the head, the history and the rows that it vouches for: docs/vault-format.md, "Audit chain" and "Head"."""

import json

from files import open_file
from primitives import fingerprint, mac, sub_key

ENTRIES = """SELECT seq, change_no AS changeNo, at, kind, caseworker_id AS caseworker, details, previous_hash AS previous, hash
    FROM audit_entries ORDER BY seq"""


def entry_hash(key, entry, rows):
    return mac(key, {name: value for name, value in entry.items() if name != "hash"} | {"rows": rows})


def row_hash(key, table, name, row):
    """Of a row's content, columns that are NULL left out; of its absence where `row` is None."""
    content = None if row is None else {column: value for column, value in dict(row).items() if value is not None}
    return mac(key, ["row", table, name, content])


def revisions_digest(key, change_no, case_id, undoes, revisions):
    return mac(key, ["revisions", change_no, case_id, undoes, revisions]).hex()


def open_head(sealed, data_key, vault_id):
    """{seq, hash, changeNo} of the end of the chain when the last change was answered; None where that is missing or altered."""
    binding = {"format": "habeas-head", "version": 1, "vaultId": vault_id}
    return open_file(sub_key(data_key, vault_id, "head"), sealed, binding)


def check_head(db, head):
    """The database may be equal to the head, or ahead of it by entries that fit; never behind."""
    if head is None:
        return [{"what": "head", "state": "damaged"}]
    entry = db.execute("SELECT hash FROM audit_entries WHERE seq = ?", (head["seq"],)).fetchone()
    if entry is None:
        return [{"what": "head", "state": "rolled_back", "found": last_change(db)["changeNo"], "expected": head["changeNo"]}]
    return [] if entry["hash"].hex() == head["hash"] else [{"what": "head", "seq": head["seq"]}]


def check_entries(db, key):
    """The first entry that doesn't fit, since nothing after it can be told."""
    rows_of = {}
    for seq, *row in db.execute("SELECT seq, table_name, row_uuid, row_hash FROM audit_rows ORDER BY table_name, row_uuid"):
        rows_of.setdefault(seq, []).append(row)
    previous = bytes(32)
    for seq, entry in enumerate(map(dict, db.execute(ENTRIES)), 1):
        fits = entry["seq"] == seq and entry["previous"] == previous
        if not fits or entry["hash"] != entry_hash(key, entry, rows_of.get(seq, [])):
            return [{"what": "chain", "seq": seq}]
        previous = entry["hash"]
    return []


def check_history(db, key):
    """Each change's revisions against the digest in its entry, or against the newest one that an erasing left in its place."""
    revisions_of, digests = {}, {}
    for no, *revision in db.execute(
        "SELECT change_no, table_name, row_uuid, field, before_value, after_value FROM revisions ORDER BY id"
    ):
        revisions_of.setdefault(no, []).append(revision)
    for no, details in db.execute("SELECT change_no, details FROM audit_entries WHERE change_no IS NOT NULL ORDER BY change_no"):
        digests[no] = json.loads(details).get("revisions")
    for no, digest in db.execute(
        """SELECT row_uuid, row_hash FROM audit_rows JOIN audit_entries USING (seq)
           WHERE kind = 'bin.purged' AND table_name = 'change_sets' ORDER BY seq"""
    ):
        digests[int(no)] = digest.hex()
    about = {no: (case_id, undoes) for no, case_id, undoes in db.execute("SELECT change_no, case_id, undoes FROM change_sets")}
    return [
        {"what": "history", "changeNo": no}
        for no, digest in digests.items()
        if digest != revisions_digest(key, no, *about.get(no, (None, None)), revisions_of.get(no, []))
    ]


def check_rows(db, key):
    """Each row against its newest binding; then rows that were never bound."""
    tables = db.execute(
        """SELECT tables.name FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
           WHERE tables.type = 'table' AND tables.sql NOT LIKE 'CREATE VIRTUAL%' AND columns.name = 'uuid' ORDER BY tables.name"""
    ).fetchall()
    columns = {"vault_settings": "key"} | {table: "uuid" for table, in tables}
    rows = {(table, row[column]): row for table, column in columns.items() for row in db.execute(f'SELECT * FROM "{table}"')}
    bound, faults = set(), []
    for table, name, digest, _ in db.execute(
        """SELECT table_name, row_uuid, row_hash, max(seq) FROM audit_rows WHERE table_name <> 'change_sets'
           GROUP BY table_name, row_uuid ORDER BY table_name, row_uuid"""
    ):
        bound.add((table, name))
        if table not in columns or row_hash(key, table, name, rows.get((table, name))) != digest:
            faults.append({"what": "row", "table": table, "id": name})
    return faults + [{"what": "row", "table": table, "id": name, "unbound": True} for table, name in rows if (table, name) not in bound]


def last_change(db):
    """Number, time and four words of the last change; the words of the first entry before there is any change."""
    entry = db.execute("SELECT * FROM audit_entries ORDER BY change_no IS NULL, change_no DESC, seq LIMIT 1").fetchone()
    changed = entry["change_no"] is not None
    return {"changeNo": entry["change_no"] or 0, "at": entry["at"] if changed else None, "words": fingerprint(entry["hash"])}
