package io.daybook.http.access;

import io.daybook.api.log.Freshness;
import io.daybook.http.EdgeSettings;
import io.daybook.http.message.Queries;
import io.daybook.http.refusal.Routes;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
public class AccessConfiguration {

    @Bean
    Tokens tokens(EdgeSettings settings) {
        return new Tokens(settings.access().secret(), InstantSource.system());
    }

    @Bean
    SignIn signIn(Queries queries) {
        return new SignIn(queries, InstantSource.system());
    }

    @Bean
    Rights rights(Queries queries) {
        return new Rights(queries);
    }

    @Bean
    WebMvcConfigurer access(
            Queries queries, SignIn signIn, Tokens tokens, EdgeSettings settings, Routes routes, Freshness node) {
        var basic = new BasicCredentials(queries, signIn);
        var authentication = new Authentication(settings.access().on(), tokens, basic);
        Access access = new Access(new Rights(queries), authentication, routes);
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new UpToDate(node));
                registry.addInterceptor(access);
            }
        };
    }
}
