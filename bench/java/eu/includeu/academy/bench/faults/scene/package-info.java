/**
 * What the drills are played on: servers and nodes that can be killed, people who answer and hand in, and the ledger of
 * what they were told is saved.
 */
@NullMarked
package eu.includeu.academy.bench.faults.scene;

import org.jspecify.annotations.NullMarked;
