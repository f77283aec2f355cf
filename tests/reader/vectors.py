"""Holds this reader to the test vectors of docs/vault-format.md."""

import hashlib
import json
import pathlib

import chain
import files
import keys
import pages
import paper
from primitives import canonical, fingerprint, sub_key


def with_bytes(value):
    """A JSON value with bytes where {"$bytes": hex} stands."""
    if isinstance(value, dict):
        return bytes.fromhex(value["$bytes"]) if "$bytes" in value else {name: with_bytes(member) for name, member in value.items()}
    return [with_bytes(item) for item in value] if isinstance(value, list) else value


def of_keys(given, data_key, vault_id):
    for value in given["canonical"]:
        yield "canonical", canonical(with_bytes(value["value"])), value["text"]
    for purpose, key in given["subKeys"].items():
        yield "subKeys." + purpose, sub_key(data_key, vault_id, purpose).hex(), key
    kdf, header = given["argon2id"], given["header"]
    wrapping = keys.argon2id(kdf["passphrase"], bytes.fromhex(kdf["salt"]), kdf["memoryKiB"], kdf["passes"], kdf["lanes"])
    yield "argon2id", wrapping.hex(), kdf["key"]
    yield "slot.binding", canonical(keys.slot_binding(header, header["slots"][0])), given["slot"]["binding"]
    opened = keys.unlock([json.dumps(header)], "passphrase", kdf["passphrase"])
    yield "header", (opened.data_key, opened.label(opened.slot)), (data_key, given["slot"]["label"])
    recovery, header = given["recovery"], given["header2"]
    code, key = paper.key_of_code(recovery["code"]), paper.key_of_cards(card["text"] for card in recovery["cards"])
    yield "recovery.codeKey", code.decode(), recovery["codeKey"]
    yield "recovery.recoveryKey", key.hex(), recovery["recoveryKey"]
    yield "recovery.setId", paper.set_id(key).hex(), recovery["setId"]
    for card in recovery["cards"]:
        read = paper.read_card(" ".join(card["words"])), paper.read_card(card["text"])
        yield "recovery.cards", [one.hex() for one in read], [card["bytes"]] * 2
    for kind, secret in (("recovery_code", code), ("recovery_shares", key)):
        opened = keys.unlock([json.dumps(header)], kind, secret)
        yield "recovery.wrappingKeys", keys.wrapping_key(opened.slot, secret).hex(), recovery["wrappingKeys"][kind]
        yield "header2", opened.data_key, data_key
        yield "about.plain", canonical(opened.about()), given["about"]["plain"]
        yield "about.auditKey", opened.audit_key().hex(), given["about"]["auditKey"]


def of_chain(given, data_key, vault_id):
    key = sub_key(data_key, vault_id, "audit")
    row, entry, change, head = given["row"], given["entry"], given["revisions"], given["head"]
    yield "row.hash", chain.row_hash(key, row["table"], row["id"], {**row["row"], "nickname": None}).hex(), row["hash"]
    yield "row.goneHash", chain.row_hash(key, row["table"], row["id"], None).hex(), row["goneHash"]
    digest = chain.revisions_digest(key, change["changeNo"], change["caseId"], change["undoes"], change["fields"])
    yield "revisions.digest", digest, change["digest"]
    bound = [[table, name, bytes.fromhex(found)] for table, name, found in entry["rows"]]
    stored = {**entry, "previous": bytes.fromhex(entry["previous"])}
    yield "entry.hash", chain.entry_hash(key, stored, bound).hex(), entry["hash"]
    yield "fingerprint.words", fingerprint(bytes.fromhex(given["fingerprint"]["hash"])), given["fingerprint"]["words"]
    yield "head.file", canonical(chain.open_head(json.dumps(head["file"]), data_key, vault_id)), head["plain"]


def of_files(given, data_key, vault_id):
    file, backup = given["pages"], given["backup"]
    raw_key, salt = bytes.fromhex(file["key"]), bytes.fromhex(file["salt"])
    yield "pages.macKey", pages.mac_key(raw_key, salt).hex(), file["macKey"]
    for page in file["pages"]:
        start = 16 if page["number"] == 1 else 0
        plain = pages.MAGIC[:start] + bytes(place % 251 for place in range(start, pages.CONTENT)) + bytes(80)
        vector = bytes.fromhex(page["vector"])
        encryptor = pages.Cipher(pages.algorithms.AES(raw_key), pages.modes.CBC(vector)).encryptor()
        stored = salt[:start] + encryptor.update(plain[start : pages.CONTENT]) + vector + bytes.fromhex(page["mac"])
        yield "pages.sha256", hashlib.sha256(stored).hexdigest(), page["sha256"]
        yield "pages.mac", pages.open_page(raw_key, bytes.fromhex(file["macKey"]), stored, page["number"]), plain
    beginning = bytes.fromhex(backup["prefix"]) + backup["manifest"].encode()
    yield "backup.digest", hashlib.sha256(beginning).hexdigest(), backup["digest"]
    sections = "".join(backup["sections"].values()).encode()
    read = files.of_backup(beginning + bytes.fromhex(backup["digest"]) + sections)
    yield "backup.sections", (read["head"], read["faults"]), (backup["sections"]["head"].encode(), [])
    facts = {**read["backup"], "contents": json.dumps(backup["contents"]["file"])}
    said, faults = files.open_manifest(facts, data_key, vault_id)
    yield "backup.contents", (canonical(said["contents"]), faults), (backup["contents"]["plain"], [])


def check(path):
    given = json.loads(pathlib.Path(path).read_text("utf-8"))
    data_key, vault_id = bytes.fromhex(given["dataKey"]), given["vaultId"]
    found = [outcome for part in (of_keys, of_chain, of_files) for outcome in part(given, data_key, vault_id)]
    return {"checked": len(found), "faults": [{"what": "vector", "name": name} for name, value, wanted in found if value != wanted]}
