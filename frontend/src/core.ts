import "./htmx";
import "./elements/answer-keeper";
import "./elements/auto-submit";
import "./elements/live-stream";
import "./elements/quiz-keys";
import "./elements/short-cut";
import "./elements/sortable-list";
