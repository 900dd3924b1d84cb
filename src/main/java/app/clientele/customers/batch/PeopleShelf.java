package app.clientele.customers.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Where people lie who were seen: told once, read again by their place. */
sealed interface PeopleShelf {
    long add(KnownPerson person);

    KnownPerson get(long place);

    default void close() {}

    /** For the rows of one batch. */
    final class Memory implements PeopleShelf {
        private final List<KnownPerson> people = new ArrayList<>();

        @Override
        public long add(KnownPerson person) {
            people.add(person);
            return people.size() - 1;
        }

        @Override
        public KnownPerson get(long place) {
            return people.get((int) place);
        }
    }

    /** For the rows of a whole file; gone with the process, whatever ends it. */
    final class Disk implements PeopleShelf {
        private final FileChannel file;
        private final JsonMapper json;
        private long end;

        Disk(Path path, JsonMapper json) {
            this.json = json;
            try {
                file =
                        FileChannel.open(
                                path,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.DELETE_ON_CLOSE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public long add(KnownPerson person) {
            byte[] told = json.writeValueAsBytes(person);
            long place = end;
            ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + told.length);
            bytes.putInt(told.length).put(told).flip();
            try {
                while (bytes.hasRemaining()) {
                    end += file.write(bytes, end);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return place;
        }

        @Override
        public KnownPerson get(long place) {
            int length = read(place, Integer.BYTES).getInt();
            byte[] told = read(place + Integer.BYTES, length).array();
            return json.readValue(told, KnownPerson.class);
        }

        private ByteBuffer read(long place, int length) {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            try {
                while (bytes.hasRemaining()) {
                    if (file.read(bytes, place + bytes.position()) < 0) {
                        throw new IOException("The file of those seen ends too early");
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.flip();
        }

        @Override
        public void close() {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
