/** Reading a zip that a stranger made: entries stay names and bytes, and nothing about them is believed. */
@NullMarked
package io.daybook.query.backup.zip;

import org.jspecify.annotations.NullMarked;
