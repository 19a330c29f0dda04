@NullMarked
package eu.includeu.academy.capacity;

import org.jspecify.annotations.NullMarked;
