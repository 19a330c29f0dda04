/** The least that the same engines can do, to measure the academy against: nothing but the engine itself in each. */
@NullMarked
package eu.includeu.academy.bench.ceilings;

import org.jspecify.annotations.NullMarked;
