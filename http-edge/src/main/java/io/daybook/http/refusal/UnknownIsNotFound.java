package io.daybook.http.refusal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On the few routes that take a POST or a PATCH and answer 404 when what they are about is unknown. On all others such a
 * request is invalid: 422.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface UnknownIsNotFound {}
