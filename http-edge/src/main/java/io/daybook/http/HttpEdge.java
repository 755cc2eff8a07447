package io.daybook.http;

import io.daybook.http.access.AccessConfiguration;
import io.daybook.http.audit.AuditConfiguration;
import io.daybook.http.backup.BackupConfiguration;
import io.daybook.http.crayon.CrayonConfiguration;
import io.daybook.http.dashboard.DashboardConfiguration;
import io.daybook.http.docs.DocsConfiguration;
import io.daybook.http.experiment.ExperimentConfiguration;
import io.daybook.http.health.HealthConfiguration;
import io.daybook.http.iteration.IterationConfiguration;
import io.daybook.http.message.MessageConfiguration;
import io.daybook.http.model.ModelConfiguration;
import io.daybook.http.project.ProjectConfiguration;
import io.daybook.http.refusal.RefusalConfiguration;
import io.daybook.http.refusal.Routes;
import io.daybook.http.request.RequestConfiguration;
import io.daybook.http.resource.ResourceConfiguration;
import io.daybook.http.sequence.SequenceConfiguration;
import io.daybook.http.series.SeriesConfiguration;
import io.daybook.http.tag.TagConfiguration;
import io.daybook.http.tracking.TrackingConfiguration;
import io.daybook.http.upload.UploadConfiguration;
import io.daybook.http.user.UserConfiguration;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/**
 * The whole of Daybook's HTTP. Needs beans of {@link EdgeSettings}, Axon's command and query bus, {@link
 * io.daybook.api.backup.Archives}, {@link io.daybook.api.backup.ServerBackup}, {@link
 * io.daybook.api.backup.ServerRestore}, {@link io.daybook.api.resource.ContentStore}, {@link io.daybook.api.log.EventLog} and {@link
 * io.daybook.api.log.Checkpoints}, in an application that starts with {@link #DEFAULTS}.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
@Import({
    RequestConfiguration.class,
    AccessConfiguration.class,
    TrackingConfiguration.class,
    RefusalConfiguration.class,
    MessageConfiguration.class,
    SequenceConfiguration.class,
    IterationConfiguration.class,
    UserConfiguration.class,
    ProjectConfiguration.class,
    ExperimentConfiguration.class,
    TagConfiguration.class,
    UploadConfiguration.class,
    ResourceConfiguration.class,
    ModelConfiguration.class,
    SeriesConfiguration.class,
    CrayonConfiguration.class,
    BackupConfiguration.class,
    AuditConfiguration.class,
    HealthConfiguration.class,
    DashboardConfiguration.class,
    DocsConfiguration.class
})
public class HttpEdge {

    /**
     * Properties of Spring Boot that keep its own error page and its own reading of uploads out of the way, springdoc's
     * own pages, and requests for pages that do not exist out of the log.
     */
    public static final Map<String, Object> DEFAULTS = Map.of(
            "spring.servlet.multipart.enabled",
            "false",
            "spring.autoconfigure.exclude",
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
            "springdoc.api-docs.enabled",
            "false",
            "springdoc.swagger-ui.enabled",
            "false",
            "logging.level.org.springframework.web.servlet.PageNotFound",
            "error");

    @Bean
    Routes routes(EdgeSettings settings) {
        return new Routes(settings.crayonPort());
    }
}
