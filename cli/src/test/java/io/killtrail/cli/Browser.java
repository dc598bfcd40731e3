package io.killtrail.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A Chromium without a window, with a profile of its own. */
final class Browser implements AutoCloseable {
  private static final List<Path> PROGRAMS =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));
  private static final long PATIENCE_MILLIS = 60_000;

  private final Process process;
  private final HttpClient client = HttpClient.newHttpClient();
  private final DevTools tools;

  private Browser(Process process, Path profile) throws IOException, InterruptedException {
    this.process = process;
    this.tools = new DevTools(client, address(port(profile)));
  }

  static Optional<Path> program() {
    return PROGRAMS.stream().filter(Files::isExecutable).findFirst();
  }

  /** Starts one; {@code profile} is an empty directory. */
  static Browser start(Path program, Path profile) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                // It will not run as root otherwise; it sees files of the test alone.
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--no-default-browser-check",
                "--disable-background-networking",
                "--disable-component-update",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("said.txt").toFile())
            .start();
    try {
      return new Browser(process, profile);
    } catch (IOException | InterruptedException | RuntimeException e) {
      end(process);
      throw e;
    }
  }

  /** Chromium chooses a port and writes it down. */
  private static String port(Path profile) throws IOException, InterruptedException {
    Path file = profile.resolve("DevToolsActivePort");
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    while (System.nanoTime() < deadline) {
      if (Files.exists(file) && Files.readString(file).contains("\n")) {
        return Files.readAllLines(file).getFirst();
      }
      Thread.sleep(50);
    }
    throw new IOException(
        "Chromium does not start: " + Files.readString(profile.resolve("said.txt")));
  }

  private URI address(String port) throws IOException, InterruptedException {
    URI list = URI.create("http://127.0.0.1:" + port + "/json/list");
    String json =
        client
            .send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    return Told.parse("{\"tabs\":" + json + "}").list("tabs").stream()
        .filter(tab -> tab.at("type").equals("page"))
        .map(tab -> URI.create(tab.at("webSocketDebuggerUrl")))
        .findFirst()
        .orElseThrow();
  }

  /** Its only tab. */
  Tab tab() {
    return new Tab(tools);
  }

  @Override
  public void close() {
    end(process);
  }

  /** Asks it to end, so that it tidies up, and makes sure that it does. */
  private static void end(Process process) {
    List<ProcessHandle> all = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
