@NullMarked
package eu.includeu.academy.matching;

import org.jspecify.annotations.NullMarked;
