/** Tests of assessment. */
@NullMarked
package eu.includeu.academy.assessment;

import org.jspecify.annotations.NullMarked;
