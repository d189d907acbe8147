package com.javaonjets.lint;

import java.util.List;
import java.util.Optional;

/** What one database makes of the statements of one file. */
interface Rules {

    /**
     * What the statement does to a service that is running. To be asked in the statements' order.
     *
     * @param index of the statement in its file
     * @return empty if the grammar does not know the statement
     */
    Optional<List<Hazard>> hazards(int index);
}
