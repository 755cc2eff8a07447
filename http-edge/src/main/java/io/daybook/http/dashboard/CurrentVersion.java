package io.daybook.http.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/** Finds files below the version that they have now, and under no other address: what is kept for ever must be right. */
final class CurrentVersion extends PathResourceResolver {

    private final PageFiles files;

    CurrentVersion(PageFiles files) {
        this.files = files;
    }

    @Override
    protected @Nullable Resource resolveResourceInternal(
            @Nullable HttpServletRequest request,
            String path,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        String prefix = files.version() + "/";
        if (!path.startsWith(prefix)) return null;
        return super.resolveResourceInternal(request, path.substring(prefix.length()), locations, chain);
    }
}
