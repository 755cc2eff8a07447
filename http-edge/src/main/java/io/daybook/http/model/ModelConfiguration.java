package io.daybook.http.model;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({ModelController.class, ModelVersionController.class})
public class ModelConfiguration {}
