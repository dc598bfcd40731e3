package io.killtrail.cli.environment;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
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
public final class StopSignals {
  private static final List<String> STOP = List.of("TERM", "INT");

  private final AtomicBoolean asked = new AtomicBoolean();

  private StopSignals() {}

  /** Listens from now on; where that is impossible, the process ends as it always did. */
  public static StopSignals listen() {
    StopSignals signals = new StopSignals();
    STOP.forEach(name -> handle(name, () -> signals.asked.set(true)));
    handle("HUP", () -> {});
    return signals;
  }

  /** Whether this process was asked to end. */
  public boolean asked() {
    return asked.get();
  }

  private static void handle(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler called =
          (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
              return method.invoke(action, arguments);
            }
            action.run();
            return null;
          };
      Object taker =
          Proxy.newProxyInstance(
              StopSignals.class.getClassLoader(), new Class<?>[] {handler}, called);
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), taker);
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      // Another kind of Java, or started with -Xrs: it ends by the signal itself.
    }
  }
}
