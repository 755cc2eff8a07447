package io.daybook.command.experiment;

import io.daybook.api.crayon.CrayonName;
import io.daybook.command.claim.Claim;
import java.util.Optional;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** The claims on Crayon names. Deleting a project frees all names in it without an event for each. */
public final class CrayonClaims {

    private final Repository<Claim> claims;
    private final Containers containers;

    public CrayonClaims(Repository<Claim> claims, Containers containers) {
        this.claims = claims;
        this.containers = containers;
    }

    /** Two claims that are held at once. */
    record Move(Aggregate<Claim> from, Aggregate<Claim> to) {}

    public Aggregate<Claim> load(CrayonName name) throws Exception {
        return claims.loadOrCreate(name.claim(), Claim::new);
    }

    /** In the order of their ids, so that two renamings cannot wait for each other. */
    Move load(CrayonName from, CrayonName to) throws Exception {
        if (from.claim().compareTo(to.claim()) < 0) return new Move(load(from), load(to));
        Aggregate<Claim> first = load(to);
        return new Move(load(from), first);
    }

    /** The id of the experiment that goes by the name; empty when the one that had it is gone. */
    public Optional<String> holderOf(Aggregate<Claim> claim) {
        long project = claim.invoke(Claim::projectId);
        return claim.invoke(Claim::holder)
                .filter(holder -> !containers.experimentIsGone(project, Experiment.numberOf(holder)));
    }
}
