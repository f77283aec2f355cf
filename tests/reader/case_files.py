"""Case files as the program lists them: docs/vault-format.md, "What is in the database"."""

import re
from datetime import date, datetime, timedelta, timezone

COUNTED = """persons person_names identity_documents case_files charges whereabouts_notes custody_statuses sources citations
    competing_values caseworkers change_sets audit_entries"""
EVER = float("inf")


def facts_of(db, slot):
    settings = dict(db.execute("SELECT key, value FROM vault_settings").fetchall())
    name = db.execute("SELECT name FROM caseworkers WHERE slot_id = ?", (slot["id"],)).fetchone()
    return {
        "title": settings["title"],
        "createdAt": iso(int(settings["created_at"])),
        "schemaVersion": db.execute("SELECT max(version) FROM schema_migrations").fetchone()[0],
        "caseworker": name and name[0],
        "counts": {table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in COUNTED.split()},
    }


def iso(milliseconds):
    moment = datetime.fromtimestamp(milliseconds // 1000, timezone.utc)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{milliseconds % 1000:03d}Z"


def last_day(edtf):
    """The last day that a date can mean, counted from 1970: X stands for any digit, and what is left out for any of its days."""
    text = edtf.rstrip("?~%")
    if text.startswith("XXXX"):
        return EVER
    day = date(int(text[:4].replace("X", "9")), 12, 31)
    while not re.match(text.replace("X", r"\d"), day.isoformat()):
        day -= timedelta(days=1)
    return (day - date(1970, 1, 1)).days


def current_status(statuses):
    """A status gives way only to one that certainly began later; among the rest the one recorded last holds."""
    known = []
    for row in statuses:
        begin, *end = (row["since_edtf"] or "").split("/")
        earliest = -EVER if row["since_earliest"] is None else row["since_earliest"]
        latest = EVER if row["since_latest"] is None else row["since_latest"]
        if end and begin not in ("", ".."):
            latest = last_day(begin)
        if row["status"] is not None:
            known.append((row["status"], earliest, latest))
    certain = max((earliest for _, earliest, _ in known), default=-EVER)
    return next((status for status, _, latest in reversed(known) if latest >= certain), None)


def list_case_files(db):
    def hanging(table, column, name):
        return db.execute(f'SELECT * FROM "{table}" WHERE "{column}" = ? ORDER BY id', (name,)).fetchall()

    def listed(case_file):
        person = hanging("persons", "uuid", case_file["person_id"])[0]
        of_person = {table: hanging(table, "person_id", person["uuid"]) for table in ("person_names", "identity_documents")}
        of_case = {table: hanging(table, "case_id", case_file["uuid"]) for table in ("charges", "whereabouts_notes", "custody_statuses")}
        rows = [case_file, person, *sum((*of_person.values(), *of_case.values()), [])]
        for table in ("competing_values", "citations"):
            rows += [found for row in rows for found in hanging(table, "target_id", row["uuid"])]
        change = db.execute("SELECT at FROM change_sets WHERE change_no = ?", (max(row["revision"] for row in rows),)).fetchone()
        standing = {table: [row for row in found if row["binned_change"] is None] for table, found in (of_person | of_case).items()}
        parts = " ".join(part for part in (person["given_name"], person["family_name"]) if part)
        others = [row["name"] for row in standing["person_names"] if row["name"]]
        return {
            "ref": case_file["reference"],
            "name": person["name"] or parts or (others or [(person["description"] or "")[:80]])[0],
            "custodyStatus": current_status(standing["custody_statuses"]),
            "changedAt": iso(change["at"]) if change else None,
            "holds": {table: len(standing[table]) for table in of_case},
        }

    return [listed(row) for row in db.execute("SELECT * FROM case_files WHERE binned_change IS NULL ORDER BY reference").fetchall()]
