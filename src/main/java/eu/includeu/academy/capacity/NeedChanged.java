package eu.includeu.academy.capacity;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Competency;

/** A need was declared, or something has happened to it. */
public record NeedChanged(Authority.Id authority, Need.Id need, Competency.Id competency) {}
