package eu.includeu.academy.review;

import eu.includeu.academy.progress.Enrolment;

/** An enrolment whose goes at the quiz are used up: a coordinator may grant one more. */
public record Stuck(Enrolment.Id id, String module, Whose whose) {}
