package app.clientele.messages;

/** A file that goes with a message. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Attachment(String fileName, byte[] pdf) {}
