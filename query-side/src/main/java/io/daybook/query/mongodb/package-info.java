/** Documents, and bytes of resources, in MongoDB. The one package that sees its driver. */
@NullMarked
package io.daybook.query.mongodb;

import org.jspecify.annotations.NullMarked;
