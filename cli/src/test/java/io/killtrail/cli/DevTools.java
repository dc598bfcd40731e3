package io.killtrail.cli;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Chromium's DevTools protocol: calls and events as JSON over a WebSocket on loopback. */
final class DevTools implements WebSocket.Listener {
  private static final long PATIENCE_SECONDS = 120;

  private final WebSocket socket;
  private final AtomicInteger calls = new AtomicInteger();
  private final Map<String, CompletableFuture<Told>> open = new ConcurrentHashMap<>();
  private final List<Told> events = new CopyOnWriteArrayList<>();
  private final StringBuilder message = new StringBuilder();

  DevTools(HttpClient client, URI address) {
    this.socket = client.newWebSocketBuilder().buildAsync(address, this).join();
  }

  /** Calls a method; {@code parameters} is a JSON object. */
  Told call(String method, String parameters) {
    String id = Integer.toString(calls.incrementAndGet());
    CompletableFuture<Told> answer = new CompletableFuture<>();
    open.put(id, answer);
    String text = "{\"id\":%s,\"method\":\"%s\",\"params\":%s}".formatted(id, method, parameters);
    socket.sendText(text, true).join();
    Told told = await(answer);
    if (!told.at("error").equals("null")) {
      throw new AssertionError(method + ": " + told.at("error"));
    }
    return told;
  }

  private static Told await(CompletableFuture<Told> answer) {
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("the browser does not answer", e);
    }
  }

  /** The events of this name so far. */
  List<Told> events(String name) {
    return events.stream().filter(event -> event.at("method").equals(name)).toList();
  }

  void forgetEvents() {
    events.clear();
  }

  /** The text as a JSON string. */
  static String quote(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    message.append(data);
    if (last) {
      take(message.toString());
      message.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedFuture(null);
  }

  private void take(String json) {
    try {
      Told told = Told.parse(json);
      CompletableFuture<Told> waiting = open.remove(told.at("id"));
      if (waiting == null) {
        events.add(told);
      } else {
        waiting.complete(told);
      }
    } catch (IOException e) {
      throw new IllegalStateException(json, e);
    }
  }
}
