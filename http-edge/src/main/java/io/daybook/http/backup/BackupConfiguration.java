package io.daybook.http.backup;

import io.daybook.api.backup.Archives;
import io.daybook.http.message.Commands;
import io.daybook.http.sequence.NewExperiments;
import io.daybook.http.upload.Uploads;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({BackupController.class, RestoreController.class, ServerBackupController.class})
public class BackupConfiguration {

    @Bean
    Zips zips(Uploads uploads) {
        return new Zips(uploads);
    }

    @Bean
    Restoration restoration(Commands commands, NewExperiments experiments, Archives archives) {
        return new Restoration(commands, experiments, archives);
    }
}
