package eu.includeu.academy.runs;

/** A module is led now, or is not any more, or on other days, or with other seats. */
public record RunsChanged(String module) {}
