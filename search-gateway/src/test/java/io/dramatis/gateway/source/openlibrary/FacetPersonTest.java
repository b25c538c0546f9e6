package io.dramatis.gateway.source.openlibrary;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.gateway.source.openlibrary.FacetPerson.Nature;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FacetPersonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sherlock Holmes | Sherlock Holmes | UNSAID",
                "Holmes, Sherlock (Fictitious character) | Sherlock Holmes | FICTIONAL",
                "Holmes, Sherlock (Fictitious character) -- Fiction | Sherlock Holmes | FICTIONAL",
                "SHERLOCK HOLMES | Sherlock Holmes | UNSAID",
                "sherlock holmes | Sherlock Holmes | UNSAID",
                "Ahab, Captain (Fictitious character) | Captain Ahab | FICTIONAL",
                "Alice (Fictitious character : Carroll) | Alice | FICTIONAL",
                "ARTHUR, KING (Legendary character) | King Arthur | FICTIONAL",
                "Hamlet, Prince of Denmark (Legendary character) | Hamlet | FICTIONAL",
                "Napoleon I, Emperor of the French, 1769-1821 | Napoleon I | REAL",
                "Vlad III, Prince of Wallachia, 1430 or 1431-1476 or 1477 | Vlad III | REAL",
                "Pilate, Pontius, active 1st century | Pontius Pilate | REAL",
                "Doyle, Arthur Conan, 1859-1930 | Arthur Conan Doyle | REAL",
                "Shah Rukh Khan (1965-) | Shah Rukh Khan | REAL",
                "King, Martin Luther, Jr., 1929-1968 | Martin Luther King Jr. | REAL",
                "Tolstoy, Leo, graf, 1828-1910 | Leo Tolstoy | REAL",
                "LOUIS XIV, KING OF FRANCE, 1638-1715 | Louis XIV | REAL",
                "JOAN OF ARC | Joan of Arc | UNSAID",
                "Наташа Ростова | Наташа Ростова | UNSAID",
                "うずまきナルト | うずまきナルト | UNSAID",
                "d'Artagnan | d'Artagnan | UNSAID",
                "L | L | UNSAID",
            })
    void bringsNamesIntoTheirUsualOrder(String heading, String name, Nature nature) {
        assertThat(FacetPerson.parse(heading)).contains(new FacetPerson(name, nature));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " , ", "(Fictitious character)", "1984", "-- Fiction", "?!"})
    void refusesWhatIsNoName(String heading) {
        assertThat(FacetPerson.parse(heading)).isEmpty();
    }
}
