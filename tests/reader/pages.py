"""SQLCipher 4 files, page by page: docs/vault-format.md, "Database files". Nothing is written anywhere."""

import hashlib
import hmac
import struct

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE = 4096
RESERVED = 80
CONTENT = PAGE - RESERVED
MAGIC = b"SQLite format 3\0"


def mac_key(raw_key, salt):
    return hashlib.pbkdf2_hmac("sha512", raw_key, bytes(byte ^ 0x3A for byte in salt), 2, 32)


def page_mac(key, page, number):
    """What the last 64 bytes of a page must be; of page 1 without the salt at its head."""
    start = 16 if number == 1 else 0
    return hmac.new(key, page[start : CONTENT + 16] + struct.pack("<I", number), hashlib.sha512).digest()


def open_page(raw_key, key, page, number):
    """The page in clear, or None where its MAC is not the one that its content and its place ask for."""
    if len(page) != PAGE or not hmac.compare_digest(page_mac(key, page, number), page[CONTENT + 16 :]):
        return None
    start = 16 if number == 1 else 0
    vector = page[CONTENT : CONTENT + 16]
    decryptor = Cipher(algorithms.AES(raw_key), modes.CBC(vector)).decryptor()
    plain = decryptor.update(page[start:CONTENT]) + decryptor.finalize()
    return (MAGIC if number == 1 else b"") + plain + bytes(RESERVED)


def checksum(order, data, s0, s1):
    words = struct.unpack("%s%dI" % (order, len(data) // 4), data)
    for index in range(0, len(words), 2):
        s0 = (s0 + words[index] + s1) & 0xFFFFFFFF
        s1 = (s1 + words[index + 1] + s0) & 0xFFFFFFFF
    return s0, s1


def read_log(log, raw_key, key):
    """The committed pages of a write-ahead log by number, the database's size in pages after the last commit in it (None
    where there is none), and the first frame that is whole and not authentic (None where all are; 0 for the log's head)."""
    if log is None or len(log) < 32:
        return {}, None, None
    magic, _, size, _, salt1, salt2, c0, c1 = struct.unpack(">8I", log[:32])
    order = ">" if magic == 0x377F0683 else "<"
    s0, s1 = checksum(order, log[:24], 0, 0)
    if magic not in (0x377F0682, 0x377F0683) or size != PAGE or (s0, s1) != (c0, c1):
        return {}, None, 0
    pages, waiting, pages_after = {}, {}, None
    frames = (len(log) - 32) // (24 + PAGE)
    for frame in range(frames):
        at = 32 + frame * (24 + PAGE)
        page = log[at + 24 : at + 24 + PAGE]
        number, after, f1, f2, c0, c1 = struct.unpack(">6I", log[at : at + 24])
        s0, s1 = checksum(order, page, *checksum(order, log[at : at + 8], s0, s1))
        if (f1, f2) != (salt1, salt2) or (s0, s1) != (c0, c1):
            break  # the log ends here: what follows was never synced, or is left over from before it was begun anew
        plain = open_page(raw_key, key, page, number)
        if plain is None:
            return pages, pages_after, frame + 1
        waiting[number] = plain
        if after != 0:
            pages.update(waiting)
            waiting, pages_after = {}, after
    return pages, pages_after, None


def read_database(data, log, raw_key, what):
    """A database file and its log as one database in clear, with its faults: pages that fail, a file cut short."""
    faults = []
    if data is None:
        return None, [{"what": what, "state": "missing"}], 0
    if len(data) == 0:
        return None, [{"what": what, "state": "empty"}], 0
    if len(data) % PAGE != 0:
        faults.append({"what": what, "cutShortAfter": len(data) // PAGE})
    count = len(data) // PAGE
    key = mac_key(raw_key, data[:16])
    clear = []
    for number in range(1, count + 1):
        plain = open_page(raw_key, key, data[(number - 1) * PAGE : number * PAGE], number)
        if plain is None:
            faults.append({"what": what, "page": number})
        clear.append(plain or bytes(PAGE))
    logged, pages_after, broken = read_log(log, raw_key, key)
    if broken is not None:
        faults.append({"what": what, "logFrame": broken})
    if pages_after is not None:
        clear = (clear + [bytes(PAGE)] * pages_after)[:pages_after]
        for number, plain in logged.items():
            if number <= pages_after:
                clear[number - 1] = plain
    if not clear or not clear[0].startswith(MAGIC):
        return None, faults, count
    # The two bytes that say "write-ahead log" would make SQLite look for one beside a database that is only in memory.
    clear[0] = clear[0][:18] + b"\x01\x01" + clear[0][20:]
    return b"".join(clear), faults, count
