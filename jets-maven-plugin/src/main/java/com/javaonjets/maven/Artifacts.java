package com.javaonjets.maven;

import com.javaonjets.JetsException;
import com.javaonjets.embedded.Coordinates;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** Files that Maven fetches when a goal first needs them. */
final class Artifacts {

    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;

    Artifacts(RepositorySystem system, MavenSession session) {
        this.system = system;
        this.session = session.getRepositorySession();
        this.repositories = session.getCurrentProject().getRemotePluginRepositories();
    }

    /** The file of a jar. */
    Path jar(Coordinates coordinates) {
        try {
            ArtifactRequest request =
                    new ArtifactRequest(new DefaultArtifact(coordinates.toString()), repositories, null);
            return system.resolveArtifact(session, request)
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new JetsException("cannot fetch " + coordinates + ": " + e.getMessage(), e);
        }
    }

    /** A folder of the local repository for what is unpacked once and used by every project. */
    Path unpackFolder() {
        return session.getLocalRepository().getBasedir().toPath().resolve("com/javaonjets/.embedded");
    }
}
