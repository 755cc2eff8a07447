/** The older Crayon protocol in the language of the domain: experiments found by name. */
@NullMarked
package io.daybook.api.crayon;

import org.jspecify.annotations.NullMarked;
