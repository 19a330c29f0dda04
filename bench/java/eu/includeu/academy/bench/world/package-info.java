/**
 * A whole world of the academy, made from one seed: authorities in their tree, people, modules, a year of learning, needs.
 * Its shape is that of section 9 of the domain guide. The same seed, size and day give the same rows, identifiers included.
 */
@NullMarked
package eu.includeu.academy.bench.world;

import org.jspecify.annotations.NullMarked;
