package eu.includeu.academy.progress;

/** A completion in a coordinator's queue. */
public record Waiting(Completion completion, Whose whose) {}
