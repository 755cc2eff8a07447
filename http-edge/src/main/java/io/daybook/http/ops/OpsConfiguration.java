package io.daybook.http.ops;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({ViewsController.class, RebuildsController.class, DeadLetterController.class})
public class OpsConfiguration {}
