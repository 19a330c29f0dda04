package eu.includeu.academy.demo;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page whether the people in the academy are invented, so that its footer can say so. */
@ControllerAdvice
class Invented {

    private final Demo demo;

    Invented(Demo demo) {
        this.demo = demo;
    }

    @ModelAttribute("invented")
    boolean invented() {
        return demo.isPresent();
    }
}
