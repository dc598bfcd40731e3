import java.util.concurrent.CountDownLatch;

/** Has as many threads as its argument says, which do nothing, until it is ended. */
final class Sleepers {
  private static final long STACK = 16 << 10;

  private Sleepers() {}

  public static void main(String[] args) throws InterruptedException {
    int number = Integer.parseInt(args[0]);
    CountDownLatch never = new CountDownLatch(1);
    for (int i = 0; i < number; i++) {
      new Thread(null, () -> await(never), "sleeper-" + i, STACK).start();
    }
    System.out.println("ready");
    never.await();
  }

  private static void await(CountDownLatch never) {
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
