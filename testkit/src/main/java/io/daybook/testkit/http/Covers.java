package io.daybook.testkit.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which routes a test shows at work: {@code "GET /project/{id}"}. The table of routes in the docs is written from these.
 * A tag of JUnit's would not do, since it may hold no space.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Covers {

    String[] value();
}
