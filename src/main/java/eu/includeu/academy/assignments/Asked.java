package eu.includeu.academy.assignments;

import eu.includeu.academy.catalogue.Offer;

/** A module that a coordinator asked an official to take, and by when. */
public record Asked(Assignment assignment, Offer offer) {}
