package io.killtrail.cli.environment;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Notices that somebody asks this process to end (SIGTERM, SIGINT), so that it can end in order and
 * with exit status 0: a JVM left to itself exits with 143. SIGHUP changes nothing, since files are
 * found anew all the time.
 *
 * <p>Java has no supported way; {@code sun.misc.Signal} of the module jdk.unsupported is the one
 * that all use. It is reached by reflection, for the compiler warns of its name.
 */
public final class StopSignals implements AutoCloseable {
  private static final List<String> STOP = List.of("TERM", "INT");

  private final AtomicBoolean asked = new AtomicBoolean();
  private final List<Runnable> undo = new ArrayList<>();

  private StopSignals() {}

  /** Listens from now on; where that is impossible, the process ends as it always did. */
  public static StopSignals listen() {
    StopSignals signals = new StopSignals();
    STOP.forEach(name -> signals.handle(name, () -> signals.asked.set(true)));
    signals.handle("HUP", () -> {});
    return signals;
  }

  /** Lets Ctrl-C go by from now on: a pager in front of this process has its own use for it. */
  public static void ignoreInterrupts() {
    new StopSignals().handle("INT", () -> {});
  }

  /** Whether this process was asked to end. */
  public boolean asked() {
    return asked.get();
  }

  private void handle(String name, Runnable action) {
    InvocationHandler called =
        (proxy, method, arguments) -> {
          if (method.getDeclaringClass() == Object.class) {
            return method.invoke(action, arguments);
          }
          action.run();
          return null;
        };
    try {
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      ClassLoader loader = StopSignals.class.getClassLoader();
      Object taker = Proxy.newProxyInstance(loader, new Class<?>[] {handler}, called);
      Object before = handle(name, handler, taker);
      undo.add(() -> restore(name, handler, before));
    } catch (ReflectiveOperationException e) {
      // Another kind of Java, or started with -Xrs: it ends by the signal itself.
    }
  }

  /** Who handled the signal before. */
  private static Object handle(String name, Class<?> handler, Object taker)
      throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    return signal
        .getMethod("handle", signal, handler)
        .invoke(null, signal.getConstructor(String.class).newInstance(name), taker);
  }

  private static void restore(String name, Class<?> handler, Object before) {
    try {
      handle(name, handler, before);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the handler of SIG" + name + " cannot be put back", e);
    }
  }

  /** The signals do again what they did before. */
  @Override
  public void close() {
    undo.forEach(Runnable::run);
    undo.clear();
  }
}
