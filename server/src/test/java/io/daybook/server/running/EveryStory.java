package io.daybook.server.running;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Stories that are told with {@code -Ddaybook.stories=every} alone. */
@EnabledIfSystemProperty(named = "daybook.stories", matches = "every")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EveryStory {}
