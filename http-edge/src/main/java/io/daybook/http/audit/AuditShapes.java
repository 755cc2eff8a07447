package io.daybook.http.audit;

import io.daybook.http.docs.Shape;

/** What auditors are answered, for its description. */
interface AuditShapes {

    String EVENT = """
            {"type": "object", "required": ["position", "id", "timestamp", "type", "revision", "aggregate", "project_id", "actor",
              "via", "request_id", "request_ids", "metadata", "payload", "payload_hash", "hash"],
             "properties": {"position": {"type": "integer", "format": "int64"}, "id": {"type": "string"},
              "timestamp": {"type": "string", "format": "date-time"}, "type": {"type": "string"},
              "revision": {"type": ["string", "null"]},
              "aggregate": {"type": ["object", "null"], "properties": {"type": {"type": ["string", "null"]},
               "id": {"type": "string"}, "sequence": {"type": ["integer", "null"]}}},
              "project_id": {"type": ["integer", "null"]},
              "actor": {"type": ["object", "null"], "properties": {"id": {"type": "integer"},
               "username": {"type": ["string", "null"]}}},
              "via": {"type": ["string", "null"]}, "request_id": {"type": ["string", "null"]},
              "request_ids": {"type": "array", "items": {"type": "string"}},
              "metadata": {"type": "object", "additionalProperties": {"type": "string"}},
              "payload": {"type": "object", "description": "Without secrets, and with points spelt out."},
              "payload_hash": {"type": "string", "description": "SHA-256 of the payload as stored, hex."},
              "hash": {"type": "string", "description": "Of the chain up to here, hex."}}}""";

    String HEAD = """
            "position": {"type": "integer", "format": "int64"}, "hash": {"type": "string"},
            "timestamp": {"type": ["string", "null"]}""";

    String CHECKPOINT = "{\"type\": \"object\", \"required\": [\"position\", \"hash\", \"timestamp\", \"signature\","
            + " \"public_key\"], \"properties\": {" + HEAD
            + ", \"signature\": {\"type\": \"string\"}, \"public_key\": {\"type\": \"string\"}}}";

    @Shape(EVENT)
    interface Event {}

    @Shape("{\"type\": \"object\", \"required\": [\"data\", \"next\"], \"properties\": {\"data\": {\"type\": \"array\","
            + " \"items\": " + EVENT + "}, \"next\": {\"type\": [\"integer\", \"null\"]}}}")
    interface Events {}

    @Shape("{\"type\": \"object\", \"required\": [\"position\", \"hash\", \"timestamp\"], \"properties\": {" + HEAD
            + "}}")
    interface Head {}

    @Shape("""
            {"type": "object", "required": ["verified"],
             "properties": {"verified": {"type": "boolean"}, "from": {"type": "integer"}, "to": {"type": "integer"},
                            "hash": {"type": "string"}, "first_bad": {"type": "integer"}, "reason": {"type": "string"}}}""")
    interface Report {}

    @Shape("""
            {"type": "object", "required": ["from", "to", "created", "changed", "deleted", "series"],
             "properties": {"from": {"type": "integer", "format": "int64"}, "to": {"type": "integer", "format": "int64"},
              "created": {"type": "array", "items": {"type": "object", "required": ["type", "id"],
               "properties": {"type": {"type": "string"}, "id": {"type": "integer", "format": "int64"},
                "name": {"type": "string"}}}},
              "changed": {"type": "array", "items": {"type": "object", "required": ["type", "id", "changes"],
               "properties": {"type": {"type": "string"}, "id": {"type": "integer", "format": "int64"},
                "name": {"type": "string"},
                "changes": {"type": "array", "items": {"type": "object", "required": ["field", "before", "after"],
                 "properties": {"field": {"type": "string"}, "before": {}, "after": {}}}}}}},
              "deleted": {"type": "array", "items": {"type": "object", "required": ["type", "id"],
               "properties": {"type": {"type": "string"}, "id": {"type": "integer", "format": "int64"},
                "name": {"type": "string"}}}},
              "series": {"type": "array", "items": {"type": "object",
               "required": ["iteration_id", "kind", "key", "points_before", "points_after"],
               "properties": {"iteration_id": {"type": "integer", "format": "int64"},
                "kind": {"enum": ["scalar", "histogram"]}, "key": {"type": "string"},
                "points_before": {"type": "integer", "format": "int64"},
                "points_after": {"type": "integer", "format": "int64"}}}}}}""")
    interface Diff {}

    @Shape(CHECKPOINT)
    interface Checkpoint {}

    @Shape("{\"type\": \"array\", \"items\": " + CHECKPOINT + "}")
    interface Checkpoints {}

    @Shape("""
            {"type": "object", "required": ["verified", "position", "reason"],
             "properties": {"verified": {"type": "boolean"}, "position": {"type": "integer", "format": "int64"},
                            "reason": {"enum": ["HASH", "SIGNATURE", "UNKNOWN_KEY", "LENGTH", null]}}}""")
    interface Verdict {}
}
