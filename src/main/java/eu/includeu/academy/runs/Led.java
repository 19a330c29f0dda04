package eu.includeu.academy.runs;

/** What a run of a led module costs, in cents, and how many it seats. */
public record Led(long cost, int seats) {}
