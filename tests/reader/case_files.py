"""Case files as the program lists them: docs/vault-format.md, "What is in the database"."""

from datetime import date, datetime, timedelta, timezone

COUNTED = (
    "persons person_names identity_documents case_files charges whereabouts_notes custody_statuses sources citations "
    "competing_values caseworkers change_sets audit_entries"
).split()


def counts(db):
    return {table: db.execute('SELECT count(*) AS n FROM "%s"' % table).fetchone()["n"] for table in COUNTED}


def standing(rows):
    return [row for row in rows if row["binned_change"] is None]


def shown_name(person, names):
    """A person's name; else its parts; else another name; else the first words that describe them."""
    parts = " ".join(part for part in (person["given_name"], person["family_name"]) if part)
    other = next((row["name"] for row in names if row["name"]), None)
    return person["name"] or parts or other or (person["description"] or "")[:80]


def start_bounds(row):
    """First and last day on which a status can have begun, as day numbers; of an interval, those of its first end."""
    edtf = row["since_edtf"]
    if edtf is None:
        return None, None
    if "/" not in edtf:
        return row["since_earliest"], row["since_latest"]
    first = edtf.split("/")[0].rstrip("?~%")
    if first in ("", ".."):
        return None, row["since_latest"]
    try:
        parts = [int(part) for part in first.split("-")]
    except ValueError:  # unknown digits; the whole interval's days are the most that can be said
        return row["since_earliest"], row["since_latest"]
    begin = date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)
    if len(parts) == 3:
        end = begin
    elif len(parts) == 2:
        end = date(begin.year + begin.month // 12, begin.month % 12 + 1, 1) - timedelta(days=1)
    else:
        end = date(begin.year, 12, 31)
    return tuple((day - date(1970, 1, 1)).days for day in (begin, end))


def current_status(statuses):
    """A status gives way only to one that certainly began later; among the rest the one recorded last holds."""
    known = [(row["status"], *start_bounds(row)) for row in statuses if row["status"] is not None]
    latest_start = max((earliest for _, earliest, _ in known if earliest is not None), default=float("-inf"))
    for status, _, latest in reversed(known):
        if latest is None or latest >= latest_start:
            return status
    return None


def last_revision(db, case_file, person, hanging):
    """The number of the last change to a case file, its person, or what hangs on either, binned rows among it."""
    rows = [case_file, person] + hanging
    ids = [row["uuid"] for row in rows]
    for table in ("competing_values", "citations"):
        marks = ",".join("?" * len(ids))
        found = db.execute('SELECT * FROM "%s" WHERE target_id IN (%s)' % (table, marks), ids).fetchall()
        rows += found
        ids += [row["uuid"] for row in found]
    return max(row["revision"] for row in rows)


def list_case_files(db):
    listed = []
    for case_file in db.execute("SELECT * FROM case_files WHERE binned_change IS NULL ORDER BY reference").fetchall():
        person = db.execute("SELECT * FROM persons WHERE uuid = ?", (case_file["person_id"],)).fetchone()
        of_person, of_case = {}, {}
        for table in ("person_names", "identity_documents"):
            of_person[table] = db.execute('SELECT * FROM "%s" WHERE person_id = ? ORDER BY id' % table, (person["uuid"],)).fetchall()
        for table in ("charges", "whereabouts_notes", "custody_statuses"):
            of_case[table] = db.execute('SELECT * FROM "%s" WHERE case_id = ? ORDER BY id' % table, (case_file["uuid"],)).fetchall()
        hanging = [row for rows in (*of_person.values(), *of_case.values()) for row in rows]
        change = db.execute(
            "SELECT at FROM change_sets WHERE change_no = ?", (last_revision(db, case_file, person, hanging),)
        ).fetchone()
        listed.append(
            {
                "ref": case_file["reference"],
                "name": shown_name(person, standing(of_person["person_names"])),
                "custodyStatus": current_status(standing(of_case["custody_statuses"])),
                "changedAt": iso(change["at"]) if change else None,
                "holds": {table: len(standing(rows)) for table, rows in of_case.items()},
            }
        )
    return listed


def iso(milliseconds):
    moment = datetime.fromtimestamp(milliseconds // 1000, timezone.utc)
    return moment.strftime("%Y-%m-%dT%H:%M:%S") + ".%03dZ" % (milliseconds % 1000)
