package com.javaonjets.maven;

import com.javaonjets.JetsException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;

/** What every goal does alike: it reports what the user can put right as a failed build, in one sentence. */
abstract class JetsMojo extends AbstractMojo {

    @Override
    public final void execute() throws MojoFailureException {
        try {
            run();
        } catch (JetsException e) {
            getLog().debug(e);
            // Without the cause, of whose words Maven would add those that are not in ours.
            throw new MojoFailureException(e.getMessage());
        }
    }

    abstract void run();

    final void say(String line) {
        getLog().info(line);
    }
}
