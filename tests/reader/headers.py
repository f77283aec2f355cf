"""The header's two copies and the key slots: docs/vault-format.md, "Header"."""

import json

import recovery
from primitives import Refused, argon2id, canonical_bytes, hmac256, is_acceptable_kdf, same, sub_key, unbase64, unseal

FORMAT = "habeas-vault"
NEWEST = 2
COSTS = ("memoryKiB", "passes", "lanes")
MEMBERS = {
    1: {"format", "version", "vaultId", "generation", "cipher", "slots", "mac"},
    2: {"format", "version", "vaultId", "generation", "cipher", "slots", "about", "mac"},
}
derived = {}


def state_of(header):
    if isinstance(header, dict) and header.get("format") == "habeas-erased":
        return "erased"
    if not isinstance(header, dict) or header.get("format") != FORMAT or not isinstance(header.get("version"), int):
        return "damaged"
    if header["version"] > NEWEST:
        return "newer"
    members = set(header) - ({"auditKey"} if header["version"] == 2 else set())
    return "readable" if members == MEMBERS.get(header["version"]) and header["cipher"] == "sqlcipher-4" and header["slots"] else "damaged"


def readable(copies):
    """The readable copies, newest generation first."""
    states = [state_of(header) for header in copies]
    if "newer" in states:
        raise Refused("newer_version", version=copies[states.index("newer")]["version"])
    headers = [header for header, state in zip(copies, states) if state == "readable"]
    if not headers:
        raise Refused("erased") if "erased" in states else Refused("damaged", what="header")
    return sorted(headers, key=lambda header: -header["generation"])


def slot_binding(header, slot):
    """What a wrapped key is bound to: the vault, and every other field of its slot. The version is that of slots, always 1."""
    others = {name: value for name, value in slot.items() if name != "wrappedKey"}
    return canonical_bytes({"format": FORMAT, "version": 1, "vaultId": header["vaultId"], "slot": others})


def header_mac(header, data_key):
    body = {name: value for name, value in header.items() if name != "mac"}
    return hmac256(sub_key(data_key, header["vaultId"], "header"), canonical_bytes(body))


def is_authentic(header, data_key):
    return same(unbase64(header["mac"]), header_mac(header, data_key))


def passphrase_wrapping_key(passphrase, kdf):
    """Slots, copies of a header and copies of a vault ask for the same slow work: it is done once."""
    name = (passphrase, kdf["salt"], *(kdf[cost] for cost in COSTS))
    if name not in derived:
        derived[name] = argon2id(passphrase, unbase64(kdf["salt"]), *(kdf[cost] for cost in COSTS))
    return derived[name]


def unlock(copies, kind, secret):
    """Tries every slot of a kind in both copies; {dataKey, header, slot} of the first that opens and whose header is authentic.

    `secret` is a passphrase as text; of a recovery code or cards, the key that they give.
    """
    slots = [(header, slot) for header in readable(copies) for slot in header["slots"] if slot["kind"] == kind]
    if kind == "passphrase":
        slots = [(header, slot) for header, slot in slots if is_acceptable_kdf(*(slot["kdf"][name] for name in COSTS))]
        if not slots:
            raise Refused("unsupported_kdf")
    forged = False
    for header, slot in slots:
        if kind == "passphrase":
            wrapping = passphrase_wrapping_key(secret, slot["kdf"])
        else:
            wrapping = recovery.wrapping_key(kind, secret, unbase64(slot["salt"]))
        data_key = unseal(wrapping, slot["wrappedKey"], slot_binding(header, slot))
        if data_key is None:
            continue
        if len(data_key) == 32 and is_authentic(header, data_key):
            return {"dataKey": data_key, "header": header, "slot": slot}
        forged = True
    if forged:
        raise Refused("damaged", what="header")
    raise Refused("wrong_passphrase") if kind == "passphrase" else Refused("recovery_refused", reason="wrong")


def open_part(opened, part, sealed):
    """One of the sealed parts of a header of version 2."""
    vault_id = opened["header"]["vaultId"]
    key = sub_key(opened["dataKey"], vault_id, "keys")
    return unseal(key, sealed, canonical_bytes({"vaultId": vault_id, "part": part}))


def about(opened):
    header = opened["header"]
    plain = open_part(opened, "about", header["about"]) if "about" in header else None
    return None if plain is None else json.loads(plain)


def audit_key(opened):
    """The key of the audit chain: the data key's own, or the one that a re-key carried over."""
    header = opened["header"]
    if "auditKey" not in header:
        return sub_key(opened["dataKey"], header["vaultId"], "audit")
    carried = open_part(opened, "audit-key", header["auditKey"])
    if carried is None or len(carried) != 32:
        raise Refused("damaged", what="header")
    return carried


def faults(source, data_key):
    """Copies that are torn, missing, or not made with the data key."""
    found = []
    for which, header in enumerate(source["headers"]):
        state = "missing" if source["missing"][which] else state_of(header)
        if state == "readable" and not is_authentic(header, data_key):
            state = "altered"
        if state != "readable":
            found.append({"what": "header", "copy": which, "state": state})
    return found


def label_of(opened, slot):
    vault_id = opened["header"]["vaultId"]
    key = sub_key(opened["dataKey"], vault_id, "slot-labels")
    label = unseal(key, slot["label"], canonical_bytes({"vaultId": vault_id, "slot": slot["id"]}))
    return None if label is None else label.decode("utf-8")


def facts(opened):
    header, said = opened["header"], about(opened)
    of_slots = said["slots"] if said else {}
    return {
        "number": header["vaultId"],
        "formatVersion": header["version"],
        "generation": header["generation"],
        "cipher": header["cipher"],
        "olderKeys": said["olderKeys"] if said else None,
        "slots": [
            {
                "kind": slot["kind"],
                "label": label_of(opened, slot),
                "opened": slot["id"] == opened["slot"]["id"],
                "tried": of_slots.get(slot["id"], {}).get("tried"),
                **({"kdf": {name: value for name, value in slot["kdf"].items() if name != "salt"}} if "kdf" in slot else {}),
            }
            for slot in header["slots"]
        ],
    }
