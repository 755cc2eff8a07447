package io.daybook.http.ops;

import io.daybook.http.docs.Shape;

/** What is told of dead letters, for its description. */
interface DeadLetterShapes {

    String LETTER = """
            {"type": "object",
             "required": ["id", "view", "aggregate", "position", "type", "error", "since", "successors"],
             "properties": {"id": {"type": "string"}, "view": {"type": "string"},
              "aggregate": {"type": "string", "examples": ["iteration-7"]},
              "position": {"type": "integer", "format": "int64", "description": "Of the first event that waits."},
              "type": {"type": "string"},
              "error": {"type": ["string", "null"], "description": "Null once everything is applied."},
              "since": {"type": "string", "format": "date-time"},
              "successors": {"type": "integer", "format": "int64", "description": "How many events wait behind it."}}}""";

    @Shape(LETTER)
    interface One {}

    @Shape("{\"type\": \"array\", \"items\": " + LETTER + "}")
    interface All {}
}
