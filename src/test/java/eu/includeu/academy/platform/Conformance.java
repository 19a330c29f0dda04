package eu.includeu.academy.platform;

import static java.util.stream.Collectors.toCollection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.TreeSet;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** What veraPDF, the reference checker, finds wrong with a PDF. */
public final class Conformance {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Conformance() {}

    /** The rules that a PDF breaks, of the archive standard (PDF/A-3a) and of the accessibility standard (PDF/UA-1). */
    public static TreeSet<String> faults(byte[] pdf) {
        var faults = faults(pdf, PDFAFlavour.PDFA_3_A);
        faults.addAll(faults(pdf, PDFAFlavour.PDFUA_1));
        return faults;
    }

    public static TreeSet<String> faults(byte[] pdf, PDFAFlavour flavour) {
        try (var foundry = Foundries.defaultInstance();
                var parser = foundry.createParser(new ByteArrayInputStream(pdf), flavour);
                var checker = foundry.createValidator(flavour, false)) {
            return checker.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> flavour + " " + assertion.getRuleId().getClause() + "-"
                            + assertion.getRuleId().getTestNumber() + ": " + assertion.getMessage())
                    .collect(toCollection(TreeSet::new));
        } catch (VeraPDFException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
