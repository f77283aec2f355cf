"""Checks this reader against the test vectors of docs/vault-format.md."""

import hashlib
import json

import headers
import history
import pages
import recovery
import sources
from primitives import argon2id, canonical, canonical_bytes, fingerprint, sub_key, unbase64, unseal


def plain_value(value):
    """A JSON value with bytes where {"$bytes": hex} stands."""
    if isinstance(value, dict):
        if set(value) == {"$bytes"}:
            return bytes.fromhex(value["$bytes"])
        return {key: plain_value(member) for key, member in value.items()}
    return [plain_value(item) for item in value] if isinstance(value, list) else value


def plain_page(number):
    plain = bytes(place % 251 for place in range(pages.CONTENT)) + bytes(pages.RESERVED)
    return pages.MAGIC + plain[16:] if number == 1 else plain


def encrypted_page(file, page):
    """The page that the vector speaks of, made with the same primitives the other way round."""
    encryptor = pages.Cipher(
        pages.algorithms.AES(bytes.fromhex(file["key"])), pages.modes.CBC(bytes.fromhex(page["vector"]))
    ).encryptor()
    first = page["number"] == 1
    content = encryptor.update(plain_page(page["number"])[16 if first else 0 : pages.CONTENT]) + encryptor.finalize()
    return (bytes.fromhex(file["salt"]) if first else b"") + content + bytes.fromhex(page["vector"] + page["mac"])


def outcomes(given):
    data_key, vault_id = bytes.fromhex(given["dataKey"]), given["vaultId"]
    audit = sub_key(data_key, vault_id, "audit")
    for place, one in enumerate(given["canonical"]):
        yield "canonical.%d" % place, canonical(plain_value(one["value"])) == one["text"]
    for purpose, key in given["subKeys"].items():
        yield "subKeys." + purpose, sub_key(data_key, vault_id, purpose).hex() == key
    kdf = given["argon2id"]
    costs = (kdf["memoryKiB"], kdf["passes"], kdf["lanes"])
    wrapping = argon2id(kdf["passphrase"], bytes.fromhex(kdf["salt"]), *costs)
    yield "argon2id", wrapping.hex() == kdf["key"]
    header, slot = given["header"], given["header"]["slots"][0]
    yield "slot.binding", headers.slot_binding(header, slot).decode() == given["slot"]["binding"]
    yield "header.slots.0.wrappedKey", unseal(wrapping, slot["wrappedKey"], headers.slot_binding(header, slot)) == data_key
    opened = {"header": header, "slot": slot, "dataKey": data_key}
    yield "header.slots.0.label", headers.label_of(opened, slot) == given["slot"]["label"]
    yield "header.mac", headers.is_authentic(header, data_key)
    yield from of_recovery(given, opened)
    yield from of_backup(given, data_key)
    row, entry, change = given["row"], given["entry"], given["revisions"]
    content = {**row["row"], "nickname": None}
    yield "row.encoded", canonical(["row", row["table"], row["id"], row["row"]]) == row["encoded"]
    yield "row.hash", history.row_hash(audit, row["table"], row["id"], content).hex() == row["hash"]
    yield "row.goneHash", history.row_hash(audit, row["table"], row["id"], None).hex() == row["goneHash"]
    digest = history.revisions_digest(audit, change["changeNo"], change["caseId"], change["undoes"], change["fields"])
    yield "revisions.digest", digest == change["digest"]
    stored = {"seq": entry["seq"], "change_no": entry["changeNo"], "at": entry["at"], "kind": entry["kind"]}
    stored |= {"caseworker_id": entry["caseworker"], "details": entry["details"], "previous_hash": bytes.fromhex(entry["previous"])}
    bound = [{"table_name": table, "row_uuid": name, "row_hash": bytes.fromhex(found)} for table, name, found in entry["rows"]]
    yield "entry.hash", history.entry_hash(audit, stored, bound).hex() == entry["hash"]
    yield "fingerprint.words", fingerprint(bytes.fromhex(given["fingerprint"]["hash"])) == given["fingerprint"]["words"]
    head, file = given["head"], given["head"]["file"]
    binding = canonical_bytes({"format": file["format"], "version": file["version"], "vaultId": vault_id})
    yield "head.binding", binding.decode() == head["binding"]
    yield "head.file", unseal(sub_key(data_key, vault_id, "head"), file, binding) == head["plain"].encode()
    file = given["pages"]
    key = pages.mac_key(bytes.fromhex(file["key"]), bytes.fromhex(file["salt"]))
    yield "pages.macKey", key.hex() == file["macKey"]
    for page in file["pages"]:
        encrypted = encrypted_page(file, page)
        yield "pages.%d.sha256" % page["number"], hashlib.sha256(encrypted).hexdigest() == page["sha256"]
        yield "pages.%d" % page["number"], pages.open_page(bytes.fromhex(file["key"]), key, encrypted, page["number"]) == plain_page(
            page["number"]
        )


def of_recovery(given, opened):
    cards, said = given["recovery"], given["about"]
    code, key = recovery.key_of_code(cards["code"]), recovery.key_of_cards(card["text"] for card in cards["cards"])
    yield "recovery.codeKey", code.decode() == cards["codeKey"]
    yield "recovery.recoveryKey", key.hex() == cards["recoveryKey"]
    yield "recovery.setId", recovery.set_id(key) == cards["setId"]
    for card in cards["cards"]:
        yield "recovery.cards.words", recovery.read_card(" ".join(card["words"])) == recovery.read_card(card["text"])
    header = given["header2"]
    for kind, secret in (("recovery_code", code), ("recovery_shares", key)):
        slot = next(one for one in header["slots"] if one["kind"] == kind)
        wrapping = recovery.wrapping_key(kind, secret, unbase64(slot["salt"]))
        yield "recovery.wrappingKeys." + kind, wrapping.hex() == cards["wrappingKeys"][kind]
        yield "header2 by " + kind, headers.unlock([header], kind, secret)["dataKey"] == opened["dataKey"]
    second = {**opened, "header": header}
    yield "about.plain", canonical(headers.about(second)) == said["plain"]
    yield "about.auditKey", headers.audit_key(second).hex() == said["auditKey"]


def of_backup(given, data_key):
    backup = given["backup"]
    facts = {**json.loads(backup["manifest"]), "contents": backup["contents"]["file"]}
    yield "backup.manifest", sources.is_authentic_manifest(facts, data_key)
    yield "backup.contents", canonical(sources.open_contents(facts, data_key)) == backup["contents"]["plain"]
    beginning = bytes.fromhex(backup["prefix"]) + backup["manifest"].encode()
    yield "backup.digest", hashlib.sha256(beginning).hexdigest() == backup["digest"]


def check(path):
    with open(path, encoding="utf-8") as file:
        found = list(outcomes(json.load(file)))
    return {"checked": len(found), "faults": [{"what": "vector", "name": name} for name, holds in found if not holds]}
