package eu.includeu.academy.progress;

/** An enrolment whose goes at the quiz are used up: a coordinator may grant one more. */
public record Stuck(Enrolment enrolment, Whose whose) {}
