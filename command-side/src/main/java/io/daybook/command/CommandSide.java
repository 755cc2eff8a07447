package io.daybook.command;

import io.daybook.api.crayon.CrayonQuery.FindCrayonProject;
import io.daybook.api.crayon.CrayonQuery.FindCrayonTarget;
import io.daybook.api.log.EventLog;
import io.daybook.api.log.Freshness;
import io.daybook.api.log.SharedEvent;
import io.daybook.api.message.Meta;
import io.daybook.command.access.Access;
import io.daybook.command.access.AccessQueries;
import io.daybook.command.access.Accounts;
import io.daybook.command.access.Authorise;
import io.daybook.command.access.Owners;
import io.daybook.command.access.RightsTable;
import io.daybook.command.backup.BackupCommands;
import io.daybook.command.bus.CommandTargets;
import io.daybook.command.bus.DecidingCommandBus;
import io.daybook.command.bus.FoldedQueryBus;
import io.daybook.command.bus.Folding;
import io.daybook.command.bus.Passage;
import io.daybook.command.bus.Staleness;
import io.daybook.command.bus.StrongCache;
import io.daybook.command.claim.Claim;
import io.daybook.command.crayon.CrayonCommands;
import io.daybook.command.crayon.CrayonDirectory;
import io.daybook.command.crayon.CrayonProject;
import io.daybook.command.crayon.CrayonQueries;
import io.daybook.command.experiment.Containers;
import io.daybook.command.experiment.CrayonClaims;
import io.daybook.command.experiment.Experiment;
import io.daybook.command.experiment.ExperimentCommands;
import io.daybook.command.iteration.Iteration;
import io.daybook.command.iteration.IterationCommands;
import io.daybook.command.iteration.IterationSnapshots;
import io.daybook.command.iteration.PointHistory;
import io.daybook.command.model.Model;
import io.daybook.command.model.ModelCommands;
import io.daybook.command.model.ModelVersionCommands;
import io.daybook.command.model.Pinboard;
import io.daybook.command.project.Project;
import io.daybook.command.project.ProjectCommands;
import io.daybook.command.request.AnswerOnce;
import io.daybook.command.request.Request;
import io.daybook.command.request.RequestQueries;
import io.daybook.command.resource.Resource;
import io.daybook.command.resource.ResourceCommands;
import io.daybook.command.resource.UploadQueries;
import io.daybook.command.sequence.Sequence;
import io.daybook.command.tag.Bearers;
import io.daybook.command.tag.Tag;
import io.daybook.command.tag.TagCommands;
import io.daybook.command.user.User;
import io.daybook.command.user.UserCommands;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** The deciding side's table of contents. */
public final class CommandSide {

    private static final int LOCK_ATTEMPT_MILLIS = 10;
    private static final int LOCK_QUEUE = 1_000;

    private final CommandSettings settings;
    private final Freshness others;
    private final StrongCache cache;
    private final Containers containers = new Containers();
    private final CrayonDirectory directory = new CrayonDirectory(containers);
    private final Accounts accounts = new Accounts();
    private final RightsTable rights = new RightsTable();
    private final CommandTargets targets = new CommandTargets();
    private final Passage commands;
    private @Nullable Folding folding;
    private volatile BiPredicate<Object, Object> stale = (aggregate, entry) -> false;

    public CommandSide(CommandSettings settings) {
        this(settings, Freshness.ALONE);
    }

    /** @param others nodes that append to the same log; what they append is to be handed to {@link #take} */
    public CommandSide(CommandSettings settings, Freshness others) {
        this.settings = settings;
        this.others = others;
        this.cache = new StrongCache(settings.cachedAggregates(), (aggregate, entry) -> stale.test(aggregate, entry));
        this.commands = new Passage(settings.lockWait());
    }

    /**
     * Registers everything that decides.
     *
     * @param head the position of the log's last event
     */
    public void configure(Configurer axon, LongSupplier head) {
        axon.configureCorrelationDataProviders(config -> List.of(
                new SimpleCorrelationDataProvider(Meta.ACTOR, Meta.VIA, Meta.REQUEST_IDS, Meta.IDEMPOTENCY_KEY)));
        axon.configureCommandBus(config -> commandBus(config, head));
        axon.configureQueryBus(config -> new FoldedQueryBus(
                Set.of(FindCrayonTarget.class.getName(), FindCrayonProject.class.getName()), this::settle));
        axon.registerComponent(Containers.class, config -> containers);
        axon.registerComponent(
                Owners.class, config -> new Owners(config.eventStore(), containers, settings.cachedAggregates()));
        axon.registerComponent(PointHistory.class, config -> new PointHistory(config.eventStore()::readEvents));
        axon.registerComponent(
                Access.class, config -> new Access(rights, config.getComponent(Owners.class), directory::project));
        axon.registerComponent(
                CrayonClaims.class, config -> new CrayonClaims(config.repository(Claim.class), containers));
        aggregates(axon);
        handlers(axon);
        modelHandlers(axon);
        crayonHandlers(axon);
        queries(axon);
        axon.onInitialize(config -> config.onStart(Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS, () -> start(config)));
    }

    /** Takes in what the log holds above a position, while there are no commands. */
    public void catchUp(EventLog log, long after, Serializer serializer) {
        cache.removeAll();
        Objects.requireNonNull(folding, "not started").catchUp(log, after, serializer);
    }

