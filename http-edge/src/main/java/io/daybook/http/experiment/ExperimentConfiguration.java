package io.daybook.http.experiment;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(ExperimentController.class)
public class ExperimentConfiguration {}
