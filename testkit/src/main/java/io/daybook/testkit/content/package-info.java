/** The contract of stores for the bytes of resources, and what stands in for an S3 server. */
@NullMarked
package io.daybook.testkit.content;

import org.jspecify.annotations.NullMarked;
