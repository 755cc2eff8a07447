package io.daybook.http.upload;

import io.daybook.http.EdgeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class UploadConfiguration {

    @Bean
    Uploads uploads(EdgeSettings settings) {
        return new Uploads(settings.temporary(), settings.limits().artifact());
    }
}
