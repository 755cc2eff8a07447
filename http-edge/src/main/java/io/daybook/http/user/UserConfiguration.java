package io.daybook.http.user;

import io.daybook.http.request.LocalDates;
import io.daybook.http.sequence.IdLeases;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({AuthController.class, UserController.class, PermissionController.class})
public class UserConfiguration {

    @Bean
    UserController.NewUsers newUsers(IdLeases ids, LocalDates dates) {
        return new UserController.NewUsers(ids, dates);
    }
}
