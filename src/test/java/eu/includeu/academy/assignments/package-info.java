/** Tests of assignments. */
@NullMarked
package eu.includeu.academy.assignments;

import org.jspecify.annotations.NullMarked;