    /** Takes in an event of the log that is shared with others, whoever has appended it. */
    public void take(SharedEvent event, Serializer serializer) {
        Objects.requireNonNull(folding, "not started").take(event, serializer);
    }

    /** Does something while no command is under way; those that come meanwhile wait. */
    public <T> T withoutCommands(Supplier<T> work) {
        return commands.without(work);
    }

    /** Nothing is asked or decided before the start. */
    private void settle() {
        if (folding != null) folding.settle();
    }

    private void start(Configuration config) {
        config.commandBus().registerHandlerInterceptor(new Authorise(accounts, config.getComponent(Access.class)));
        config.commandBus().registerHandlerInterceptor(new AnswerOnce(config.repository(Request.class)));
        folding = new Folding(List.of(containers, directory, accounts, rights, config.getComponent(Owners.class)));
        if (others == Freshness.ALONE) folding.follow(config.eventStore());
        else stale = new Staleness(config.eventStore()::lastSequenceNumberFor);
    }

    private void aggregates(Configurer axon) {
        axon.configureAggregate(aggregate(User.class));
        axon.configureAggregate(aggregate(Project.class));
        axon.configureAggregate(aggregate(Experiment.class));
        axon.configureAggregate(aggregate(Iteration.class)
                .configureSnapshotTrigger(
                        config -> new IterationSnapshots(cache, config.eventStore(), settings.snapshotEvery())));
        axon.configureAggregate(aggregate(Resource.class));
        axon.configureAggregate(aggregate(Model.class));
        axon.configureAggregate(aggregate(Tag.class));
        axon.configureAggregate(aggregate(Claim.class));
        axon.configureAggregate(aggregate(Sequence.class));
        axon.configureAggregate(aggregate(Request.class));
    }

    private void handlers(Configurer axon) {
        axon.registerCommandHandler(
                config -> new UserCommands(config.repository(Claim.class), config.repository(User.class), accounts));
        axon.registerCommandHandler(config -> new ProjectCommands(config.repository(Project.class), accounts));
        axon.registerCommandHandler(config -> new ExperimentCommands(
                config.repository(Experiment.class), config.getComponent(CrayonClaims.class), directory, containers));
        axon.registerCommandHandler(config -> new IterationCommands(
                config.repository(Experiment.class),
                config.repository(Iteration.class),
                config.getComponent(Owners.class),
                containers));
        axon.registerCommandHandler(config -> new TagCommands(
                config.repository(Claim.class), config.repository(Tag.class), bearers(config), config.eventStore()));
    }

    private void modelHandlers(Configurer axon) {
        axon.registerCommandHandler(config -> new ResourceCommands(
                config.repository(Experiment.class),
                config.repository(Resource.class),
                config.getComponent(Owners.class),
                containers));
        axon.registerCommandHandler(config ->
                new ModelCommands(config.repository(Model.class), config.repository(Claim.class), containers));
        axon.registerCommandHandler(config -> new ModelVersionCommands(
                config.repository(Model.class),
                new Pinboard(config.repository(Experiment.class), config.getComponent(Owners.class)),
                containers));
    }

    private void crayonHandlers(Configurer axon) {
        axon.registerCommandHandler(config -> new CrayonCommands(
                crayonProject(config),
                config.getComponent(CrayonClaims.class),
                containers,
                config.repository(Experiment.class),
                config.repository(Iteration.class)));
        axon.registerCommandHandler(config -> new BackupCommands(
                crayonProject(config),
                config.getComponent(CrayonClaims.class),
                containers,
                config.repository(Experiment.class),
                config.repository(Iteration.class)));
    }

    private void queries(Configurer axon) {
        axon.registerQueryHandler(config -> new AccessQueries(accounts, config.getComponent(Access.class)));
        axon.registerQueryHandler(config -> new CrayonQueries(directory));
        axon.registerQueryHandler(config -> new RequestQueries(config.eventStore()));
        axon.registerQueryHandler(config -> new UploadQueries(config.eventStore(), config.getComponent(Owners.class)));
    }

    private static Bearers bearers(Configuration config) {
        return new Bearers(
                config.repository(Project.class),
                config.repository(Experiment.class),
                config.repository(Iteration.class),
                config.getComponent(Owners.class));
    }

    private CrayonProject crayonProject(Configuration config) {
        return new CrayonProject(
                directory, config.repository(Claim.class), config.repository(Project.class), containers);
    }

    private CommandBus commandBus(Configuration config, LongSupplier head) {
        DecidingCommandBus bus = new DecidingCommandBus(
                head, commands, this::settle, others, config.messageMonitor(CommandBus.class, "commandBus"));
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(config.correlationDataProviders()));
        return bus;
    }

    private <A> AggregateConfigurer<A> aggregate(Class<A> type) {
        return AggregateConfigurer.defaultConfiguration(type)
                .configureCache(config -> cache)
                .configureCommandTargetResolver(config -> targets)
                .configureLockFactory(config -> locks());
    }

    private LockFactory locks() {
        return PessimisticLockFactory.builder()
                .acquireAttempts((int) Math.max(2, settings.lockWait().toMillis() / LOCK_ATTEMPT_MILLIS))
                .lockAttemptTimeout(LOCK_ATTEMPT_MILLIS)
                .queueLengthThreshold(LOCK_QUEUE)
                .build();
    }
}
