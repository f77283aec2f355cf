"""The parts of a vault as bytes, from its folder or from a backup: docs/vault-format.md, "Files" and "Backups"."""

import hashlib
import json
import pathlib

from primitives import Refused, mac, sub_key, unbase64, unseal

HEADERS = ("header.0.json", "header.1.json")
NAMES = (*HEADERS, "head.json", "vault.db", "vault.db-wal", "drafts.db", "drafts.db-wal")
MAGIC = b"\x89HBK\r\n\x1a\n"
SECTIONS = ["header", "head", "contents", "database", "drafts"]


def parts_of(path):
    """{headers, head, database, log, drafts, drafts log} as bytes, or None where a file is missing; of a backup its manifest too."""
    path = pathlib.Path(path)
    if path.is_file():
        return of_backup(path.read_bytes())
    files = {name: (path / name).read_bytes() for name in NAMES if (path / name).is_file()}
    if not files:
        raise Refused("no_vault")
    for name in NAMES:  # a re-key that was stopped at its end: what waits there is the vault's, and logs of what it replaces are not
        if (path / "rekey.ready" / name).is_file():
            files[name] = (path / "rekey.ready" / name).read_bytes()
            files.pop(name + "-wal", None)
    return {
        "headers": [files.get(name) for name in HEADERS],
        "head": files.get("head.json"),
        "database": (files.get("vault.db"), files.get("vault.db-wal")),
        "drafts": (files.get("drafts.db"), files.get("drafts.db-wal")),
        "faults": [],
    }


def of_backup(data):
    start = 12 + int.from_bytes(data[8:12], "little")
    if not data.startswith(MAGIC) or start > 12 + 65536 or hashlib.sha256(data[:start]).digest() != data[start : start + 32]:
        raise Refused("damaged", what="backup", part="manifest")
    manifest = json.loads(data[12:start])
    if manifest["version"] > 1:
        raise Refused("newer_version", version=manifest["version"])
    if manifest["format"] != "habeas-backup" or [section["name"] for section in manifest["sections"]] != SECTIONS:
        raise Refused("damaged", what="backup", part="manifest")
    parts, faults, at = {}, [], start + 32
    for section in manifest["sections"]:
        part = parts[section["name"]] = data[at : at + section["bytes"]]
        at += section["bytes"]
        if hashlib.sha256(part).hexdigest() != section["sha256"]:
            faults.append({"what": "backup", "part": section["name"]})
    if at != len(data):
        faults.append({"what": "backup", "part": "end"})
    return {
        "headers": [parts["header"]],
        "head": parts["head"],
        "database": (parts["database"], None),
        "drafts": (parts["drafts"], None),
        "faults": faults,
        "backup": {**manifest, "contents": parts["contents"]},
    }


def parsed(data):
    try:
        return json.loads(data)
    except (TypeError, ValueError):
        return None


def open_file(key, data, binding):
    """What a sealed JSON file holds, as JSON; None where it is missing, of another format, or not what was sealed."""
    outer = parsed(data)
    known = isinstance(outer, dict) and all(outer.get(name) == binding[name] for name in ("format", "version"))
    return parsed(unseal(key, outer, binding)) if known else None


def open_manifest(backup, data_key, vault_id):
    """What a backup says of itself, with the faults of the two parts of it that are under a key."""
    body = {name: value for name, value in backup.items() if name not in ("contents", "mac")}
    authentic = mac(sub_key(data_key, vault_id, "backup"), body) == unbase64(backup["mac"])
    binding = {"format": "habeas-backup-contents", "version": 1, "vaultId": vault_id, "createdAt": backup["createdAt"]}
    contents = open_file(sub_key(data_key, vault_id, "backup-contents"), backup["contents"], binding)
    faults = [] if authentic else [{"what": "backup", "part": "manifest"}]
    faults += [] if contents else [{"what": "backup", "part": "contents"}]
    return {"createdAt": backup["createdAt"], "kind": backup["kind"], "contents": contents}, faults
