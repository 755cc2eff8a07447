package io.daybook.http.docs;

import io.daybook.api.refusal.Refusal;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a route takes and answers, for those who read about it. Every route says it; the rest of its description follows
 * from its path and from what it {@link io.daybook.http.access.Requires}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Speaks {

    /** What it does, in a line. */
    String value();

    /** The record that its body is read into, or a type with a {@link Shape}. */
    Class<?> body() default void.class;

    /** Types of media that the body may have. */
    String[] takes() default "application/json";

    Input[] asks() default {};

    /** The record that it answers with; an array of records for a list. Left out by routes that change something. */
    Class<?> answers() default void.class;

    /** The status of its success, unless something is created under an id. */
    int status() default 200;

    /** Whether the log goes on through it, though it answers with a record. */
    boolean writes() default false;

    /** The record that the list consists of, part of which it answers with. */
    Class<?> pages() default void.class;

    /** The key under which it answers with the id of what it created. */
    String creates() default "";

    /** What its answer is, when it is no JSON. */
    String media() default "application/json";

    /** Other statuses that it answers with in the same way. */
    int[] likewise() default {};

    /** Other statuses that it answers with, without a body. */
    int[] also() default {};

    /** Facts that may stand against it, but for those that follow from the path and from the rights. */
    Refusal[] refusals() default {};
}
