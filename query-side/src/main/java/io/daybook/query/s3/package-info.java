/** Bytes of resources in any store that speaks S3. The one package that sees its client library. */
@NullMarked
package io.daybook.query.s3;

import org.jspecify.annotations.NullMarked;
