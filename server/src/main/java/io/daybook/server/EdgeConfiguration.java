package io.daybook.server;

import io.daybook.api.backup.Archives;
import io.daybook.api.documents.Documents;
import io.daybook.api.log.Differences;
import io.daybook.api.ops.DeadLetters;
import io.daybook.api.ops.Rebuilds;
import io.daybook.api.ops.ViewStates;
import io.daybook.command.CommandSide;
import io.daybook.embedded.eventstore.SqliteLog;
import io.daybook.http.EdgeSettings;
import io.daybook.http.HttpEdge;
import io.daybook.query.QuerySide;
import io.daybook.query.backup.ArchiveLimits;
import io.daybook.query.backup.ZipArchives;
import io.daybook.server.DaybookSettings.Auth;
import io.daybook.server.DaybookSettings.Cors;
import io.daybook.server.event.StoredTypeSerializer;
import io.daybook.server.health.ViewsOnDisk;
import org.axonframework.config.Configuration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.keygen.KeyGenerators;

/** What the edge is given, and the node that it speaks for. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@Import(HttpEdge.class)
class EdgeConfiguration {

    @Bean
    Node node(
            DaybookSettings settings,
            SqliteLog log,
            Documents documents,
            CommandSide commandSide,
            QuerySide querySide,
            StoredTypeSerializer events,
            Configuration axon) {
        return new Node(settings, new Node.Parts(log, documents, commandSide, querySide, events), axon);
    }

    @Bean
    EdgeSettings edgeSettings(DaybookSettings settings, Node node) {
        var limits = new EdgeSettings.Limits(
                settings.limits().body().toBytes(),
                settings.limits().artifact().toBytes(),
                EdgeSettings.Limits.DEFAULT.queue(),
                settings.commands().deadline(),
                EdgeSettings.Limits.DEFAULT.scalars(),
                EdgeSettings.Limits.DEFAULT.histograms());
        return new EdgeSettings(
                Version.current(),
                settings.crayon().project(),
                settings.crayon().port(),
                Node.temporary(settings),
                node::zone,
                access(settings.auth(), settings.cors()),
                limits);
    }

    /** Without authentication tokens are handed out as well; a key that nobody keeps makes them worth nothing later. */
    private static EdgeSettings.Access access(Auth auth, Cors cors) {
        byte[] secret = auth.enabled()
                ? auth.secretBytes()
                : KeyGenerators.secureRandom(32).generateKey();
        return new EdgeSettings.Access(auth.enabled(), secret, cors.origins());
    }

    @Bean
    Archives archives(SqliteLog log, StoredTypeSerializer events, DaybookSettings settings) {
        return new ZipArchives(
                log, events, new ArchiveLimits(settings.limits().artifact().toBytes()));
    }

    /** The configuration is asked for first: the views are known once it is made. */
    @Bean
    ViewStates viewStates(
            QuerySide querySide,
            Configuration axon,
            DaybookSettings settings,
            @Qualifier("logHealth") HealthIndicator disk) {
        ViewStates views = querySide.care().views();
        return settings.viewsUri() == null ? new ViewsOnDisk(views, disk) : views;
    }

    @Bean
    Rebuilds rebuilds(QuerySide querySide, Configuration axon) {
        return querySide.care().rebuilds();
    }

    @Bean
    DeadLetters deadLetters(QuerySide querySide) {
        return querySide.deadLetters();
    }

    @Bean
    Differences differences(QuerySide querySide) {
        return querySide.differences();
    }

    @Bean
    Announcement announcement(DaybookSettings settings, AxonServerProperties axonServer) {
        return new Announcement(settings, axonServer);
    }
}
