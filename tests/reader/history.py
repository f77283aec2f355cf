"""The audit chain, the head, the history and the rows under it: docs/vault-format.md, "Audit chain" and "Head"."""

import json

from primitives import canonical_bytes, fingerprint, hmac256, same, sub_key, unseal

CHAIN_START = bytes(32)
LISTED_AT_MOST = 100


def read_head(outer, data_key, vault_id):
    """{seq, changeNo, hash} of what head.json holds, or None where it is missing or altered."""
    try:
        facts = {"format": outer["format"], "version": outer["version"], "vaultId": vault_id}
        if (facts["format"], facts["version"]) != ("habeas-head", 1):
            return None
        plain = unseal(sub_key(data_key, vault_id, "head"), outer, canonical_bytes(facts))
        head = json.loads(plain)
        return {"seq": head["seq"], "changeNo": head["changeNo"], "hash": bytes.fromhex(head["hash"])}
    except (TypeError, KeyError, ValueError):
        return None


def entry_hash(audit_key, entry, rows):
    return hmac256(
        audit_key,
        canonical_bytes(
            {
                "seq": entry["seq"],
                "changeNo": entry["change_no"],
                "at": entry["at"],
                "kind": entry["kind"],
                "caseworker": entry["caseworker_id"],
                "details": entry["details"],
                "rows": [[row["table_name"], row["row_uuid"], row["row_hash"]] for row in rows],
                "previous": entry["previous_hash"],
            }
        ),
    )


def row_hash(audit_key, table, name, row):
    """Of a row's content, columns that are NULL left out; of its absence where `row` is None."""
    content = None if row is None else {column: value for column, value in row.items() if value is not None}
    return hmac256(audit_key, canonical_bytes(["row", table, name, content]))


def revisions_digest(audit_key, change_no, case_id, undoes, revisions):
    return hmac256(audit_key, canonical_bytes(["revisions", change_no, case_id, undoes, revisions])).hex()


def bound_tables(db):
    """Tables whose rows are bound, with the column that names a row."""
    tables = {"vault_settings": "key"}
    for row in db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall():
        if row["sql"].startswith("CREATE VIRTUAL"):
            continue
        if any(column["name"] == "uuid" for column in db.execute('PRAGMA table_info("%s")' % row["name"])):
            tables[row["name"]] = "uuid"
    return tables


def check_chain(db, audit_key):
    """Every entry in order; the first that doesn't fit ends it, since nothing after it can be told."""
    before, expected = CHAIN_START, 1
    for entry in db.execute("SELECT * FROM audit_entries ORDER BY seq").fetchall():
        rows = db.execute(
            "SELECT table_name, row_uuid, row_hash FROM audit_rows WHERE seq = ? ORDER BY table_name, row_uuid", (entry["seq"],)
        ).fetchall()
        fits = (
            entry["seq"] == expected
            and same(entry["previous_hash"], before)
            and same(entry["hash"], entry_hash(audit_key, entry, rows))
        )
        if not fits:
            return [{"what": "chain", "seq": expected}]
        before, expected = entry["hash"], expected + 1
    return []


def check_head(db, head):
    """The database may be equal to the head or ahead of it by entries that fit, never behind."""
    if head is None:
        return [{"what": "head", "state": "damaged"}]
    at = db.execute("SELECT hash FROM audit_entries WHERE seq = ?", (head["seq"],)).fetchone()
    if at is None:
        last = db.execute("SELECT max(change_no) AS no FROM audit_entries").fetchone()
        return [{"what": "head", "state": "rolled_back", "found": last["no"] or 0, "expected": head["changeNo"]}]
    return [] if same(at["hash"], head["hash"]) else [{"what": "head", "seq": head["seq"]}]


def digest_left(db, change_no):
    """What an erasing left of a change's history: the newest binding that stands for it, in hex. None where it is whole."""
    left = db.execute(
        """SELECT bound.row_hash AS digest FROM audit_rows AS bound JOIN audit_entries AS entry ON entry.seq = bound.seq
           WHERE entry.kind = 'bin.purged' AND bound.table_name = 'change_sets' AND bound.row_uuid = ?
           ORDER BY bound.seq DESC LIMIT 1""",
        (str(change_no),),
    ).fetchone()
    return left["digest"].hex() if left else None


def check_history(db, audit_key):
    faults = []
    entries = db.execute("SELECT change_no, details FROM audit_entries WHERE change_no IS NOT NULL ORDER BY change_no").fetchall()
    for entry in entries:
        change_no = entry["change_no"]
        of_change = db.execute("SELECT case_id, undoes FROM change_sets WHERE change_no = ?", (change_no,)).fetchone()
        case_id, undoes = (of_change["case_id"], of_change["undoes"]) if of_change else (None, None)
        revisions = db.execute(
            "SELECT table_name, row_uuid, field, before_value, after_value FROM revisions WHERE change_no = ? ORDER BY id", (change_no,)
        )
        found = revisions_digest(audit_key, change_no, case_id, undoes, [list(row.values()) for row in revisions.fetchall()])
        if (digest_left(db, change_no) or json.loads(entry["details"]).get("revisions")) != found:
            faults.append({"what": "history", "changeNo": change_no})
    return faults[:LISTED_AT_MOST]


def check_rows(db, audit_key):
    """Each row against its newest binding, and rows that no entry ever bound."""
    faults = []
    tables = bound_tables(db)
    newest = db.execute(
        """SELECT table_name, row_uuid, row_hash FROM audit_rows AS bound WHERE table_name <> 'change_sets' AND seq =
           (SELECT max(seq) FROM audit_rows WHERE table_name = bound.table_name AND row_uuid = bound.row_uuid)
           ORDER BY table_name, row_uuid"""
    ).fetchall()
    for bound in newest:
        table, name = bound["table_name"], bound["row_uuid"]
        row = None
        if table in tables:
            row = db.execute('SELECT * FROM "%s" WHERE "%s" = ?' % (table, tables[table]), (name,)).fetchone()
        if table not in tables or not same(row_hash(audit_key, table, name, row), bound["row_hash"]):
            faults.append({"what": "row", "table": table, "id": name})
    bound_names = {(bound["table_name"], bound["row_uuid"]) for bound in newest}
    for table, column in tables.items():
        for row in db.execute('SELECT "%s" AS name FROM "%s"' % (column, table)).fetchall():
            if (table, row["name"]) not in bound_names:
                faults.append({"what": "row", "table": table, "id": row["name"], "unbound": True})
    return faults[:LISTED_AT_MOST]


def last_change(db):
    """Number, time and four words of the last change; the words of the first entry before there is any change."""
    entry = db.execute("SELECT * FROM audit_entries WHERE change_no IS NOT NULL ORDER BY change_no DESC LIMIT 1").fetchone()
    if entry is not None:
        return {"changeNo": entry["change_no"], "at": entry["at"], "words": fingerprint(entry["hash"])}
    first = db.execute("SELECT hash FROM audit_entries WHERE seq = 1").fetchone()
    return {"changeNo": 0, "at": None, "words": fingerprint(first["hash"]) if first else []}
