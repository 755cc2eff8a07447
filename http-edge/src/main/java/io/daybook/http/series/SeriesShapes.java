package io.daybook.http.series;

import io.daybook.http.docs.Shape;

/** What the series door takes and answers, for its description. */
interface SeriesShapes {

    @Shape("""
            {"type": "object", "required": ["series"],
             "properties": {"series": {"type": "array", "minItems": 1, "items": {
              "type": "object", "required": ["key", "value"],
              "description": "Arrays of one series have one length; keys differ; at most 100,000 points in all.",
              "properties": {"key": {"type": "string", "minLength": 1},
                             "value": {"type": "array", "minItems": 1, "items": {
                              "anyOf": [{"type": "number"}, {"enum": ["NaN", "Infinity", "-Infinity"]}]}},
                             "step": {"type": ["array", "null"], "items": {"type": "integer", "format": "int64"}},
                             "wall_time": {"type": ["array", "null"], "items": {"type": "number"}}}}}}}""")
    interface NewColumns {}

    @Shape("""
            {"type": "object", "required": ["points", "position"],
             "properties": {"points": {"type": "integer"}, "position": {"type": "integer", "format": "int64"}}}""")
    interface Logged {}

    @Shape("""
            {"type": "array", "items": {"type": "object", "required": ["kind", "key", "count", "first_step", "last_step"],
             "properties": {"kind": {"enum": ["scalar", "histogram"]}, "key": {"type": "string"},
                            "count": {"type": "integer", "format": "int64"},
                            "first_step": {"type": "integer", "format": "int64"},
                            "last_step": {"type": "integer", "format": "int64"},
                            "min": {"type": ["number", "null"]}, "max": {"type": ["number", "null"]},
                            "last": {"anyOf": [{"type": "number"}, {"enum": ["NaN", "Infinity", "-Infinity"]}]}}}}""")
    interface Listing {}

    String COLUMNS = """
            "key": {"type": "string"}, "count": {"type": "integer", "format": "int64"},
            "returned": {"type": "integer", "format": "int64"}, "thinned": {"type": "boolean"},
            "step": {"type": "array", "items": {"type": "integer", "format": "int64"}},
            "wall_time": {"type": "array", "items": {"type": "number"}},
            "value": {"type": "array", "items": {
             "anyOf": [{"type": "number"}, {"enum": ["NaN", "Infinity", "-Infinity"]}]}}""";

    @Shape(
            "{\"type\": \"object\", \"required\": [\"key\", \"count\", \"returned\", \"thinned\", \"step\", \"wall_time\","
                    + " \"value\"], \"properties\": {" + COLUMNS + "}}")
    interface Columns {}

    @Shape(
            "{\"type\": \"array\", \"items\": {\"type\": \"object\", \"required\": [\"iteration_id\", \"key\", \"count\","
                    + " \"returned\", \"thinned\", \"step\", \"wall_time\", \"value\"], \"properties\": {"
                    + "\"iteration_id\": {\"type\": \"integer\", \"format\": \"int64\"}," + COLUMNS + "}}}")
    interface Compared {}
}
