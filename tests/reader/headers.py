"""The header's two copies and the key slots: docs/vault-format.md, "Header"."""

import os

from primitives import Refused, argon2id, canonical_bytes, hmac256, is_acceptable_kdf, read_json, same, sub_key, unbase64, unseal

FORMAT = "habeas-vault"
COSTS = ("memoryKiB", "passes", "lanes")
derived = {}
NEWEST = 1


def copies(folder):
    return [read_json(os.path.join(folder, "header.%d.json" % which)) for which in (0, 1)]


def state_of(header):
    if not isinstance(header, dict) or header.get("format") != FORMAT or not isinstance(header.get("version"), int):
        return "damaged"
    if header["version"] > NEWEST:
        return "newer"
    wanted = {"format", "version", "vaultId", "generation", "cipher", "slots", "mac"}
    return "readable" if set(header) == wanted and header["cipher"] == "sqlcipher-4" and header["slots"] else "damaged"


def readable(folder):
    """The readable copies, newest generation first."""
    if not os.path.isdir(folder):
        raise Refused("no_vault")
    found = copies(folder)
    newer = [header for header in found if header is not None and state_of(header) == "newer"]
    if newer:
        raise Refused("newer_version", version=newer[0]["version"])
    headers = [header for header in found if state_of(header) == "readable"]
    if not headers:
        anything = any(os.path.exists(os.path.join(folder, name)) for name in ("header.0.json", "header.1.json", "head.json", "vault.db"))
        raise Refused("damaged", what="header") if anything else Refused("no_vault")
    return sorted(headers, key=lambda header: -header["generation"])


def slot_binding(header, slot):
    """What a wrapped key is bound to: the vault, and every other field of its slot."""
    others = {name: value for name, value in slot.items() if name != "wrappedKey"}
    return canonical_bytes({"format": FORMAT, "version": header["version"], "vaultId": header["vaultId"], "slot": others})


def header_mac(header, data_key):
    body = {name: value for name, value in header.items() if name != "mac"}
    return hmac256(sub_key(data_key, header["vaultId"], "header"), canonical_bytes(body))


def is_authentic(header, data_key):
    return same(unbase64(header["mac"]), header_mac(header, data_key))


def wrapping_key(passphrase, kdf):
    """Both copies of a header, and copies of a vault, ask for the same slow work: it is done once."""
    name = (passphrase, kdf["salt"], *(kdf[cost] for cost in COSTS))
    if name not in derived:
        derived[name] = argon2id(passphrase, unbase64(kdf["salt"]), *(kdf[cost] for cost in COSTS))
    return derived[name]


def unlock(folder, passphrase):
    """Tries every slot of both copies; {dataKey, header, slot} of the first that opens and whose header is authentic."""
    slots = [(header, slot) for header in readable(folder) for slot in header["slots"]]
    safe = [(header, slot) for header, slot in slots if is_acceptable_kdf(*(slot["kdf"][name] for name in COSTS))]
    if not safe:
        raise Refused("unsupported_kdf")
    forged = False
    for header, slot in safe:
        data_key = unseal(wrapping_key(passphrase, slot["kdf"]), slot["wrappedKey"], slot_binding(header, slot))
        if data_key is None:
            continue
        if len(data_key) == 32 and is_authentic(header, data_key):
            return {"dataKey": data_key, "header": header, "slot": slot}
        forged = True
    raise Refused("damaged", what="header") if forged else Refused("wrong_passphrase")


def audit_key(opened):
    return sub_key(opened["dataKey"], opened["header"]["vaultId"], "audit")


def faults(folder, data_key):
    """Copies that are torn, missing, or not made with the data key."""
    found = []
    for which, header in enumerate(copies(folder)):
        if header is None:
            missing = not os.path.exists(os.path.join(folder, "header.%d.json" % which))
            found.append({"what": "header", "copy": which, "state": "missing" if missing else "damaged"})
        elif state_of(header) != "readable":
            found.append({"what": "header", "copy": which, "state": state_of(header)})
        elif not is_authentic(header, data_key):
            found.append({"what": "header", "copy": which, "state": "altered"})
    return found


def label_of(opened, slot):
    vault_id = opened["header"]["vaultId"]
    key = sub_key(opened["dataKey"], vault_id, "slot-labels")
    label = unseal(key, slot["label"], canonical_bytes({"vaultId": vault_id, "slot": slot["id"]}))
    return None if label is None else label.decode("utf-8")


def facts(opened):
    header = opened["header"]
    return {
        "number": header["vaultId"],
        "formatVersion": header["version"],
        "generation": header["generation"],
        "cipher": header["cipher"],
        "slots": [
            {
                "kind": slot["kind"],
                "label": label_of(opened, slot),
                "opened": slot["id"] == opened["slot"]["id"],
                **({"kdf": {name: value for name, value in slot["kdf"].items() if name != "salt"}} if "kdf" in slot else {}),
            }
            for slot in header["slots"]
        ],
    }
