/** Many people asking at once, over few threads, so that the machine is left to what is measured. */
@NullMarked
package eu.includeu.academy.bench.load;

import org.jspecify.annotations.NullMarked;
