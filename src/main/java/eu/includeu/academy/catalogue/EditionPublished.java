package eu.includeu.academy.catalogue;

/** A published version can be read in a further language. */
public record EditionPublished(VersionId id) {}
