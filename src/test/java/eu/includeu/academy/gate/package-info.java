@NullMarked
package eu.includeu.academy.gate;

import org.jspecify.annotations.NullMarked;
