/** What is too long for memory: forms and files, on disk while a request is worked on. */
@NullMarked
package io.daybook.http.upload;

import org.jspecify.annotations.NullMarked;
