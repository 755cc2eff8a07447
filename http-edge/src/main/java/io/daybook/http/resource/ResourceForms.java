package io.daybook.http.resource;

import io.daybook.http.docs.Shape;

/** The forms that carry files, for their description. */
interface ResourceForms {

    @Shape("""
            {"type": "object", "required": ["name", "data"],
             "properties": {"name": {"type": "string", "minLength": 1},
                            "data": {"type": "string", "format": "binary"}}}""")
    interface New {}

    @Shape("""
            {"type": "object",
             "properties": {"name": {"type": "string", "minLength": 1},
                            "description": {"type": "string"},
                            "data": {"type": "string", "format": "binary"}}}""")
    interface Changed {}
}
