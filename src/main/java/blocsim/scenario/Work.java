package blocsim.scenario;

import java.util.List;

/**
 * Something that a judgement may rest on: a document, a fact out of documents, a dated rule, a data set or a paper.
 *
 * @param id what judgements cite it by, such as {@code A1}
 * @param kind document, fact, rule, data, paper or note
 * @param title its title; of a fact or rule, what it says
 * @param author authors or publisher; empty where unknown
 * @param date when it was written, as far as known, such as {@code 2015-07}; empty where unknown
 * @param doi digital object identifier; empty where there is none
 * @param url a stable address; empty where there is none
 * @param note anything to know before relying on it; may be empty
 * @param cites ids of the works it rests on
 */
public record Work(
        String id,
        String kind,
        String title,
        String author,
        String date,
        String doi,
        String url,
        String note,
        List<String> cites) {
    /** Copies the list. */
    public Work {
        cites = List.copyOf(cites);
    }
}
