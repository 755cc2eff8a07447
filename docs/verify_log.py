"""Checks a Daybook log by itself: python3 verify_log.py events.db  (or an export: python3 verify_log.py events.ndjson)

Recomputes the chain of docs/audit.md and prints the head, or the first position that is not what was written. Standard library only.
"""
import hashlib, json, sqlite3, struct, sys
from datetime import datetime

def field(value):
    if value is None:
        return b"\xff\xff\xff\xff"
    data = value if isinstance(value, bytes) else str(value).encode()
    return struct.pack(">I", len(data)) + data

def of_file(path):
    query = ("SELECT position, event_id, timestamp, aggregate_type, aggregate_id, sequence, type, revision, metadata, payload_hash, hash,"
             " CAST(payload AS BLOB) FROM events ORDER BY position")
    for *fields, metadata, payload_hash, found, payload in sqlite3.connect(f"file:{path}?mode=ro", uri=True).execute(query):
        sound = hashlib.sha256(payload).digest() == payload_hash
        yield fields, json.loads(metadata), payload_hash, found, sound

def of_export(path):
    for line in open(path, encoding="utf-8"):
        e = json.loads(line)
        since = datetime.fromisoformat(e["timestamp"].replace("Z", "+00:00")) - datetime.fromisoformat("1970-01-01T00:00:00+00:00")
        a = e["aggregate"] or {"type": None, "id": None, "sequence": None}
        fields = [e["position"], e["id"], round(since.total_seconds() * 1000), a["type"], a["id"], a["sequence"], e["type"], e["revision"]]
        yield fields, e["metadata"], bytes.fromhex(e["payload_hash"]), bytes.fromhex(e["hash"]), True

position, chain = 0, bytes(32)
for fields, metadata, payload_hash, found, sound in (of_file if sys.argv[1].endswith(".db") else of_export)(sys.argv[1]):
    position += 1
    entries = b"".join(field(k) + field(metadata[k]) for k in sorted(metadata, key=str.encode))
    canonical = b"".join(map(field, fields)) + field(len(metadata)) + entries + field(payload_hash)
    chain = hashlib.sha256(chain + canonical).digest()
    if not sound or fields[0] != position or chain != found:
        sys.exit(f"position {position} is not what was written")
print(position, chain.hex())
