/** Tests of progress. */
@NullMarked
package eu.includeu.academy.progress;

import org.jspecify.annotations.NullMarked;
