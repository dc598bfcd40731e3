package io.killtrail.reports.html;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.reports.model.Report;
import java.util.List;

/**
 * Gives the pictures of a report; each is drawn when it is written, so that one is held at most.
 */
public interface Figures {
  /** No picture at all. */
  Figures NONE =
      new Figures() {
        @Override
        public List<Figure> of(Report report) {
          return List.of();
        }

        @Override
        public List<Figure> of(Case each) {
          return List.of();
        }
      };

  /** The pictures that stand behind the summary. */
  List<Figure> of(Report report);

  /** The pictures within a case of the report, such as that of the collision. */
  List<Figure> of(Case each);
}
