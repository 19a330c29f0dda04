/** Tests of training requests. */
@NullMarked
package eu.includeu.academy.requests;

import org.jspecify.annotations.NullMarked;
