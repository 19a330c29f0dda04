/**
 * What the academy costs, against its ceilings and against size. Compiled with the tests; run by {@code mvn -Pbench verify}.
 */
@NullMarked
package eu.includeu.academy.bench;

import org.jspecify.annotations.NullMarked;
