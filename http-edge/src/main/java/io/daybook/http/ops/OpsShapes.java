package io.daybook.http.ops;

import io.daybook.http.docs.Shape;

/** What operators are answered, for its description. */
interface OpsShapes {

    String FIELDS = """
            "type": "object", "required": ["id", "view", "mode", "state", "position", "head", "percent", "seconds_left",
              "events_per_second", "equal", "documents", "hash_live", "hash_rebuilt", "differences"],
             "properties": {"id": {"type": "integer", "format": "int64"}, "view": {"type": "string"},
              "mode": {"enum": ["replace", "verify"]}, "state": {"enum": ["RUNNING", "DONE", "FAILED", "CANCELLED"]},
              "position": {"type": "integer", "format": "int64", "description": "Of the view that is being filled."},
              "head": {"type": "integer", "format": "int64"},
              "percent": {"type": "integer", "minimum": 0, "maximum": 100, "description": "Of all of the work."},
              "seconds_left": {"type": ["integer", "null"], "description": "Null while nobody can know."},
              "events_per_second": {"type": "number"},
              "equal": {"type": ["boolean", "null"], "description": "Null until everything was compared."},
              "documents": {"type": "integer", "format": "int64", "description": "That were rebuilt and compared."},
              "hash_live": {"type": ["string", "null"]}, "hash_rebuilt": {"type": ["string", "null"]},
              "differences": {"type": "array", "maxItems": 100, "items": {"type": "string"},
                              "description": "Ids of documents that differ, or that only one of the two has."}}""";

    String REBUILD = "{" + FIELDS + "}";

    @Shape(REBUILD)
    interface Rebuild {}

    @Shape("{\"type\": \"array\", \"items\": " + REBUILD + "}")
    interface Rebuilds {}

    @Shape("""
            {"type": "array", "items": {"type": "object",
             "required": ["name", "state", "position", "head", "lag", "events_per_second", "documents", "rebuild"],
             "properties": {"name": {"type": "string"}, "state": {"enum": ["LIVE", "CATCHING_UP", "STOPPED"]},
              "position": {"type": "integer", "format": "int64"}, "head": {"type": "integer", "format": "int64"},
              "lag": {"type": "integer", "format": "int64"}, "events_per_second": {"type": "number"},
              "documents": {"type": "integer", "format": "int64", "description": "As of some seconds ago."},
              "rebuild": {"oneOf": [{"type": "null"}, {""" + FIELDS + "}]}}}}")
    interface Views {}

    @Shape("""
            {"type": "object", "required": ["rebuild_id"],
             "properties": {"rebuild_id": {"type": "integer", "format": "int64"}}}""")
    interface Begun {}

    @Shape("""
            {"type": "object", "required": ["view", "position"],
             "properties": {"view": {"type": "string"}, "position": {"type": "integer", "format": "int64"}}}""")
    interface RolledBack {}

    @Shape("""
            {"type": "object", "required": ["message"], "properties": {"message": {"enum": ["OK"]}}}""")
    interface Ok {}
}
