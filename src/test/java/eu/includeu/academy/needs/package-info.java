@NullMarked
package eu.includeu.academy.needs;

import org.jspecify.annotations.NullMarked;
