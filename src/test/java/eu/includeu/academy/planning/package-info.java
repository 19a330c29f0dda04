@NullMarked
package eu.includeu.academy.planning;

import org.jspecify.annotations.NullMarked;
