package io.killtrail.analyzer.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DocumentStoredFieldVisitor;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;

/**
 * Stored fields for those who read document after document: Lucene's merge instances keep the last
 * decompressed block, which the ordinary ones do not. For one thread.
 */
final class SequentialFields {
  private final List<LeafReaderContext> leaves;
  private final Map<Integer, StoredFieldsReader> byLeaf = new HashMap<>();

  SequentialFields(DirectoryReader reader) {
    this.leaves = reader.leaves();
  }

  /** These fields of the document at this address. */
  Document document(int address, Set<String> fields) throws IOException {
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(address, leaves));
    DocumentStoredFieldVisitor visitor = new DocumentStoredFieldVisitor(fields);
    reader(leaf).document(address - leaf.docBase, visitor);
    return visitor.getDocument();
  }

  private StoredFieldsReader reader(LeafReaderContext leaf) throws IOException {
    StoredFieldsReader known = byLeaf.get(leaf.ord);
    if (known == null) {
      // A directory's leaves are segments, and those are codec readers.
      known = ((CodecReader) leaf.reader()).getFieldsReader().getMergeInstance();
      byLeaf.put(leaf.ord, known);
    }
    return known;
  }
}
