@NullMarked
package eu.includeu.academy.optimum;

import org.jspecify.annotations.NullMarked;
