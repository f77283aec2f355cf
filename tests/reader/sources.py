"""Where the parts of a vault come from: its folder, or a backup file (docs/vault-format.md, "Files" and "Backups")."""

import hashlib
import json
import os

from primitives import Refused, canonical_bytes, hmac256, same, sub_key, unbase64, unseal

MAGIC = b"\x89HBK\r\n\x1a\n"
NAMES = ["header", "head", "contents", "database", "drafts"]


def parsed(data):
    try:
        return None if data is None or len(data) > 1 << 20 else json.loads(data.decode("utf-8"))
    except ValueError:
        return None


def read_file(*path):
    try:
        with open(os.path.join(*path), "rb") as file:
            return file.read()
    except (FileNotFoundError, IsADirectoryError):
        return None


def of_folder(folder):
    names = ("header.0.json", "header.1.json", "head.json", "vault.db", "vault.db-wal", "drafts.db", "drafts.db-wal")
    files = {name: read_file(folder, name) for name in names}
    # A re-key that was stopped while its files took their places: those that still wait there are the vault's.
    waiting = {name: read_file(folder, "rekey.ready", name) for name in names}
    for name, data in waiting.items():
        if data is not None:
            files[name] = data
            files[name + "-wal"] = None
    if not any(files.values()):
        raise Refused("no_vault")
    headers = [files["header.0.json"], files["header.1.json"]]
    return {
        "headers": [parsed(data) for data in headers],
        "missing": [data is None for data in headers],
        "head": parsed(files["head.json"]),
        "database": files["vault.db"],
        "databaseLog": files["vault.db-wal"],
        "drafts": files["drafts.db"],
        "draftsLog": files["drafts.db-wal"],
        "backup": None,
        "faults": [],
    }


def of_backup(path):
    data = read_file(path)
    if data is None or not data.startswith(MAGIC):
        raise Refused("damaged", what="backup", part="not_a_backup")
    length = int.from_bytes(data[8:12], "little")
    manifest, digest = data[12 : 12 + length], data[12 + length : 44 + length]
    if hashlib.sha256(data[: 12 + length]).digest() != digest:
        raise Refused("damaged", what="backup", part="manifest")
    facts = json.loads(manifest)
    if facts["format"] != "habeas-backup":
        raise Refused("damaged", what="backup", part="manifest")
    if facts["version"] > 1:
        raise Refused("newer_version", version=facts["version"])
    sections, faults, at = {}, [], 44 + length
    for section in facts["sections"]:
        part = data[at : at + section["bytes"]]
        at += section["bytes"]
        sections[section["name"]] = part
        if hashlib.sha256(part).hexdigest() != section["sha256"]:
            faults.append({"what": "backup", "part": section["name"]})
    if len(data) != at:
        faults.append({"what": "backup", "part": "end", "state": "cut_short" if len(data) < at else "longer"})
    if list(sections) != NAMES:
        raise Refused("damaged", what="backup", part="manifest")
    return {
        "headers": [parsed(sections["header"])],
        "missing": [False],
        "head": parsed(sections["head"]),
        "database": sections["database"],
        "databaseLog": None,
        "drafts": sections["drafts"],
        "draftsLog": None,
        "backup": {**facts, "contents": parsed(sections["contents"])},
        "faults": faults,
    }


def open_source(path):
    if os.path.isdir(path):
        return of_folder(path)
    if os.path.isfile(path):
        return of_backup(path)
    raise Refused("no_vault")


def is_authentic_manifest(facts, data_key):
    body = {name: value for name, value in facts.items() if name not in ("mac", "contents")}
    return same(unbase64(facts["mac"]), hmac256(sub_key(data_key, facts["vaultId"], "backup"), canonical_bytes(body)))


def open_contents(facts, data_key):
    """What a backup says that it holds; None where it is not what was sealed."""
    outer = facts["contents"]
    binding = {"format": "habeas-backup-contents", "version": 1, "vaultId": facts["vaultId"], "createdAt": facts["createdAt"]}
    try:
        plain = unseal(sub_key(data_key, facts["vaultId"], "backup-contents"), outer, canonical_bytes(binding))
        return json.loads(plain)
    except (TypeError, KeyError, ValueError):
        return None


def backup_facts(facts, data_key, faults):
    """What there is to say of a backup, with the faults of its two sealed parts."""
    if not is_authentic_manifest(facts, data_key):
        faults.append({"what": "backup", "part": "manifest"})
    contents = open_contents(facts, data_key)
    if contents is None:
        faults.append({"what": "backup", "part": "contents"})
    return {"createdAt": facts["createdAt"], "kind": facts["kind"], "schemaVersion": facts["schemaVersion"], "contents": contents}
