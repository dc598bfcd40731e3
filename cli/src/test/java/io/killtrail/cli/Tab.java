package io.killtrail.cli;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A page in a browser: opens it, asks it, and hears what it complains of. */
final class Tab {
  private static final long PATIENCE_SECONDS = 60;

  private final DevTools tools;

  Tab(DevTools tools) {
    this.tools = tools;
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      tools.call(domain + ".enable", "{}");
    }
  }

  /** Opens a page anew, even where only its fragment differs, and waits until it is loaded. */
  void open(URI address) {
    tools.call("Page.navigate", "{\"url\":\"about:blank\"}");
    awaitLoad("about:blank");
    tools.forgetEvents();
    tools.call("Page.navigate", "{\"url\":" + DevTools.quote(address.toString()) + "}");
    awaitLoad(address.toString());
  }

  private void awaitLoad(String address) {
    until("document.readyState === 'complete' && location.href === " + DevTools.quote(address));
  }

  /** The value of an expression, a promise's too, as text. */
  String eval(String expression) {
    Told told =
        tools.call(
            "Runtime.evaluate",
            "{\"awaitPromise\":true,\"returnByValue\":true,\"expression\":"
                + DevTools.quote(expression)
                + "}");
    if (!told.at("result.exceptionDetails").equals("null")) {
      throw new AssertionError(expression + ": " + told.at("result.exceptionDetails"));
    }
    return told.at("result.result.value");
  }

  boolean holds(String expression) {
    return eval("Boolean(" + expression + ")").equals("true");
  }

  /** Waits until an expression is true. */
  void until(String expression) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!holds(expression)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("never true: " + expression);
      }
    }
  }

  /** Errors and warnings of the page, scripts that failed, and dialogs. */
  List<String> complaints() {
    List<Told> all = new ArrayList<>(tools.events("Runtime.exceptionThrown"));
    all.addAll(tools.events("Page.javascriptDialogOpening"));
    all.addAll(tools.events("Runtime.consoleAPICalled"));
    Stream<Told> logged =
        tools.events("Log.entryAdded").stream()
            .filter(event -> !event.at("params.entry.level").equals("verbose"));
    return Stream.concat(all.stream(), logged).map(Told::toString).toList();
  }

  /** The addresses that the page asked for. */
  List<String> requests() {
    return tools.events("Network.requestWillBeSent").stream()
        .map(event -> event.at("params.request.url"))
        .toList();
  }

  void press(String key, String code, int number) {
    for (String type : List.of("keyDown", "keyUp")) {
      tools.call(
          "Input.dispatchKeyEvent",
          "{\"type\":\"%s\",\"key\":\"%s\",\"code\":\"%s\",\"windowsVirtualKeyCode\":%d%s}"
              .formatted(
                  type,
                  key,
                  code,
                  number,
                  key.length() == 1 && type.equals("keyDown") ? ",\"text\":\"" + key + "\"" : ""));
    }
  }

  /** What the system prefers: {@code light} or {@code dark}. */
  void prefer(String scheme) {
    tools.call(
        "Emulation.setEmulatedMedia",
        "{\"media\":\"\",\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\""
            + scheme
            + "\"}]}");
  }

  /** Lays the page out as for paper. */
  void layOutForPrint() {
    tools.call("Emulation.setEmulatedMedia", "{\"media\":\"print\"}");
  }

  void size(int width, int height) {
    tools.call(
        "Emulation.setDeviceMetricsOverride",
        "{\"width\":%d,\"height\":%d,\"deviceScaleFactor\":1,\"mobile\":false}"
            .formatted(width, height));
  }

  void scripts(boolean enabled) {
    tools.call("Emulation.setScriptExecutionDisabled", "{\"value\":" + !enabled + "}");
  }

  /** The page as PDF, in Base64. */
  String print() {
    return tools.call("Page.printToPDF", "{\"printBackground\":true}").at("result.data");
  }
}
