package io.killtrail.ingest.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Architectures by the codes that audit writes as {@code arch=}, out of {@code syscalls.txt}. */
final class SyscallTable {
  private static final String RESOURCE = "syscalls.txt";
  private static final int X86_64 = 0xc000003e;
  private static final String NONE = "-";

  private final Map<Integer, Architecture> byCode;
  private final Architecture x32;

  private SyscallTable(Map<Integer, Architecture> byCode, Architecture x32) {
    this.byCode = Map.copyOf(byCode);
    this.x32 = x32;
  }

  /** The table that comes with killtrail. */
  static SyscallTable load() {
    try (InputStream in = SyscallTable.class.getResourceAsStream(RESOURCE)) {
      return parse(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " is missing from the program", e);
    }
  }

  /** The architecture of this code; the number tells x86_64's two ABIs apart. */
  Optional<Architecture> find(int code, long number) {
    boolean isX32 = code == X86_64 && (number & Architecture.X32_BIT) != 0;
    return isX32 ? Optional.of(x32) : Optional.ofNullable(byCode.get(code));
  }

  /** The architecture that audit names so. */
  Optional<Architecture> named(String name) {
    return byCode.values().stream().filter(known -> known.name().equals(name)).findFirst();
  }

  private static SyscallTable parse(String text) {
    List<String[]> rows = new ArrayList<>();
    text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(line -> rows.add(line.strip().split(" +")));
    Map<Integer, Architecture> byCode = new HashMap<>();
    Architecture[] x32 = new Architecture[1];
    String[] header = rows.removeFirst();
    for (String[] row : rows) {
      Architecture architecture = architecture(header, row);
      if (row[1].equals(NONE)) {
        x32[0] = architecture;
      }
      codes(row[1]).forEach(code -> byCode.put(code, architecture));
    }
    return new SyscallTable(byCode, x32[0]);
  }

  private static List<Integer> codes(String cell) {
    return cell.equals(NONE)
        ? List.of()
        : List.of(cell.split("/", -1)).stream().map(c -> Integer.parseUnsignedInt(c, 16)).toList();
  }

  private static Architecture architecture(String[] header, String[] row) {
    Map<Integer, Syscall> calls = new HashMap<>();
    for (int i = 3; i < header.length; i++) {
      if (!row[i].equals(NONE)) {
        calls.put(Integer.valueOf(row[i]), Syscall.valueOf(header[i].toUpperCase(Locale.ROOT)));
      }
    }
    return new Architecture(row[0], FieldKey.valueOf(row[2].toUpperCase(Locale.ROOT)), calls);
  }
}
