/** Tests of public bodies and of the figures that add up along their tree. */
@NullMarked
package eu.includeu.academy.authorities;

import org.jspecify.annotations.NullMarked;
