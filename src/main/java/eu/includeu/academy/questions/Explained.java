package eu.includeu.academy.questions;

/** One question of a graded paper with its key and feedback, for whoever has passed or used the last attempt. */
public record Explained(Shown question, Answer given, Answer key, Marked marked, String feedback) {

    /** The feedback as HTML that is safe to print. */
    public String feedbackHtml() {
        return Wording.html(Wording.withoutCitations(feedback));
    }
}
