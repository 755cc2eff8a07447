package io.daybook.http.project;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(ProjectController.class)
public class ProjectConfiguration {}
