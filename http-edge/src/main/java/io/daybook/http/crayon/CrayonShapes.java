package io.daybook.http.crayon;

import io.daybook.http.docs.Shape;

/** What Crayon's routes take and answer, for their description. */
interface CrayonShapes {

    @Shape("""
            {"type": "string", "minLength": 1, "maxLength": 16384}""")
    interface Name {}

    @Shape("""
            {"oneOf": [
             {"type": "array", "items": {"type": "string"}, "description": "The names of the experiments."},
             {"type": "object", "required": ["scalars", "histograms"], "description": "The names of the series.",
              "properties": {"scalars": {"type": "array", "items": {"type": "string"}},
                             "histograms": {"type": "array", "items": {"type": "string"}}}}]}""")
    interface Names {}

    @Shape("""
            {"type": "array", "description": "Wall time, step and value; the literals NaN and Infinity are taken, too.",
             "minItems": 3, "maxItems": 3, "examples": [[1771500000.0, 0, 0.81]],
             "prefixItems": [{"type": "number"}, {"type": "integer", "format": "int64"}, {"type": "number"}]}""")
    interface Scalar {}

    @Shape("""
            {"type": "array", "items": {"type": "array", "minItems": 3, "maxItems": 3,
             "description": "Wall time, step and value", "items":
             {"anyOf": [{"type": "number"}, {"enum": ["NaN", "Infinity", "-Infinity"]}]}}}""")
    interface Scalars {}

    @Shape("""
            {"type": "array", "description": "Wall time, step, and a histogram or the values to build it of.",
             "minItems": 3, "maxItems": 3, "examples": [[1771500000.0, 0, [0.1, 0.2, 0.2]]],
             "prefixItems": [{"type": "number"}, {"type": "integer", "format": "int64"}, {"oneOf": [
              {"type": "array", "items": {"type": "number"}, "minItems": 1},
              {"type": "object", "required": ["min", "max", "num", "bucket_limit", "bucket"],
               "additionalProperties": false,
               "properties": {"min": {"type": "number"}, "max": {"type": "number"}, "num": {"type": "integer"},
                "sum": {"type": "number"}, "sum_squares": {"type": "number"},
                "bucket_limit": {"type": "array", "items": {"type": "number"}},
                "bucket": {"type": "array", "items": {"type": "number"}}}}]}]}""")
    interface Histogram {}

    @Shape("""
            {"type": "array", "items": {"type": "array", "minItems": 3, "maxItems": 3,
             "description": "Wall time, step and histogram", "items":
             {"anyOf": [{"type": "number"}, {"type": "array", "minItems": 7, "maxItems": 7,
              "description": "min, max, num, sum, sum_squares, limits and counts of the buckets"}]}}}""")
    interface Histograms {}
}
