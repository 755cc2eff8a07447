/** The API's own description: OpenAPI, made of the routes that are served, and a page that shows it. */
@NullMarked
package io.daybook.http.docs;

import org.jspecify.annotations.NullMarked;
