/** Resources: files of experiments, up, down and described. */
@NullMarked
package io.daybook.http.resource;

import org.jspecify.annotations.NullMarked;
