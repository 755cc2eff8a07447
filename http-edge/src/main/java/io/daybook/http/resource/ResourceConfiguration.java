package io.daybook.http.resource;

import io.daybook.api.resource.ContentStore;
import io.daybook.http.message.Commands;
import io.daybook.http.message.Queries;
import io.daybook.http.request.LocalDates;
import io.daybook.http.sequence.IdLeases;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({ResourceController.class, UploadController.class, DownloadController.class})
public class ResourceConfiguration {

    @Bean
    Changes changes(Commands commands, IdLeases ids, LocalDates dates, Keeping keeping) {
        return new Changes(commands, ids, dates, keeping);
    }

    @Bean
    Keeping keeping(Queries queries, ContentStore store) {
        return new Keeping(queries, store);
    }
}
