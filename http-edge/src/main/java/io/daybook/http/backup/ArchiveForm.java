package io.daybook.http.backup;

import io.daybook.http.docs.Shape;

/** The upload of a zip, for its description; the zip alone will do, as application/zip. */
@Shape("""
        {"type": "object", "required": ["archive"],
         "properties": {"archive": {"type": "string", "format": "binary", "contentMediaType": "application/zip"}}}""")
interface ArchiveForm {}
