/** Tests of review. */
@NullMarked
package eu.includeu.academy.review;

import org.jspecify.annotations.NullMarked;
