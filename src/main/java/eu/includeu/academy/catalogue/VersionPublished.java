package eu.includeu.academy.catalogue;

/** A version of a module was published, and will never change again. */
public record VersionPublished(VersionId id) {}
