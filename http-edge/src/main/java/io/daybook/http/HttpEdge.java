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
import io.daybook.http.metrics.MetricsConfiguration;
import io.daybook.http.model.ModelConfiguration;
import io.daybook.http.ops.OpsConfiguration;
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
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/**
 * The whole of Daybook's HTTP. Needs beans of {@link EdgeSettings}, Axon's command and query bus, {@link
 * io.daybook.api.backup.Archives}, {@link io.daybook.api.backup.ServerBackup}, {@link
 * io.daybook.api.backup.ServerRestore}, {@link io.daybook.api.resource.ContentStore}, {@link io.daybook.api.log.EventLog}, {@link
 * io.daybook.api.log.Freshness}, {@link io.daybook.api.log.Differences}, {@link io.daybook.api.log.Checkpoints}, {@link
 * io.daybook.api.ops.ViewStates}, {@link io.daybook.api.ops.Rebuilds} and {@link io.daybook.api.ops.DeadLetters}.
 *
 * <p>Of Spring Boot's own configuration it names what a server with an edge of its own needs: looking through all that there
 * is would cost a tenth of the start, and bring pages of errors and a reading of bodies that are not the contracts'.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
@ImportAutoConfiguration({
    SslAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class
})
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
    OpsConfiguration.class,
    HealthConfiguration.class,
    MetricsConfiguration.class,
    DashboardConfiguration.class,
    DocsConfiguration.class
})
public class HttpEdge {

    @Bean
    Routes routes(EdgeSettings settings) {
        return new Routes(settings.crayonPort());
    }
}
