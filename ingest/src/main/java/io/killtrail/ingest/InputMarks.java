package io.killtrail.ingest;

import io.killtrail.ingest.source.ContentHead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How far each input is read, looked up by how it begins. */
public final class InputMarks {
  private final Map<String, InputMark> byDigest = new HashMap<>();
  private final Map<ContentHead, List<InputMark>> byHead = new HashMap<>();

  /** Takes the place of what was kept under this digest. */
  public void put(String digest, InputMark mark) {
    remove(digest);
    byDigest.put(digest, mark);
    mark.summary()
        .custody()
        .map(Custody::head)
        .ifPresent(head -> byHead.computeIfAbsent(head, none -> new ArrayList<>(1)).add(mark));
  }

  /** Nothing is kept under this digest any more. */
  public void remove(String digest) {
    if (byDigest.containsKey(digest)) {
      InputMark gone = byDigest.remove(digest);
      gone.summary()
          .custody()
          .map(Custody::head)
          .ifPresent(
              head -> {
                List<InputMark> left = byHead.get(head);
                left.remove(gone);
                if (left.isEmpty()) {
                  byHead.remove(head);
                }
              });
    }
  }

  /** What is kept under this digest. */
  public Optional<InputMark> of(String digest) {
    return Optional.ofNullable(byDigest.get(digest));
  }

  /** See {@link InputBook#headLengths}. */
  public Set<Integer> headLengths() {
    Set<Integer> lengths = new TreeSet<>();
    byHead.keySet().forEach(head -> lengths.add(head.length()));
    return lengths;
  }

  /** See {@link InputBook#beginningWith}. */
  public List<InputMark> beginningWith(ContentHead head) {
    return List.copyOf(byHead.getOrDefault(head, List.of()));
  }
}
