/** Tests of runs that somebody leads. */
@NullMarked
package eu.includeu.academy.runs;

import org.jspecify.annotations.NullMarked;
