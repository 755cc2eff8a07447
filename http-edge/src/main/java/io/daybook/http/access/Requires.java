package io.daybook.http.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a route asks of its caller, checked before the body is read. Every route says it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    Permit[] value();

    /** What {@link #path} is the id of, for the permits that are about a project. */
    Thing of() default Thing.PROJECT;

    /** The path's variable with the id. */
    String path() default "id";
}
