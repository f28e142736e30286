import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

/** Arguments: port (0 = any free one) and, for the H2 backend, its file. Ends when its input does. */
class Server {
  public static void main(String[] arguments) throws Exception {
    var backend = arguments.length > 1 ? new H2Backend(arguments[1]) : new MemoryBackend();
    var server = new MongoServer(backend);
    server.bind("127.0.0.1", Integer.parseInt(arguments[0]));
    System.out.println(server.getLocalAddress().getPort());
    System.in.transferTo(java.io.OutputStream.nullOutputStream());
    server.shutdownNow();
  }
}
